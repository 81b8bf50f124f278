/** The reports of the demonstration's inspections, the five published and the invented one, made from their files. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Editions, loadEditions } from '../../src/app/framework/editions.ts'
import { inspectionIdFor } from '../../src/app/inspections/inspection.ts'
import { rateAnswersFile, rateResultsFile } from '../../src/app/ratings/commands/rateFiles.ts'
import { readFindingsFile } from '../../src/app/report/findings/findingsFile.ts'
import type { Result } from '../../src/core/kernel/result.ts'
import { buildReport } from '../../src/core/report/buildReport.ts'
import { checkFindings } from '../../src/core/report/checkFindings.ts'
import type { ReportModel } from '../../src/core/report/reportModel.ts'
import type { InspectionFacts } from '../../src/core/report/reportSources.ts'

const project = join(import.meta.dirname, '../..')
const demonstration = (name: string) => join(project, 'demonstration', name)

type PublishedFile = {
  service: string
  source: string
  published: string
  fieldworkStarted: string | null
  cases: { court: number; outOfCourt: number; resettlement: number }
}

export async function demonstrationReports(): Promise<readonly ReportModel[]> {
  const editions = must(await loadEditions(join(project, 'editions')))
  return [...(await publishedReports(editions)), await madeUpReport(editions)]
}

async function publishedReports(editions: Editions): Promise<readonly ReportModel[]> {
  const file = demonstration('published-inspections.json')
  const facts = JSON.parse(readFileSync(file, 'utf8')) as PublishedFile[]
  return must(await rateResultsFile(editions, file)).inspections.map(({ edition, rated }, index) => {
    const own = facts[index]
    if (own === undefined) throw new Error('the file holds fewer inspections than were rated')
    return buildReport({ edition, rated, facts: factsOf(own), findings: [], recommendations: [] })
  })
}

function factsOf({ service, source, published, fieldworkStarted, cases }: PublishedFile): InspectionFacts {
  return {
    id: inspectionIdFor(service, published),
    serviceName: service,
    fieldworkStarted,
    published,
    source,
    madeUp: false,
    underWay: null,
    cases: [
      { domain: 'court', inspected: cases.court },
      { domain: 'out-of-court', inspected: cases.outOfCourt },
      { domain: 'resettlement', inspected: cases.resettlement },
    ],
  }
}

/** The invented inspection, whose cases are counted from its answers. */
export async function madeUpReport(editions: Editions): Promise<ReportModel> {
  const answers = demonstration('made-up-answers.csv')
  const request = { file: answers, edition: 'yos-2021', judgements: demonstration('made-up-judgements.json') }
  const [rating] = must(await rateAnswersFile(editions, request)).inspections
  if (rating === undefined) throw new Error('the answers were not rated')
  const { edition, rated } = rating
  const name = 'made-up-findings.json'
  const input = must(readFindingsFile(readFileSync(demonstration(name), 'utf8'), name))
  const facts: InspectionFacts = {
    id: input.inspection,
    serviceName: 'Northmoor Youth Justice Service',
    fieldworkStarted: '2024-06-03',
    published: null,
    source: null,
    madeUp: true,
    underWay: null,
    cases: countedCases(readFileSync(answers, 'utf8')),
  }
  const checked = must(checkFindings(edition, input.inspection, input))
  return buildReport({ edition, rated, facts, ...checked })
}

function countedCases(csv: string): InspectionFacts['cases'] {
  const rows = csv.trim().split('\n').slice(1)
  const cases = new Map(rows.map((row) => [row.split(',')[0] ?? '', row.split(',')[1] ?? '']))
  return ['court', 'out-of-court'].map((domain) => ({
    domain,
    inspected: [...cases.values()].filter((one) => one === domain).length,
  }))
}

/** The value of a result; throws with every problem if it was refused. */
export function must<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value
  throw new Error(result.problems.map(({ text }) => text).join('\n'))
}
