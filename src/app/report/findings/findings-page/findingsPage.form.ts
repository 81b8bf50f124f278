import { createHash } from 'node:crypto'
import type { FormValues } from '../../../layout/form/formPage.ts'
import { versionSeen } from '../../../layout/form/versionSeen.ts'

/** The findings of one standard, as the page sends them. */
export type FindingsForm = {
  readonly standard: string
  /** The version that the writer saw; 0 if nothing was stored. */
  readonly version: number
  readonly strengths: readonly string[]
  readonly areasForImprovement: readonly string[]
}

/**
 * Returns what to save of the form: first the standard whose button was used, then each other standard whose text is not
 * the text that the page showed, so that saving one never loses what was typed for another.
 */
export function findingsForms(body: FormValues): readonly FindingsForm[] {
  const { standard: saved = '' } = body
  const shown = Object.keys(body).flatMap((name) => /^version:(.+)$/.exec(name)?.[1] ?? [])
  const typed = shown.map((standard) => findingsForm(body, standard))
  const changed = typed.filter(
    (form) => form.standard !== saved && body[`was:${form.standard}`] !== fingerprint(form),
  )
  return saved === '' ? changed : [findingsForm(body, saved), ...changed]
}

/**
 * Returns the findings of one standard. Its fields end in its id; older saved forms have plain names. A version that is
 * not a number is read as one that was never stored, so it is refused.
 */
export function findingsForm(body: FormValues, standard: string): FindingsForm {
  const field = (name: string) => body[`${name}:${standard}`] ?? body[name] ?? ''
  return {
    standard,
    version: versionSeen({ version: field('version') }),
    strengths: paragraphs(field('strengths')),
    areasForImprovement: paragraphs(field('areasForImprovement')),
  }
}

/** Returns a short hash of findings, which shows whether they are still those that a page showed. */
export function fingerprint({
  strengths,
  areasForImprovement,
}: Omit<FindingsForm, 'standard' | 'version'>): string {
  return createHash('sha256')
    .update(JSON.stringify([strengths, areasForImprovement]))
    .digest('hex')
    .slice(0, 16)
}

/** Returns a finding for each paragraph; a line break inside a paragraph is a space. */
export function paragraphs(text: string): readonly string[] {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
}

/** Returns findings as the text of a form: paragraphs separated by an empty line. */
export function asText(findings: readonly string[]): string {
  return findings.join('\n\n')
}
