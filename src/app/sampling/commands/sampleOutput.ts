/** A sample as the command prints it: as JSON for programs, and as a table for people. */
import type { ListedCase } from '../../../core/intake/listedCase.ts'
import { countOf } from '../../../core/kernel/countOf.ts'
import type { Sample, SampleResult } from '../../../core/sampling/sample.ts'
import { sizeLines } from '../../../core/sampling/sizeLines.ts'

/** Returns the JSON that `assay sample` prints; `docs/reference/sample-format.md` describes each part. */
export function sampleJson(
  { result, seed, method, listHash, settings }: Sample,
  cases: readonly ListedCase[],
) {
  const rows = new Map(cases.map(({ caseId, row }) => [caseId, row]))
  return {
    window: Object.fromEntries(result.windows.map(({ domain, from, to }) => [domain, { from, to }])),
    eligible: result.eligible,
    excluded: result.excluded.map(({ caseId, reason }) => ({
      case_id: caseId,
      row: rows.get(caseId) ?? null,
      reason,
    })),
    size: Object.fromEntries(
      result.sizes.map(({ domain, working, ...size }) => [
        domain,
        { ...size, working, lines: sizeLines({ domain, working, ...size }, settings.rules.size) },
      ]),
    ),
    sampled: result.sampled.flatMap(({ caseIds }) => caseIds),
    reserves: result.reserves.flatMap(({ caseIds }) => caseIds),
    balance: result.balance.map(({ marginPoints: _points, tooSmall: _warning, ...row }) => row),
    seed,
    method,
    inputHash: listHash,
  }
}

/** Returns lines of text with the arithmetic, the balance and the cases. */
export function sampleTable({ result, seed, method, listHash, settings }: Sample): string {
  return [
    `Seed “${seed}”, method ${method}, list ${listHash}`,
    `Eligible: ${countOf(result.eligible, 'case')}. Not eligible: ${countOf(result.excluded.length, 'case')}.`,
    ...result.sizes.flatMap((size) => domainLines(size, result, settings.rules.size)),
    ...(result.excluded.length === 0 ? [] : ['', 'Not eligible']),
    ...result.excluded.map(({ caseId, reason }) => `  ${caseId}: ${reason}`),
    '',
  ].join('\n')
}

type Size = SampleResult['sizes'][number]

function domainLines(
  size: Size,
  result: SampleResult,
  rule: Sample['settings']['rules']['size'],
): readonly string[] {
  const window = result.windows.find(({ domain }) => domain === size.domain)
  const ids = (lists: SampleResult['sampled']) =>
    lists.find(({ domain }) => domain === size.domain)?.caseIds ?? []
  return [
    '',
    `${size.domain}: cases that started from ${window?.from} to ${window?.to}`,
    ...sizeLines(size, rule).map(({ what, working }) => `  ${what}: ${working}`),
    ...balanceLines(result.balance.filter(({ domain }) => domain === size.domain)),
    `  Sampled: ${ids(result.sampled).join(', ') || 'none'}`,
    `  Reserves in order: ${ids(result.reserves).join(', ') || 'none'}`,
  ]
}

function balanceLines(rows: SampleResult['balance']): readonly string[] {
  if (rows.length === 0) return []
  const cells = rows.map((row) => [
    row.variable,
    row.level,
    String(row.eligible),
    String(row.sampled),
    row.expected.toFixed(2),
    signed(row.deviation),
    row.marginPoints === null ? '–' : `±${row.marginPoints.toFixed(1)}`,
    row.tooSmall ? 'too small to report on' : '',
  ])
  const table = [['', 'level', 'eligible', 'sampled', 'expected', 'difference', 'margin', ''], ...cells]
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? []
  return table.map((row) => `  ${row.map((cell, column) => pad(cell, column, widths)).join('  ')}`.trimEnd())
}

function pad(cell: string, column: number, widths: readonly number[]): string {
  const width = widths[column] ?? 0
  return column < 2 || column === 7 ? cell.padEnd(width) : cell.padStart(width)
}

function signed(deviation: number): string {
  const text = deviation.toFixed(2)
  return deviation > 0 ? `+${text}` : text
}
