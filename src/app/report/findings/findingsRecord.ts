/** Written findings and recommendations, compared with the events that saved them. */
import type { z } from 'zod'
import type { Connection } from '../../../platform/database/connection.ts'
import type { RecordCheck, RecordFault } from '../../../platform/recordCheck.ts'
import { finding, recommendation, reportAudit } from '../audit.ts'
import { listRecommendations } from '../recommendations/recommendations.queries.ts'
import { listFindings } from './findings.queries.ts'
import {
  type FindingsEvent,
  listFindingsEvents,
  listInspectionsWithFindings,
} from './findingsRecord.queries.ts'

export const findingsRecordCheck: RecordCheck = {
  name: 'findings and recommendations',
  compare: async (database) => {
    const results = []
    for (const id of await listInspectionsWithFindings(database))
      results.push(await compareInspection(database, id))
    return {
      values: results.reduce((sum, { values }) => sum + values, 0),
      faults: results.flatMap(({ faults }) => faults),
    }
  },
}

const { after: imported } = reportAudit['inspection.import-findings']

type Finding = z.infer<typeof finding>
type Recommendation = z.infer<typeof recommendation>
/** The findings by standard, and the recommendations in no order: moving one changes no text. */
type Written = { readonly findings: Map<string, Finding>; recommendations: readonly string[] }

async function compareInspection(database: Connection, inspectionId: string) {
  const expected = replay(await listFindingsEvents(database, inspectionId))
  const findings = new Map((await listFindings(database, inspectionId)).map((each) => [each.standard, each]))
  const recommendations = (await listRecommendations(database, inspectionId)).map(lineOf)
  const standards = new Set([...findings.keys(), ...expected.findings.keys()])
  const subjects = [...standards]
    .filter((standard) => textsOf(findings.get(standard)) !== textsOf(expected.findings.get(standard)))
    .map((standard) => `a finding of standard ${standard}`)
  if (!sameLines(recommendations, expected.recommendations)) subjects.push('a recommendation')
  const faults: readonly RecordFault[] = subjects.map((subject) => ({
    inspectionId,
    subject,
    fault: 'is not what the audit log says',
  }))
  return { values: standards.size + recommendations.length, faults }
}

function replay(events: readonly FindingsEvent[]): Written {
  const written: Written = { findings: new Map(), recommendations: [] }
  for (const event of events) apply(written, event)
  return written
}

function apply(written: Written, { action, subject, before, after }: FindingsEvent): void {
  if (action === 'inspection.save-findings') {
    written.findings.set(subject, finding.parse(after))
  } else if (action === 'inspection.import-findings') {
    const { findings, recommendations } = imported.parse(after)
    written.findings.clear()
    for (const each of findings) written.findings.set(each.standard, each)
    written.recommendations = recommendations.map(lineOf)
  } else if (action !== 'recommendation.move') {
    const [removed, added] = [before, after].map((value) => recommendation.nullable().parse(value))
    if (removed) written.recommendations = withoutOne(written.recommendations, lineOf(removed))
    if (added) written.recommendations = [...written.recommendations, lineOf(added)]
  }
}

function withoutOne(lines: readonly string[], line: string): readonly string[] {
  const at = lines.indexOf(line)
  return lines.filter((_line, index) => index !== at)
}

function textsOf(written: Pick<Finding, 'strengths' | 'areasForImprovement'> | undefined): string {
  return JSON.stringify([written?.strengths ?? [], written?.areasForImprovement ?? []])
}

function lineOf({ owner, text }: Recommendation): string {
  return JSON.stringify([owner, text])
}

function sameLines(some: readonly string[], others: readonly string[]): boolean {
  return some.toSorted().join('\n') === others.toSorted().join('\n')
}
