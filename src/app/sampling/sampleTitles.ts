/** What pages print for the codes of a sample. */
import type { Edition } from '../../core/framework/edition.ts'
import { domainOfCases } from '../../core/framework/findInEdition.ts'
import { caseListFields, fieldDescriptions } from '../../core/intake/caseListFields.ts'
import { ethnicities } from '../../core/intake/ethnicities.ts'
import { classes, genders, type ValueCode } from '../../core/intake/valueCodes.ts'
import { dateText } from '../../core/kernel/londonTime.ts'
import type { EligibleWindow } from '../../core/sampling/eligibleWindow.ts'

/** Returns the title of the domain whose cases are of the kind. */
export function kindTitle(edition: Edition, kind: string): string {
  return domainOfCases(edition, kind)?.title ?? kind
}

/** Returns the title of a column of the case list: that of `rosh` is Risk of serious harm. */
export function variableTitle(variable: string): string {
  const field = caseListFields.find((name) => fieldDescriptions[name].heading === variable)
  return field === undefined ? variable : fieldDescriptions[field].title
}

/** Returns the title of a level of a column: that of `very-high` is Very high. */
export function levelTitle(edition: Edition, variable: string, level: string): string {
  if (level === 'not-given') return 'Not given'
  return codesOf(edition, variable).find(({ code }) => code === level)?.title ?? level
}

/** Returns the place of a level among those of its column: low before medium before high. Unknown levels come last. */
export function levelPlace(edition: Edition, variable: string, level: string): number {
  const codes = codesOf(edition, variable)
  const place = codes.findIndex(({ code }) => code === level)
  return place === -1 ? codes.length : place
}

function codesOf(edition: Edition, variable: string): readonly ValueCode[] {
  const codes: Readonly<Record<string, readonly ValueCode[]>> = {
    gender: genders,
    disposal: edition.sample.disposals,
    rosh: classes,
    safety_wellbeing: classes,
    ethnicity: ethnicities,
  }
  return (Object.hasOwn(codes, variable) ? codes[variable] : undefined) ?? []
}

/** Returns a window as pages print it: `13 September 2021 to 8 July 2022`. */
export function windowText({ from, to }: EligibleWindow): string {
  return `${dateText(from)} to ${dateText(to)}`
}
