import { describe, expect, test } from 'vitest'
import { aConflict, ada, aLoadedCase, anEntry } from '../../../../test/support/loadedCase.ts'
import type { CaseStep } from '../../../core/fieldwork/caseProgress.ts'
import { problem } from '../problems.ts'
import { type CaseSteps, casePage } from './casePage.view.ts'

function stepsWith(allowed: readonly CaseStep[], barred: CaseSteps['barred'] = []): CaseSteps {
  return { steps: [], allowed: new Set(allowed), barred }
}

const everyStep: readonly CaseStep[] = ['hand-in', 'take-back', 'check', 'return', 'sign', 'reopen']
const noSteps = stepsWith([])

describe('a task', () => {
  test('is not started, partly done or completed', () => {
    const [standard] = casePage(
      aLoadedCase({ entries: [anEntry('answer', '1.1.1.a', 'yes'), anEntry('answer', '1.1.2', 'yes')] }),
      noSteps,
      null,
    ).standards
    expect(standard?.title).toMatch(/^1\.1 /)
    expect(standard?.tasks.map(({ status, isDone }) => [status, isDone])).toEqual([
      ['2 missing', false],
      ['Completed', true],
    ])
    expect(casePage(aLoadedCase(), noSteps, null).facts.status).toBe('Not started')
  })

  test('leads to its key question', () => {
    const [standard] = casePage(aLoadedCase(), noSteps, null).standards
    expect(standard?.tasks[0]?.href).toBe('/inspections/northmoor-2026-06/cases/C-1/questions/1.1.1')
  })

  test('says if the judgement does not match the prompts', () => {
    const entries = ['1.1.1.a', '1.1.1.b'].map((item) => anEntry('answer', item, 'no'))
    const hints = (judgement: string) =>
      casePage(
        aLoadedCase({ entries: [...entries, anEntry('answer', '1.1.1', judgement)] }),
        noSteps,
        null,
      ).standards[0]?.tasks.map(({ hint }) => hint)
    expect(hints('yes')).toEqual(['The judgement does not match the prompts', null])
    expect(hints('no')).toEqual([null, null])
  })
})

describe('what is missing', () => {
  test('leads to its field, or to the conflict', () => {
    const page = casePage(
      aLoadedCase({
        entries: [anEntry('answer', '1.1.1.a', 'na')],
        conflicting: [aConflict('answer', '1.1.2', 'no')],
      }),
      noSteps,
      null,
    )
    const base = '/inspections/northmoor-2026-06/cases/C-1'
    expect(page.missing).toEqual(
      expect.arrayContaining([
        { text: 'Age', href: `${base}/facts#fact-age` },
        {
          text: 'Question 1.1.1.a: enter why it is not applicable',
          href: `${base}/questions#answer-1.1.1.a`,
        },
        { text: 'Question 1.1.2: resolve the conflict', href: `${base}/conflicts#answer-1.1.2` },
      ]),
    )
    expect(page.conflicts).toBe(1)
  })
})

describe('the steps', () => {
  const buttons = (status: 'open' | 'ready' | 'checked' | 'signed', steps: CaseSteps) =>
    casePage(aLoadedCase({ progress: { status, round: 1 } }), steps, null).steps.map(({ button }) => button)

  test('that lead on come first, the step back last', () => {
    expect(buttons('checked', stepsWith(everyStep))).toEqual([
      'Sign this case',
      'Return with comments',
      'Take back this case',
    ])
  })

  test('are only those that the role allows', () => {
    expect(buttons('checked', stepsWith(['take-back']))).toEqual(['Take back this case'])
    expect(buttons('signed', stepsWith(['take-back']))).toEqual([])
  })

  test('have no handing in while something is missing', () => {
    expect(buttons('open', stepsWith(everyStep))).toEqual([])
  })

  test('leave one that needs a second person to the people who are named', () => {
    const barred = { step: 'check', acts: ['hand-in'], others: ['Quinn', 'Ruth'] } as const
    const loaded = aLoadedCase({ progress: { status: 'ready', round: 1 } })
    const page = casePage(loaded, stepsWith(everyStep, [barred]), null)
    expect(page.steps.map(({ button }) => button)).not.toContain('Mark as checked')
    expect(page.waiting).toEqual([
      '“Mark as checked” needs a second person, because you handed it in. You can ask: Quinn, Ruth.',
    ])
    const nobody = casePage(loaded, stepsWith(everyStep, [{ ...barred, others: [] }]), null)
    expect(nobody.waiting[0]).toMatch(/Nobody else can do this yet\. Ask for someone to be given a role\.$/)
  })

  test('of the past are listed with the newest first', () => {
    const taken = (step: string, comment: string | null, hour: string) => ({
      position: 1,
      step,
      progress: { status: 'ready', round: 1 } as const,
      comment,
      author: ada,
      at: `2026-06-01T${hour}:00:00.000Z`,
    })
    const steps = [taken('hand-in', null, '09'), taken('return', 'Look again.', '10')]
    expect(casePage(aLoadedCase(), { ...noSteps, steps }, null).history).toEqual([
      { text: 'Ada Price returned the case on 1 June 2026 at 11am.', comment: 'Look again.' },
      { text: 'Ada Price handed in the case on 1 June 2026 at 10am.', comment: null },
    ])
  })

  test('show a comment that was refused only in its own form', () => {
    const refused = problem('fieldwork.second-person', { acts: 'checked it' })
    const sent = { form: 'return', values: { comment: 'Look again.' }, problems: [refused] } as const
    const page = casePage(
      aLoadedCase({ progress: { status: 'ready', round: 1 } }),
      stepsWith(everyStep),
      sent,
    )
    expect(page.steps.map(({ id, typed }) => [id, typed])).toEqual([
      ['comment-check', ''],
      ['comment-return', 'Look again.'],
      ['comment-take-back', ''],
    ])
  })
})
