import { describe, expect, test } from 'vitest'
import { inventedEdition } from '../../../../test/support/inventedEdition.ts'
import type { Course } from '../../../core/programme/course.ts'
import { inspectionIdFor } from '../../inspections/inspection.ts'
import type { LoadedStageFacts } from '../loadStageFacts.ts'
import { problem } from '../problems.ts'
import { publicationPage } from '../publication-page/publicationPage.view.ts'
import { reasonId, stagePage } from './stagePage.view.ts'

const [ada, ben] = [
  { personId: 'a', name: 'Ada' },
  { personId: 'b', name: 'Ben' },
]
const proposal = { by: ada, at: '2026-06-01T10:00:00Z', report: 'one' }

function at(course: Partial<Course>, unsigned: readonly string[] = []): LoadedStageFacts {
  const nothing = { people: [], preparation: [], undecided: 0, ratings: [], findings: [] }
  return {
    inspection: {
      id: inspectionIdFor('Northmoor', '2024-06'),
      serviceName: 'Northmoor',
      editionId: 'small',
      fieldworkStarted: '2024-06',
      published: null,
      source: null,
      madeUp: true,
      cases: [],
    },
    edition: { ...inventedEdition(), secondPersons: [{ step: 'publish', otherThan: ['propose'] }] },
    course: { stage: 'fieldwork', proposal: null, unsigned: [], ...course },
    readiness: { ...nothing, unsigned },
    report: 'one',
  }
}

describe('the stages of an inspection', () => {
  test('has a way on and a way back, each with a reason of its own', () => {
    const page = stagePage(at({}), [], null)
    expect(page.next).toMatchObject({ to: 'ratings', reason: '', reasonId: reasonId('ratings') })
    expect(page.previous).toMatchObject({ to: 'before-fieldwork', reasonId: reasonId('before-fieldwork') })
    expect(page.stages.filter(({ isNow }) => isNow)).toHaveLength(1)
  })

  test.each([
    [['EM1'], '1 case is not signed: EM1.'],
    [['EM1', 'EM2'], '2 cases are not signed: EM1, EM2.'],
  ])('asks why %j stay unsigned', (cases, sentence) => {
    expect(stagePage(at({}, cases), [], null).next?.unsigned).toBe(sentence)
  })

  test('a refused move shows its reason at the way that was tried, and at no other', () => {
    const values = { stage: 'before-fieldwork', seen: 'fieldwork', reason: 'The list was wrong' }
    const sent = { form: '', values, problems: [problem('people.stage-changed-meanwhile', {})] } as const
    const page = stagePage(at({}), [], sent)
    expect([page.previous?.reason, page.next?.reason]).toEqual(['The list was wrong', ''])
  })

  test('before publication it says who proposed it and who can publish it', () => {
    const { publication } = stagePage(at({ stage: 'report', proposal }), ['Ben'], null)
    expect(publication?.proposed).toBe('Ada proposed the publication on 1 June 2026 at 11am.')
    expect(publication?.who).toBe('It can be published by Ben.')
    expect(stagePage(at({ stage: 'report' }), [], null).publication).toMatchObject({
      proposed: null,
      who: null,
    })
    expect(stagePage(at({}), ['Ben'], null).publication).toBeNull()
  })
})

describe('the publication', () => {
  test.each([
    ['of another proposer', at({ stage: 'report', proposal }), ben, true],
    ['of their own proposal', at({ stage: 'report', proposal }), ada, false],
    ['that nobody proposed', at({ stage: 'report' }), ben, false],
    ['from an earlier stage', at({ proposal }), ben, false],
    ['with a case that is not signed', at({ stage: 'report', proposal }, ['EM1']), ben, false],
  ])('%s is offered: %#', (_, facts, mover, isOffered) => {
    expect(publicationPage(facts, { mover, others: ['Cy'] }).mayPublish).toBe(isOffered)
  })

  test('tells the proposer who can publish it instead', () => {
    const page = publicationPage(at({ stage: 'report', proposal }), { mover: ada, others: ['Ben'] })
    expect(page.barred).toContain('It can be published by Ben.')
  })
})
