import type { Problem, ProblemCode } from '../../core/kernel/problem.ts'

export type MissingLine = { readonly text: string; readonly href: string | null }

/** The page of an inspection on which something is put right. */
const places: Readonly<Partial<Record<ProblemCode, string>>> = {
  'programme.lead-missing': '/people',
  'programme.cases-not-open': '/begin-fieldwork',
  'programme.cases-unsigned': '/cases',
  'programme.values-undecided': '/cases',
  'programme.standard-unrated': '',
  'programme.overall-missing': '',
  'programme.findings-missing': '/findings',
  'programme.report-changed': '/report',
  'fieldwork.sample-missing': '/sample',
  'fieldwork.cases-with-nobody': '/allocation',
  'fieldwork.assessor-without-account': '/allocation',
  'allocation.conflict': '/allocation',
}

/** What is missing, each with what to do about it and the page on which it is done. */
export function missingLines(inspection: string, problems: readonly Problem[]): readonly MissingLine[] {
  return problems.map(({ code, text, mend }) => {
    const place = places[code]
    const href = place === undefined ? null : `/inspections/${encodeURIComponent(inspection)}${place}`
    return { text: `${text} ${mend}`, href }
  })
}
