import type { Problem, ProblemCode } from '../../core/kernel/problem.ts'
import type { Permission } from '../../platform/declared.ts'
import { type InspectionPage, inspectionPagePath, inspectionPath } from '../layout/inspectionPath.ts'

type Place = { readonly page: InspectionPage | null; readonly permission: Permission }

const ratings: Place = { page: null, permission: 'inspection.read' }
const cases: Place = { page: 'cases', permission: 'case.read' }
const allocation: Place = { page: 'allocation', permission: 'allocation.read' }

/** The page of an inspection on which each problem is fixed, with the permission for the page; null is the inspection's own. */
const places: Readonly<Partial<Record<ProblemCode, Place>>> = {
  'programme.lead-missing': { page: 'people', permission: 'inspection.assign' },
  'programme.cases-not-open': { page: 'begin-fieldwork', permission: 'case.allocate' },
  'programme.cases-unsigned': cases,
  'programme.values-undecided': cases,
  'programme.standard-unrated': ratings,
  'programme.overall-missing': ratings,
  'programme.findings-missing': { page: 'findings', permission: 'findings.write' },
  'programme.report-changed': { page: 'report', permission: 'report.read' },
  'fieldwork.sample-missing': { page: 'sample', permission: 'sample.read' },
  'fieldwork.cases-with-nobody': allocation,
  'fieldwork.assessor-without-account': allocation,
  'allocation.conflict': allocation,
}

export type MissingLine = {
  readonly text: string
  /** What to do about it. */
  readonly action: string
  /** The page on which to fix it, for people with the permission; null if there is no page for it. */
  readonly href: string | null
  readonly permission: Permission | null
}

/** Returns what is missing, each with what to do about it and the page on which to do it. */
export function missingLines(inspection: string, problems: readonly Problem[]): readonly MissingLine[] {
  return problems.map(({ code, text, action }) => {
    const place = places[code]
    if (place === undefined) return { text, action, href: null, permission: null }
    const { page, permission } = place
    const href = page === null ? inspectionPath(inspection) : inspectionPagePath(inspection, page)
    return { text, action, href, permission }
  })
}
