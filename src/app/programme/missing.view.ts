import type { Problem, ProblemCode } from '../../core/kernel/problem.ts'
import type { Permission } from '../../platform/declared.ts'
import { inspectionPath } from '../layout/inspectionPath.ts'

type Place = { readonly page: string; readonly permission: Permission }

const ratings: Place = { page: '', permission: 'inspection.read' }
const cases: Place = { page: '/cases', permission: 'case.read' }
const allocation: Place = { page: '/allocation', permission: 'allocation.read' }

/** The page of an inspection on which something is put right, with what it asks for. */
const places: Readonly<Partial<Record<ProblemCode, Place>>> = {
  'programme.lead-missing': { page: '/people', permission: 'inspection.assign' },
  'programme.cases-not-open': { page: '/begin-fieldwork', permission: 'case.allocate' },
  'programme.cases-unsigned': cases,
  'programme.values-undecided': cases,
  'programme.standard-unrated': ratings,
  'programme.overall-missing': ratings,
  'programme.findings-missing': { page: '/findings', permission: 'findings.write' },
  'programme.report-changed': { page: '/report', permission: 'report.read' },
  'fieldwork.sample-missing': { page: '/sample', permission: 'sample.read' },
  'fieldwork.cases-with-nobody': allocation,
  'fieldwork.assessor-without-account': allocation,
  'allocation.conflict': allocation,
}

export type MissingLine = {
  readonly text: string
  /** What to do about it. */
  readonly action: string
  /** Where it is put right, for those with the permission; null where there is no page for it. */
  readonly href: string | null
  readonly permission: Permission | null
}

/** What is missing, each with what to do about it and the page on which it is done. */
export function missingLines(inspection: string, problems: readonly Problem[]): readonly MissingLine[] {
  return problems.map(({ code, text, action }) => {
    const place = places[code]
    if (place === undefined) return { text, action, href: null, permission: null }
    const { page, permission } = place
    return { text, action, href: `${inspectionPath(inspection)}${page}`, permission }
  })
}
