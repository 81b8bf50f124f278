// What no server has accepted, as a file that can be read and typed again.
import type { UnsentRecord } from '../../core/fieldwork/unsent/unsentRecord.ts'

/** Saves the records as a file named after their inspection: `york-2022-12-not-sent.json`. */
export function downloadRecords(records: readonly UnsentRecord[]): void {
  const lines = records.map(({ api, kind, item, value, detail, base, at }) => {
    return { case: api, kind, item, value, detail, sawVersion: base, typedAt: at }
  })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([JSON.stringify(lines, null, 2)], { type: 'application/json' }))
  const inspection = /\/inspections\/([a-z0-9-]+)\//.exec(records[0]?.api ?? '')?.[1] ?? 'assay'
  link.download = `${inspection}-not-sent.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
