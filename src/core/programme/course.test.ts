import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { programmeProblems } from '../../app/programme/problems.ts'
import { fieldworkRuleProblems } from '../fieldwork/problems.ts'
import { problemsOf } from '../kernel/problem.ts'
import { kernelProblems } from '../kernel/problems.ts'
import type { Result } from '../kernel/result.ts'
import { type Stage, stages } from '../kernel/stages.ts'
import { textLimits } from '../kernel/textLimits.ts'
import {
  type Course,
  type CourseEvent,
  courseOf,
  type Mover,
  moveStage,
  proposePublication,
  type StageFacts,
} from './course.ts'
import { programmeRuleProblems } from './problems.ts'
import { missingBefore, type Readiness } from './readiness.ts'

const problem = problemsOf({
  ...programmeRuleProblems,
  ...programmeProblems,
  ...fieldworkRuleProblems,
  ...kernelProblems,
})

const [ada, ben] = ['Ada', 'Ben'].map((name): Mover => ({ personId: name, name }))
if (ada === undefined || ben === undefined) throw new Error('there are two')
const edition: StageFacts['edition'] = { secondPersons: [{ step: 'publish', otherThan: ['propose'] }] }
const ready: Readiness = {
  people: [],
  preparation: [],
  unsigned: [],
  undecided: 0,
  ratings: [],
  findings: [],
}
const proposal = { by: ada, at: '2026-06-01T10:00:00Z', report: 'one' }

function facts(course: Partial<Course>, readiness: Partial<Readiness> = {}): StageFacts {
  const whole = { stage: 'fieldwork', proposal: null, unsigned: [], ...course } as const
  return { edition, course: whole, readiness: { ...ready, ...readiness }, report: 'one' }
}

function codes(result: Result<unknown>): readonly string[] {
  return result.ok ? [] : result.problems.map(({ code }) => code)
}

const forward = (to: Stage, reason: string | null = null) => ({ to, reason, by: ada })

describe('an inspection goes one step at a time', () => {
  test('from fieldwork it is not published, and the way back to the announcement is not one step', () => {
    for (const to of ['report', 'published', 'after', 'announced'] as const) {
      expect(codes(moveStage(facts({}), forward(to, 'Because')))).toEqual(['programme.stage-out-of-order'])
    }
    expect(moveStage(facts({}), forward('ratings')).ok).toBe(true)
  })

  test('back only with a reason', () => {
    expect(codes(moveStage(facts({}), forward('before-fieldwork')))).toEqual(['programme.reason-missing'])
    expect(moveStage(facts({}), forward('before-fieldwork', 'The list was wrong')).ok).toBe(true)
  })

  test('to fieldwork when it has a lead inspector and its sample is allocated and open', () => {
    const missing = {
      people: [problem('programme.lead-missing', {})],
      preparation: [problem('fieldwork.cases-with-nobody', { cases: '2 cases' })],
    }
    expect(codes(moveStage(facts({ stage: 'before-fieldwork' }, missing), forward('fieldwork')))).toEqual([
      'programme.lead-missing',
      'fieldwork.cases-with-nobody',
    ])
  })

  test('from fieldwork when every case is signed, or with the reason why not, which is recorded', () => {
    const two = { unsigned: ['C-1', 'C-2'] }
    expect(codes(moveStage(facts({}, two), forward('ratings')))).toEqual(['programme.reason-unsigned'])
    const moved = moveStage(facts({}, two), forward('ratings', 'The files were lost'))
    expect(moved).toEqual({ ok: true, value: { stage: 'ratings', proposal: null, unsigned: ['C-1', 'C-2'] } })
  })

  test('a case that is opened again in ratings needs a reason of its own', () => {
    const course = { stage: 'ratings', unsigned: ['C-1'] } as const
    const moved = moveStage(facts(course, { unsigned: ['C-1', 'C-2'] }), forward('report'))
    expect(moved.ok ? [] : moved.problems.map(({ action }) => action)).toEqual([
      'Sign these cases, or enter why they are not signed: C-2.',
    ])
  })

  test('to the report when every standard is rated, an overall rating awarded, and every value decided', () => {
    const missing = { undecided: 1, ratings: [problem('programme.overall-missing', {})] }
    expect(codes(moveStage(facts({ stage: 'ratings' }, missing), forward('report')))).toEqual([
      'programme.values-undecided',
      'programme.overall-missing',
    ])
  })
})

describe('what a refusal says', () => {
  const problemsOf = (result: Result<unknown>) => (result.ok ? [] : result.problems)
  const outOfOrder = (from: string, to: string, possible: string) =>
    problem('programme.stage-out-of-order', { from, to, possible }, { field: 'stage' })

  test.each([
    ['fieldwork', 'report', outOfOrder('Fieldwork', 'Report', '“Ratings” or “Before fieldwork”')],
    ['announced', 'ratings', outOfOrder('Announced', 'Ratings', '“Before fieldwork”')],
    ['after', 'announced', outOfOrder('After publication', 'Announced', '“Published”')],
  ] as const)('from %s to %s: the stages that are possible', (stage, to, refusal) => {
    expect(problemsOf(moveStage(facts({ stage }), forward(to, 'Because')))).toEqual([refusal])
  })

  test('which field to fill in, and which cases are not signed', () => {
    const field = { field: 'reason' }
    expect(problemsOf(moveStage(facts({}), forward('before-fieldwork')))).toEqual([
      problem('programme.reason-missing', {}, field),
    ])
    expect(problemsOf(moveStage(facts({}, { unsigned: ['C-1', 'C-2'] }), forward('ratings')))).toEqual([
      problem('programme.reason-unsigned', { cases: 'C-1, C-2' }, field),
    ])
    const count = textLimits.reason + 1
    expect(problemsOf(moveStage(facts({}), forward('before-fieldwork', 'a'.repeat(count))))).toEqual([
      problem('text.too-long', { count, limit: textLimits.reason }, field),
    ])
    const missing = { unsigned: ['C-1', 'C-2'], undecided: 3 }
    expect(problemsOf(proposePublication(facts({ stage: 'report' }, missing), ada, proposal.at))).toEqual([
      problem('programme.cases-unsigned', { cases: 'C-1, C-2' }),
      problem('programme.values-undecided', { conflicts: '3 conflicts' }),
    ])
  })
})

describe('the cases of which a reason is on record', () => {
  const moved = (to: Stage, ...unsigned: readonly string[]): CourseEvent => ({ kind: 'moved', to, unsigned })
  const proposed: CourseEvent = { kind: 'proposed', ...proposal }

  test.each<[string, readonly CourseEvent[], readonly string[]]>([
    ['none before anything happened', [], []],
    [
      'those of every step since fieldwork, once each',
      [moved('ratings', 'C-1'), moved('report', 'C-1', 'C-2')],
      ['C-1', 'C-2'],
    ],
    ['also behind a proposal', [moved('ratings', 'C-1'), proposed], ['C-1']],
    ['none of a fieldwork that went on', [moved('ratings', 'C-1'), moved('fieldwork')], []],
    [
      'those of the last end of fieldwork only',
      [moved('ratings', 'C-1'), moved('fieldwork'), moved('ratings', 'C-2'), moved('report')],
      ['C-2'],
    ],
    [
      'still those after a step back from the report',
      [moved('ratings', 'C-1'), moved('report'), moved('ratings')],
      ['C-1'],
    ],
  ])('are %s', (_, events, unsigned) => {
    expect(courseOf('ratings', events).unsigned).toEqual(unsigned)
  })

  test.each([
    ['ratings', 'fieldwork', []],
    ['report', 'ratings', ['C-1']],
  ] as const)('on the way back from %s to %s', (stage, to, unsigned) => {
    expect(moveStage(facts({ stage, unsigned: ['C-1'] }), forward(to, 'Because'))).toEqual({
      ok: true,
      value: { stage: to, proposal: null, unsigned },
    })
  })

  test('are none before fieldwork', () => {
    const course = moveStage(facts({ stage: 'announced', unsigned: [] }), forward('before-fieldwork'))
    expect(course).toEqual({ ok: true, value: { stage: 'before-fieldwork', proposal: null, unsigned: [] } })
  })

  test('a proposal is the last thing that happened, or there is none', () => {
    expect(courseOf('report', [moved('report'), proposed]).proposal).toMatchObject(proposal)
    expect(courseOf('report', [proposed, moved('ratings')]).proposal).toBeNull()
    expect(courseOf('announced', []).proposal).toBeNull()
  })
})

test('nothing that is missing stops an inspection from being announced, corrected or finished', () => {
  const everything = {
    people: [problem('programme.lead-missing', {})],
    preparation: [problem('fieldwork.cases-with-nobody', { cases: '2 cases' })],
    unsigned: ['C-1'],
    undecided: 1,
    ratings: [problem('programme.overall-missing', {})],
    findings: [problem('programme.overall-missing', {})],
  }
  const nothing = { problems: [], explainable: [] }
  expect(missingBefore('announced', everything, [])).toEqual(nothing)
  expect(missingBefore('after', everything, [])).toEqual(nothing)
  expect(missingBefore('before-fieldwork', everything, [])).toEqual({
    ...nothing,
    problems: everything.people,
  })
  expect(missingBefore('fieldwork', everything, [])).toEqual({
    problems: [...everything.people, ...everything.preparation],
    explainable: [],
  })
  expect(missingBefore('ratings', everything, [])).toEqual({ problems: [], explainable: ['C-1'] })
  expect(missingBefore('ratings', everything, ['C-1'])).toEqual(nothing)
})

describe('publication', () => {
  const atReport = { stage: 'report', proposal } as const
  const publish = { to: 'published', reason: null, by: ben } as const

  test('is proposed by one and carried out by another', () => {
    expect(codes(moveStage(facts({ stage: 'report' }), publish))).toEqual(['programme.not-proposed'])
    expect(codes(moveStage(facts(atReport), { ...publish, by: ada }))).toEqual(['programme.second-person'])
    const nobody = { personId: null, name: 'command line' }
    expect(codes(moveStage(facts(atReport), { ...publish, by: nobody }))).toEqual(['programme.second-person'])
    expect(moveStage(facts(atReport), publish).ok).toBe(true)
  })

  test('is of the report as it was proposed', () => {
    const changed = { ...facts(atReport), report: 'two' }
    expect(codes(moveStage(changed, publish))).toEqual(['programme.report-changed'])
  })

  test('lists everything that is missing, also to the person who proposes it', () => {
    const missing = {
      unsigned: ['C-1'],
      undecided: 2,
      ratings: [problem('programme.standard-unrated', { standard: '1.1' })],
      findings: [problem('programme.findings-missing', { standard: '1.1' })],
    }
    const all = [
      'programme.cases-unsigned',
      'programme.values-undecided',
      'programme.standard-unrated',
      'programme.findings-missing',
    ]
    expect(codes(moveStage(facts(atReport, missing), publish))).toEqual(all)
    expect(codes(proposePublication(facts(atReport, missing), ada, proposal.at))).toEqual(all)
  })

  test('is proposed only at the stage before it, and not again after the inspection went back', () => {
    expect(codes(proposePublication(facts({ stage: 'ratings' }), ada, proposal.at))).toEqual([
      'programme.stage-out-of-order',
    ])
    const events: readonly CourseEvent[] = [
      { kind: 'proposed', ...proposal },
      { kind: 'moved', to: 'ratings', unsigned: [] },
      { kind: 'moved', to: 'report', unsigned: [] },
    ]
    expect(courseOf('report', events).proposal).toBeNull()
  })

  test('is by a second person only where the edition asks for one at publication', () => {
    const elsewhere: StageFacts['edition'] = { secondPersons: [{ step: 'sign', otherThan: ['propose'] }] }
    const same = { ...publish, by: ada }
    expect(moveStage({ ...facts(atReport), edition: elsewhere }, same).ok).toBe(true)
  })

  test('is by one person where the edition asks for no second', () => {
    const alone = { ...facts(atReport), edition: { secondPersons: [] } }
    expect(moveStage(alone, { ...publish, by: ada }).ok).toBe(true)
  })
})

describe('always', () => {
  /** What happens to an inspection: someone tries a step, or something in it is lost, found, changed or undone. */
  type Happening =
    | { readonly kind: 'move'; readonly to: Stage; readonly reason: string | null; readonly by: Mover }
    | { readonly kind: 'on'; readonly reason: string | null; readonly by: Mover }
    | { readonly kind: 'propose'; readonly by: Mover }
    | { readonly kind: 'change'; readonly readiness: Partial<Readiness> }
    | { readonly kind: 'write'; readonly report: string }

  const person = fc.constantFrom<Mover>(ada, ben, { personId: null, name: 'command line' })
  const reason = fc.constantFrom(null, 'Because')
  const missing = (code: 'programme.overall-missing' | 'programme.lead-missing') =>
    fc.constantFrom([], [problem(code, {})])
  const happening: fc.Arbitrary<Happening> = fc.oneof(
    { weight: 8, arbitrary: fc.record({ kind: fc.constant('on' as const), reason, by: person }) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('move' as const),
        to: fc.constantFrom(...stages),
        reason,
        by: person,
      }),
    },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('propose' as const), by: person }) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('change' as const),
        readiness: fc.record(
          {
            people: missing('programme.lead-missing'),
            preparation: missing('programme.lead-missing'),
            unsigned: fc.subarray(['C-1', 'C-2']),
            undecided: fc.constantFrom(0, 1),
            ratings: missing('programme.overall-missing'),
            findings: missing('programme.overall-missing'),
          },
          { requiredKeys: [] },
        ),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('write' as const), report: fc.constantFrom('one', 'two') }),
    },
  )

  type World = {
    readonly stage: Stage
    readonly readiness: Readiness
    readonly report: string
    readonly events: readonly CourseEvent[]
    readonly path: readonly Stage[]
    /** The cases of which a reason was given while the inspection was past fieldwork or leaving it. */
    readonly said: readonly string[]
  }
  const announced: World = {
    stage: 'announced',
    readiness: ready,
    report: 'one',
    events: [],
    path: ['announced'],
    said: [],
  }

  function after(world: World, happens: Happening): World {
    const course = courseOf(world.stage, world.events)
    const now = { edition, course, readiness: world.readiness, report: world.report }
    switch (happens.kind) {
      case 'change':
        return { ...world, readiness: { ...world.readiness, ...happens.readiness } }
      case 'write':
        return { ...world, report: happens.report }
      case 'propose': {
        const proposed = proposePublication(now, happens.by, proposal.at)
        if (!proposed.ok) return world
        return { ...world, events: [...world.events, { kind: 'proposed', ...proposed.value }] }
      }
      default: {
        const to = happens.kind === 'move' ? happens.to : (stages[stages.indexOf(world.stage) + 1] ?? 'after')
        const moved = moveStage(now, { to, reason: happens.reason, by: happens.by })
        if (!moved.ok) return world
        if (to === 'published' && world.stage === 'report') expectPublishable(world, happens.by)
        expect(Math.abs(stages.indexOf(to) - stages.indexOf(world.stage))).toBe(1)
        const said = happens.reason === null ? world.said : [...world.said, ...world.readiness.unsigned]
        const event = { kind: 'moved', to, unsigned: moved.value.unsigned } as const
        return { ...world, stage: to, events: [...world.events, event], path: [...world.path, to], said }
      }
    }
  }

  let published = 0

  /** Said without the rules under test: what has to hold of the world at the moment of publication. */
  function expectPublishable(world: World, by: Mover): void {
    published += 1
    const { ratings, findings, undecided, unsigned } = world.readiness
    expect([...ratings, ...findings]).toEqual([])
    expect(undecided).toBe(0)
    expect(unsigned.filter((caseId) => !world.said.includes(caseId))).toEqual([])
    const last = world.events.at(-1)
    if (last?.kind !== 'proposed') throw new Error('published without a proposal')
    expect(last.report).toBe(world.report)
    expect(last.by.personId).not.toBeNull()
    expect(by.personId).not.toBeNull()
    expect(by.personId).not.toBe(last.by.personId)
    expect(stages.slice(0, stages.indexOf('published')).every((each) => world.path.includes(each))).toBe(true)
  }

  test('nothing reaches publication but stage by stage, with nothing missing, by two people', () => {
    fc.assert(
      fc.property(fc.array(happening, { minLength: 10, maxLength: 60 }), (happenings) => {
        happenings.reduce(after, announced)
      }),
      { numRuns: 500 },
    )
    expect(published).toBeGreaterThan(10)
  })
})
