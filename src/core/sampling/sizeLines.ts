/** The arithmetic of a sample's size, line by line, so that anyone can follow it with a pocket calculator. */
import type { SampleSizeRule } from '../framework/rules/sampleRules.ts'
import { unreachable } from '../kernel/unreachable.ts'
import type { DomainSize, SizeWorking } from './sampleSize.ts'

export type SizeLine = { readonly what: string; readonly working: string }

/** Returns the steps from the population to the size that is drawn, one on each line. */
export function sizeLines(size: DomainSize, rule: SampleSizeRule): readonly SizeLine[] {
  if (size.working.population === 0)
    return [{ what: 'Eligible cases', working: 'None, so no cases are drawn' }]
  return [
    ...populationLines(size),
    ...formulaLines(size.working, rule),
    ...limitLines(size.working, rule),
    ...shareLines(size),
    ...overrideLines(size),
    { what: 'Cases to draw', working: drawText(size) },
  ]
}

function populationLines({ population, sharePercent, working }: DomainSize): readonly SizeLine[] {
  const own = { what: 'Eligible cases', working: `${population}` }
  if (sharePercent === null) return [own]
  const all = `N = ${working.population}`
  return [own, { what: 'Eligible cases of all kinds that share the sample', working: all }]
}

function formulaLines({ population, unlimited, corrected, rounded }: SizeWorking, rule: SampleSizeRule) {
  const { z, proportion, marginPoints, confidencePercent, rounding } = rule
  const e = marginPoints / 100
  const n0 = unlimited.toFixed(3)
  return [
    {
      what: `Size for any number of cases, at ${confidencePercent}% confidence and a margin of ${marginPoints} points`,
      working: `n0 = z² × p × (1 − p) ÷ e² = ${z}² × ${proportion} × ${plain(1 - proportion)} ÷ ${e}² = ${n0}`,
    },
    {
      what: `Corrected for a list of ${population}`,
      working: `n = n0 ÷ (1 + (n0 − 1) ÷ N) = ${n0} ÷ (1 + ${(unlimited - 1).toFixed(3)} ÷ ${population}) = ${corrected.toFixed(2)}`,
    },
    { what: roundingText(rounding), working: `${corrected.toFixed(2)} → ${rounded}` },
  ]
}

function roundingText(rounding: SampleSizeRule['rounding']): string {
  switch (rounding) {
    case 'up':
      return 'Rounded up'
    case 'nearest':
      return 'Rounded to the nearest whole number'
    default:
      return unreachable(rounding)
  }
}

function limitLines({ rounded, size, population }: SizeWorking, { minimum, maximum }: SampleSizeRule) {
  const lines: SizeLine[] = []
  if (minimum !== null) {
    lines.push({ what: `At least ${minimum}`, working: `${rounded} → ${Math.max(rounded, minimum)}` })
  }
  if (maximum !== null) {
    const before = Math.max(rounded, minimum ?? 0)
    lines.push({ what: `At most ${maximum}`, working: `${before} → ${Math.min(before, maximum)}` })
  }
  if (size === population && population > 0) {
    lines.push({ what: 'The list is no longer than the sample', working: `All ${population} are drawn` })
  }
  return lines
}

function shareLines({ sharePercent, working, calculated, population }: DomainSize): readonly SizeLine[] {
  if (sharePercent === null) return []
  const exact = plain((working.size * sharePercent) / 100)
  const note = calculated === population ? ', all of its cases' : ''
  return [
    {
      what: `Its share of the sample, ${sharePercent}%; the other kinds supply the cases it does not have`,
      working: `${working.size} × ${sharePercent} ÷ 100 = ${exact} → ${calculated}${note}`,
    },
  ]
}

function overrideLines({ override, calculated }: DomainSize): readonly SizeLine[] {
  if (override === null) return []
  const { size, by, reason } = override
  return [{ what: `Set by hand by ${by}: ${reason}`, working: `${calculated} → ${size}` }]
}

function drawText({ size, population, allTaken }: DomainSize): string {
  return allTaken ? `${size}: every eligible case` : `${size} of ${population}`
}

/** Without the digits that binary fractions leave: 0.5, not 0.50000000001. */
function plain(value: number): string {
  return String(Number(value.toFixed(6)))
}
