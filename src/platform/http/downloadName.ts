import type { Brand } from '../../core/kernel/brand.ts'

/** The name under which a browser saves a file: small letters, digits, hyphens and the dot before its kind. */
export type DownloadName = Brand<string, 'DownloadName'>

/**
 * The name of a download, made of what tells it from others: the inspection's id, which holds service and year, what
 * the file is, and its stage. `['york-2022-12', 'report', 'draft']` and `pdf` are `york-2022-12-report-draft.pdf`.
 * Other letters than a to z lose their accents or become a hyphen, so that every system can store the name.
 */
export function downloadName(parts: readonly string[], kind: string): DownloadName {
  const name = parts.map(plain).filter((part) => part !== '')
  return brandName(`${name.join('-') || 'file'}.${kind}`)
}

function plain(part: string): string {
  return part
    .normalize('NFD')
    .replace(/[\u0300-\u036f’']/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)
}

function brandName(name: string): DownloadName {
  if (!isDownloadName(name)) throw new Error(`${name} is no name of a download`)
  return name
}

function isDownloadName(name: string): name is DownloadName {
  return /^[a-z0-9-]+(\.[a-z-]+)+$/.test(name)
}
