import { describe, expect, test } from 'vitest'
import { named } from '../../../test/support/editionBuilder.ts'
import { aPublishedReport, aReport, withJudgement, withUnrated } from '../../../test/support/reportSources.ts'
import { buildReport } from './buildReport.ts'
import type { Block, Section } from './reportModel.ts'
import type { ReportSources } from './reportSources.ts'
import { fullStop } from './wording.ts'

function allSections(sections: readonly Section[]): readonly Section[] {
  return sections.flatMap((section) => [section, ...allSections(section.sections)])
}

/** Every sentence of the section `id` and of everything below it. */
function words(sources: ReportSources, id: string): string {
  const section = allSections(buildReport(sources).sections).find((one) => one.id === id)
  if (section === undefined) throw new Error(`the report has no section ${id}`)
  return allSections([section])
    .flatMap(({ blocks }) => blocks.map(blockWords))
    .join('\n')
}

function blockWords(block: Block): string {
  if (block.kind === 'list' || block.kind === 'steps') return block.items.join('\n')
  if (block.kind === 'table')
    return [
      block.table.caption,
      ...block.table.rows.map((row) => row.map(({ text }) => text).join(' | ')),
    ].join('\n')
  if (block.kind === 'rating') return `${block.label}: ${block.rating.text}`
  if (block.kind === 'bars') return block.bars.alternative
  return 'text' in block ? block.text : ''
}

describe('the ratings page', () => {
  test('shows every standard of the edition by domain, and resettlement separately and without points', () => {
    const ratings = words(aReport(), 'ratings')
    expect(ratings).toContain('Overall rating: Dim')
    expect(ratings).toContain('The score is 6 of 8. It gives an overall rating of Dim.')
    expect(ratings).toContain('Ratings: The board\nA1 Oversight | Bright | 4 | From evidence')
    expect(ratings).toContain('Ratings: Lamps\nB1 Lighting | Dim | 2 | From inspected cases')
    expect(ratings).toContain(
      'Ratings: rated separately, not in the score\nC1 Sounding | Bright | None | From evidence',
    )
  })

  test('says which standard limits the overall rating', () => {
    const sources = aReport()
    const limited = { ...sources.rated, limitedBy: sources.rated.standards[2]?.standard ?? null }
    expect(words({ ...sources, rated: limited }, 'ratings')).toContain(
      'It gives Dim, which the rating of standard C1 limits to Dim.',
    )
  })

  test('gives a professional judgement with what the figures gave and its reason', () => {
    const judged = withJudgement(aReport(), 'The lamp was being replaced')
    expect(words(judged, 'ratings')).toContain(
      'Standard B1 is rated Bright by professional judgement. Its figures give Dim. Reason: The lamp was being replaced.',
    )
    expect(words(judged, 'ratings')).toContain('B1 Lighting | Bright | 4 | Professional judgement')
  })
})

describe('the findings of a standard', () => {
  test('give each figure with its base, rating and distance to the ratings next to it', () => {
    const lighting = words(aReport(), 'standard-B1')
    expect(lighting).toContain('B1.1 Is the lamp lit at dusk? | 11 of 17 | 2 more | 1 fewer | 65% | Dim')
    expect(lighting).toContain('Question B1.1 is at 65%, which is Dim.')
    expect(lighting).toContain('The lens was cleaned too seldom.')
  })

  test('warn of a base under 20 and say how much one answer changes it: about 6 points of 17 cases', () => {
    expect(words(aReport(), 'standard-B1')).toContain(
      'with a base of 17 cases, one answer changes a percentage by about 6 points.',
    )
  })

  test('show no column of counts, and no warning of a base, where only percentages were published', () => {
    const lighting = words(aPublishedReport(), 'standard-B1')
    expect(lighting).toContain('B1.1 Is the lamp lit at dusk? | 65% | Dim')
    expect(lighting).not.toContain('Small number')
  })

  test('point to the published report if their text is not stored', () => {
    expect(words(aPublishedReport(), 'standard-B1')).toContain(
      'It is in the published report that is the source of these figures.',
    )
    expect(words(aPublishedReport(), 'recommendations')).toContain(
      'It is in the published report: Inspection of Rock Lighthouse, Open licence.',
    )
    expect(buildReport(aPublishedReport()).facts).toContainEqual({
      label: 'Source of the figures',
      value: 'Inspection of Rock Lighthouse, Open licence',
    })
    expect(words({ ...aReport(), findings: [] }, 'standard-B1')).toContain(
      'No findings have been written for this standard.',
    )
  })
})

describe('recommendations', () => {
  test('are listed under their owners and numbered through the report', () => {
    const section = buildReport(aReport()).sections.find(({ id }) => id === 'recommendations')
    expect(section?.sections.map(({ title, blocks }) => [title, blocks])).toEqual([
      [
        'The head keeper',
        [{ kind: 'steps', start: 1, items: ['Clean the lens every week.', 'Write down each cleaning.'] }],
      ],
      ['The board', [{ kind: 'steps', start: 3, items: ['Pay for a second lens.'] }]],
    ])
  })
})

describe('the method section', () => {
  test('says how many cases were inspected for each domain, in words that fit the number', () => {
    const method = words(aReport(), 'method-cases')
    expect(method).toContain('17 cases were inspected for ‘Lamps’.')
    expect(method).toContain('1 case was inspected for ‘Fog signals’.')
    const unknown = { ...aReport().facts, cases: [{ domain: 'fog', inspected: 0 }] }
    expect(words({ ...aReport(), facts: unknown }, 'method-cases')).toBe(
      'The number of cases inspected for ‘Lamps’ is not known.\nNo cases were inspected for ‘Fog signals’.\nThis report does not record how the cases were chosen, so it gives no confidence level and no margin of error.',
    )
  })

  test('claims no sampling of the edition that is not recorded', () => {
    for (const sources of [aReport(), aPublishedReport()]) {
      const report = JSON.stringify(buildReport(sources))
      expect(report).not.toMatch(/80 ?(%|per cent)|40:60|representative/)
    }
  })

  test('says that bases are known where they are, and that they are not where only percentages were published', () => {
    expect(words(aReport(), 'method-figures')).toContain('Its base, the number of cases')
    expect(words(aReport(), 'method-figures')).not.toContain('not known')
    expect(words(aPublishedReport(), 'method-figures')).toContain('Only whole percentages were published.')
  })

  test('names the questions without a base where only some have one', () => {
    const sources = aReport()
    const standards = sources.rated.standards.map((one) => ({
      ...one,
      keyQuestions: one.keyQuestions.map((figure) =>
        String(figure.id) === 'B1.2' ? { ...figure, yes: null, of: null } : figure,
      ),
    }))
    expect(words({ ...sources, rated: { ...sources.rated, standards } }, 'method-figures')).toContain(
      'Only whole percentages are known for questions B1.2, and their bases are not known.',
    )
  })

  test('explains what key questions and prompts are divided by', () => {
    const figures = words(aReport(), 'method-figures')
    expect(figures).toContain('For every key question, the yes answers are divided by all inspected cases')
    expect(figures).toContain(
      'For every prompt, the yes answers are divided by the cases to which the question applies',
    )
  })

  test('gives the bands, points and overall bands of the edition', () => {
    expect(words(aReport(), 'method-bands')).toContain('Dim | 40% | 69%')
    expect(words(aReport(), 'method-score')).toContain('Dim | 3 | 6')
    expect(words(aReport(), 'method-score')).toContain(
      'If standard C1 is rated Dark, the overall rating cannot be higher than Dim.',
    )
    const sources = aReport()
    expect(words({ ...sources, rated: { ...sources.rated, maximum: 4 } }, 'method-score')).toContain(
      'The edition has no overall bands for a maximum of 4 points.',
    )
  })

  test('names what is not rated with its reason, and has no such part otherwise', () => {
    expect(words(withUnrated(aReport(), 'There is no fog'), 'method-unrated')).toContain(
      'Reason: There is no fog.',
    )
    expect(() => words(aReport(), 'method-unrated')).toThrow('no section')
    expect(() => words(aReport(), 'method-judgements')).toThrow('no section')
  })
})

describe('the tables of a report', () => {
  const tablesIn = (sources: ReportSources, id: string) =>
    allSections(buildReport(sources).sections)
      .filter((section) => section.id === id)
      .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])))
  const kindsIn = (sources: ReportSources, id: string) =>
    tablesIn(sources, id).map(({ columns }) => columns.map(({ kind }) => kind))

  test('have columns that are headings, text, numbers or ratings', () => {
    const ratings = ['heading', 'rating', 'number', 'text']
    expect(kindsIn(aReport(), 'ratings')).toEqual([ratings, ratings, ratings])
    expect(kindsIn(aReport(), 'standard-B1')).toEqual([
      ['heading', 'number', 'number', 'number', 'number', 'rating'],
    ])
    expect(kindsIn(aPublishedReport(), 'standard-B1')).toEqual([['heading', 'number', 'rating']])
    expect(kindsIn(aReport(), 'method-bands')).toEqual([['heading', 'number', 'number']])
    expect(kindsIn(aReport(), 'method-score')).toEqual([['heading', 'number', 'number']])
    for (const { columns } of tablesIn(aReport(), 'method-bands'))
      for (const { title } of columns) expect(title).not.toBe('')
  })

  test('show the share in words if the edition has any, also where one band has none', () => {
    const sources = aReport()
    const bands = sources.edition.rules.bands.map((band, at) => ({ ...band, word: at === 0 ? 'few' : null }))
    const edition = { ...sources.edition, rules: { ...sources.edition.rules, bands } }
    expect(kindsIn({ ...sources, edition }, 'method-bands')).toEqual([
      ['heading', 'number', 'number', 'text'],
    ])
    const [table] = tablesIn({ ...sources, edition }, 'method-bands')
    const [few, ...others] = table?.rows.map((row) => row.at(-1)?.text) ?? []
    expect(few).toBe('few')
    expect(new Set(others).size).toBe(1)
    expect(others).not.toContain('few')
  })

  test('say of a question that has the highest or the lowest rating that there is none to go to', () => {
    const sources = aReport()
    const standards = sources.rated.standards.map((one) => ({
      ...one,
      keyQuestions: one.keyQuestions.map((figure, at) =>
        at === 0 ? { ...figure, yesToNextBand: null, yesToBandBelow: null, yes: null } : figure,
      ),
    }))
    const [table] = tablesIn({ ...sources, rated: { ...sources.rated, standards } }, 'standard-B1')
    const [first, second] = table?.rows.map((row) => row.map(({ text }) => text)) ?? []
    expect(first?.[2]).toBe(first?.[3])
    expect(first?.[2]).not.toContain('null')
    expect(second?.slice(1, 4)).toEqual([
      '13 of 17',
      expect.stringContaining('2'),
      expect.stringContaining('1'),
    ])
  })
})

describe('the picture of percentages', () => {
  const barsIn = (sources: ReportSources) =>
    allSections(buildReport(sources).sections).flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'bars' ? [block.bars] : [])),
    )

  test('shows each key question of a standard with its percentage and rating, and where the bands begin', () => {
    const [bars, ...others] = barsIn(aReport())
    expect(others).toEqual([])
    expect(bars).toMatchObject({
      id: 'bars-B1',
      bars: [
        { label: 'B1.1', percent: 65, figure: '65%: Dim', tone: 'higher' },
        { label: 'B1.2', percent: 76, figure: '76%: Bright', tone: 'highest' },
      ],
      bands: [
        { from: 0, title: 'Dark' },
        { from: 40, title: 'Dim' },
        { from: 70, title: 'Bright' },
      ],
    })
    for (const words of ['B1.1', '65%: Dim', 'B1.2', '76%: Bright'])
      expect(bars?.alternative).toContain(words)
  })

  test('names the strand of a question, and leaves out a question that applied to no case', () => {
    const sources = aReport()
    const strands = [
      { id: 'safety', title: 'Safety' },
      { id: 'light', title: 'Light' },
    ]
    const domains = sources.edition.domains.map((domain) => ({
      ...domain,
      standards: domain.standards.map((one) => ({
        ...one,
        keyQuestions: one.keyQuestions.map((question, at) => ({
          ...question,
          strand: at === 0 ? 'light' : null,
        })),
      })),
    }))
    const edition = { ...sources.edition, strands, domains }
    expect(barsIn({ ...sources, edition })[0]?.bars.map(({ label }) => label)).toEqual(['B1.1 Light', 'B1.2'])
    const withPercent = (first: boolean) => ({
      ...sources.rated,
      standards: sources.rated.standards.map((one) => ({
        ...one,
        keyQuestions: one.keyQuestions.map((figure, at) =>
          first && at === 0 ? figure : { ...figure, percentYes: null },
        ),
      })),
    })
    expect(barsIn({ ...sources, rated: withPercent(true) })[0]?.bars.map(({ label }) => label)).toEqual([
      'B1.1',
    ])
    expect(barsIn({ ...sources, rated: withPercent(false) })).toEqual([])
  })
})

describe('the cautions of a standard', () => {
  const notes = (sources: ReportSources, id: string) =>
    allSections(buildReport(sources).sections)
      .filter((section) => section.id === id)
      .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'note' ? [block.text] : [])))

  test('are one for each small base, not one for each question', () => {
    expect(notes(aReport(), 'standard-B1')).toHaveLength(1)
    expect(notes(aReport(), 'standard-A1')).toEqual([])
    expect(notes(aPublishedReport(), 'standard-B1')).toEqual([])
  })

  test('are none for a base of 20 or more', () => {
    const sources = aReport()
    const standards = sources.rated.standards.map((one) => ({
      ...one,
      keyQuestions: one.keyQuestions.map((figure) => ({ ...figure, of: 40 })),
    }))
    expect(notes({ ...sources, rated: { ...sources.rated, standards } }, 'standard-B1')).toEqual([])
  })

  test('are the reason for a professional judgement and for a standard that is not rated', () => {
    const judged = notes(withJudgement(aReport(), 'The lamp was being replaced'), 'standard-B1')
    expect(judged).toHaveLength(2)
    expect(judged[0]).toContain('The lamp was being replaced.')
    const unrated = notes(withUnrated(aReport(), 'There is no fog'), 'standard-C1')
    expect(unrated).toEqual([expect.stringContaining('There is no fog.')])
    expect(notes(withJudgement(aReport(), 'x'), 'ratings')).toHaveLength(1)
    expect(notes(aReport(), 'ratings')).toEqual([])
  })
})

describe('the parts of a section', () => {
  const blocksOf = (sources: ReportSources, id: string) =>
    allSections(buildReport(sources).sections).find((section) => section.id === id)?.blocks ?? []
  const kindsOf = (sources: ReportSources, id: string) => blocksOf(sources, id).map(({ kind }) => kind)

  test('are for a standard from cases its statement, rating, deciding question, figures and findings', () => {
    expect(kindsOf(aReport(), 'standard-B1')).toEqual([
      'paragraph',
      'rating',
      'paragraph',
      'table',
      'bars',
      'note',
      'label',
      'list',
      'label',
      'list',
    ])
  })

  test('are for a standard from evidence its statement, its rating, and that nothing is written', () => {
    expect(kindsOf(aReport(), 'standard-A1')).toEqual(['paragraph', 'rating', 'paragraph'])
  })

  test('leave out a heading without findings below it', () => {
    const sources = aReport()
    const only = (strengths: readonly string[], areas: readonly string[]) => ({
      ...sources,
      findings: sources.findings.map((one) => ({ ...one, strengths, areasForImprovement: areas })),
    })
    expect(kindsOf(only(['Good'], []), 'standard-B1').slice(-2)).toEqual(['label', 'list'])
    expect(kindsOf(only(['Good'], []), 'standard-B1').filter((kind) => kind === 'list')).toHaveLength(1)
    expect(kindsOf(only([], ['Bad']), 'standard-B1').filter((kind) => kind === 'list')).toHaveLength(1)
    expect(kindsOf(only([], []), 'standard-B1').at(-1)).toBe('paragraph')
    const labels = blocksOf(sources, 'standard-B1').flatMap((block) =>
      block.kind === 'label' ? [block.text] : [],
    )
    expect(new Set(labels).size).toBe(2)
  })

  test('name the question that decided, also if it is not the first', () => {
    const sources = aReport()
    const standards = sources.rated.standards.map((one) => ({
      ...one,
      decidedBy: one.keyQuestions[1]?.id ?? null,
    }))
    const second = words({ ...sources, rated: { ...sources.rated, standards } }, 'standard-B1')
    expect(second).toMatch(/B1\.2 \D*76%/)
  })

  test('say that there is nothing yet for a standard without figures or judgement', () => {
    const sources = aReport()
    const nothing = { ...sources, rated: { ...sources.rated, standards: [] } }
    expect(kindsOf(nothing, 'standard-B1').slice(0, 3)).toEqual(['paragraph', 'rating', 'paragraph'])
    expect(words(nothing, 'standard-A1').split('\n')).toHaveLength(4)
    const [table] = blocksOf(nothing, 'ratings').flatMap((block) =>
      block.kind === 'table' ? [block.table] : [],
    )
    const [row] = table?.rows.map((cells) => cells.map(({ text }) => text)) ?? []
    const [known] = blocksOf(sources, 'ratings').flatMap((block) =>
      block.kind === 'table' ? [block.table] : [],
    )
    expect(row?.[0]).toBe('A1 Oversight')
    expect(row?.[3]).not.toBe(known?.rows[0]?.[3]?.text)
  })

  test('begin a domain with its number of cases if it is judged from cases', () => {
    expect(words(aReport(), 'domain-B')).toContain('17')
    expect(words(aReport(), 'domain-C').startsWith('1 ')).toBe(true)
    expect(kindsOf(aReport(), 'domain-A')).toEqual([])
    const unknown = { ...aReport(), facts: { ...aReport().facts, cases: [] } }
    expect(kindsOf(unknown, 'domain-B')).toEqual(['paragraph'])
    expect(words(unknown, 'domain-B')).not.toBe(words(aReport(), 'domain-B'))
  })

  test('of the ratings keep resettlement out of its domain, and out of the page if there is none', () => {
    const captions = (sources: ReportSources) =>
      blocksOf(sources, 'ratings').flatMap((block) => (block.kind === 'table' ? [block.table.caption] : []))
    expect(captions(aReport())).toHaveLength(3)
    expect(captions(aReport()).join()).not.toContain('Fog signals')
    const sources = aReport()
    const rules = { ...sources.edition.rules, resettlement: null }
    const within = captions({ ...sources, edition: { ...sources.edition, rules } })
    expect(within).toHaveLength(3)
    expect(within[2]).toContain('Fog signals')
  })

  test('of the method are those for which there is something to say', () => {
    const partsOf = (sources: ReportSources) =>
      buildReport(sources)
        .sections.at(-1)
        ?.sections.map(({ id }) => id.replace('method-', ''))
    expect(partsOf(aReport())).toEqual(['cases', 'figures', 'bands', 'score'])
    expect(buildReport(aReport()).sections.at(-1)?.blocks).toEqual([])
    expect(partsOf(withUnrated(withJudgement(aReport(), 'x'), 'y'))).toEqual([
      'cases',
      'figures',
      'bands',
      'score',
      'judgements',
      'unrated',
    ])
    const sources = aReport()
    const domains = sources.edition.domains.filter(({ cases }) => cases === null)
    const standards = sources.rated.standards.filter(({ judgedFrom }) => judgedFrom === 'evidence')
    const without = {
      ...sources,
      edition: { ...sources.edition, domains },
      rated: { ...sources.rated, standards },
    }
    expect(partsOf(without)).toEqual(['bands', 'score'])
  })

  test('of the method name the standards judged from evidence, if there are any', () => {
    const lists = (sources: ReportSources) =>
      blocksOf(sources, 'method-bands').flatMap((block) => (block.kind === 'list' ? [block.items] : []))
    expect(lists(aReport())).toEqual([['A1 Oversight', 'C1 Sounding']])
    const sources = aReport()
    const domains = sources.edition.domains.filter(({ id }) => String(id) === 'B')
    const onlyCases = { ...sources, edition: { ...sources.edition, domains } }
    expect(lists(onlyCases)).toEqual([])
    expect(kindsOf(onlyCases, 'method-bands')).toEqual(['table', 'paragraph'])
  })

  test('of the method give the points of each rating, the score, and what is outside it', () => {
    const [, points, score, outside] = blocksOf(aReport(), 'method-score')
    expect(points).toEqual({ kind: 'list', items: ['Dark: 0', 'Dim: 2', 'Bright: 4'] })
    expect(score && blockWords(score).match(/\d+/g)).toEqual(['2', '2', '6', '8'])
    expect(outside && blockWords(outside)).toContain('C1')
    const sources = aReport()
    const rules = { ...sources.edition.rules, resettlement: null }
    const scored = { ...sources, edition: { ...sources.edition, rules } }
    expect(kindsOf(aReport(), 'method-score').filter((kind) => kind === 'paragraph')).toHaveLength(4)
    expect(kindsOf(scored, 'method-score').filter((kind) => kind === 'paragraph')).toHaveLength(3)
  })

  test('of the method repeat no note that has a place of its own', () => {
    const sources = aReport()
    const codes = ['professional-judgement', 'standard-absent', 'standard-unrated'] as const
    const notes = codes.map((code) => ({ code, text: code, standard: null, keyQuestion: null }))
    const withNotes = { ...sources, rated: { ...sources.rated, notes } }
    expect(blocksOf(withNotes, 'method-notes')).toEqual([{ kind: 'list', items: ['standard-absent'] }])
    expect(words(withJudgement(sources, 'The lens'), 'method-judgements')).toContain('The lens.')
  })
})

describe('the facts on the title page', () => {
  const factsOf = (more: object) => {
    const sources = aReport()
    return buildReport({ ...sources, facts: { ...sources.facts, ...more } }).facts.map(({ value }) => value)
  }

  test('are the service, the days, the edition, its holder and licence, and the source', () => {
    const [service, began, published, edition, holder] = factsOf({ published: '2001-06' })
    expect([service, began, published, edition, holder]).toEqual([
      'Rock Lighthouse',
      '5 March 2001',
      'June 2001',
      'Invented standards for lighthouses',
      'The Board of Lights, Open licence',
    ])
    const [, unknownBegan, unpublished] = factsOf({ fieldworkStarted: null })
    for (const words of [unknownBegan, unpublished]) expect(words).not.toMatch(/\d|null/)
  })

  test('are with the stage of the report, which only its publication ends', () => {
    const sources = aReport()
    const stage = (more: object) => buildReport({ ...sources, facts: { ...sources.facts, ...more } }).stage
    const underWay = { signed: 3, inspected: 12 }
    expect([stage({}), stage({ published: '2001' }), stage({ underWay, published: '2001' })]).toEqual([
      'provisional',
      'published',
      'draft',
    ])
    expect(buildReport(sources).title).not.toMatch(/^Draft/)
  })
})

describe('the score', () => {
  const scoreOf = (changes: Partial<ReportSources['rated']>) => {
    const sources = aReport()
    return words({ ...sources, rated: { ...sources.rated, ...changes } }, 'ratings').split('\n')[1]
  }

  test('gives no overall rating if there is none', () => {
    expect(scoreOf({ overall: null })).toContain('6 of 8')
    expect(scoreOf({ overall: null })).not.toContain('Dim')
  })

  test('of a draft is the score so far', () => {
    const sources = aReport()
    const draft = { ...sources, facts: { ...sources.facts, underWay: { signed: 3, inspected: 12 } } }
    expect(words(draft, 'ratings')).toContain('so far is 6 of 8')
  })

  test('of a standard that is not rated is none', () => {
    expect(words(withUnrated(aReport(), 'There is no fog'), 'ratings')).toMatch(
      /C1 Sounding \| Not rated \| None \| (?!From)/,
    )
  })

  test('of a standard that was rated by professional judgement without figures names no other rating', () => {
    const sources = withJudgement(aReport(), 'The lens')
    const standards = sources.rated.standards.map((one) => ({ ...one, calculated: null }))
    const judged = words({ ...sources, rated: { ...sources.rated, standards } }, 'method-judgements')
    expect(judged).toContain('Bright')
    expect(judged).not.toContain('figures give')
  })
})

describe('what figures are divided by', () => {
  const figures = (
    denominators: readonly ('all-inspected-cases' | 'applicable-cases')[],
    published = false,
  ) => {
    const sources = published ? aPublishedReport() : aReport()
    const standards = sources.rated.standards.map((one) => ({
      ...one,
      prompts: [],
      keyQuestions: denominators.flatMap((denominator, at) =>
        one.keyQuestions.slice(0, 1).map((figure) => ({
          ...figure,
          id: named<typeof figure.id>(`B1.${at + 1}`),
          denominator,
        })),
      ),
    }))
    return words({ ...sources, rated: { ...sources.rated, standards } }, 'method-figures').split('\n')
  }

  test('is one sentence if all are alike, and two that name the exceptions otherwise', () => {
    const [all, applicable] = ['all-inspected-cases', 'applicable-cases'] as const
    expect(figures([all, all])).toHaveLength(3)
    const mostAll = figures([all, applicable, all])
    expect(mostAll).toHaveLength(4)
    expect(mostAll[2]).toContain('For B1.2, the')
    const mostApplicable = figures([applicable, all, applicable])
    expect(mostApplicable[2]).toContain('For B1.2, the')
    expect(mostApplicable[1]).not.toBe(mostAll[1])
    expect(figures([applicable, applicable])[1]).not.toBe(figures([all, all])[1])
  })

  test('has no sentence about prompts if there are none, and distinguishes our own percentages from published ones', () => {
    const own = aPublishedReport()
    const [first] = words({ ...own, facts: { ...own.facts, source: null } }, 'method-figures').split('\n')
    const [published] = words(own, 'method-figures').split('\n')
    expect(first).not.toBe(published)
  })
})

test('recommendations are numbered by owner, and their absence has its own words', () => {
  const { sections } = buildReport(aReport())
  const [, recommendations] = sections
  expect(recommendations?.sections.map(({ id }) => id)).toEqual(['recommendations-1', 'recommendations-2'])
  const introductions = [
    aReport(),
    aPublishedReport(),
    { ...aReport(), recommendations: [] },
    { ...aPublishedReport(), recommendations: aReport().recommendations },
  ].map((sources) => words(sources, 'recommendations').split('\n')[0])
  expect(new Set(introductions).size).toBe(3)
  expect(introductions[3]).toBe(introductions[0])
})

test.each([
  ['It ends', 'It ends.'],
  [' It ends. ', 'It ends.'],
  ['Does it? ', 'Does it?'],
  ['v1.2 is out', 'v1.2 is out.'],
  ['Stop! Then go', 'Stop! Then go.'],
])('%j is closed as %j', (text, closed) => {
  expect(fullStop(text)).toBe(closed)
})

describe('the warning on every page', () => {
  test('says made up, or provisional while nothing is published, or nothing', () => {
    const { facts, ...rest } = aReport()
    const warning = (more: object) => buildReport({ ...rest, facts: { ...facts, ...more } }).warning
    expect(warning({ madeUp: true, published: '2001' })).toContain('Made up')
    expect(warning({})).toContain('Provisional')
    expect(warning({ published: '2001' })).toBeNull()
  })
})

describe('the report of an inspection in fieldwork', () => {
  const sources = aReport()
  const draft = buildReport({
    ...sources,
    facts: { ...sources.facts, underWay: { signed: 3, inspected: 12 } },
  })

  test('is called a draft, and says on every page how many cases are signed', () => {
    expect(draft.title).toMatch(/^Draft/)
    expect(draft.warning).toContain('Draft: 3 of 12 cases signed.')
    expect(draft.warning).toBe(draft.warning?.trim())
    const facts = { ...sources.facts, underWay: { signed: 3, inspected: 12 }, madeUp: true }
    expect(buildReport({ ...sources, facts }).warning).toMatch(/^Draft.* Made up/)
  })

  test('gives no rating without the words “so far”', () => {
    const finished = buildReport(sources)
    expect(draft.overall).toEqual({ text: `${finished.overall.text} so far`, tone: 'none' })
    expect(draft.score).toBe(`${finished.score} so far`)
    const [ratings] = draft.sections
    const given = ratings?.blocks.flatMap((block) =>
      block.kind === 'table' ? block.table.rows.map((row) => row[1]?.text) : [],
    )
    expect(given?.length).toBeGreaterThan(2)
    const ofStandards = allSections(draft.sections)
      .filter(({ id }) => id.startsWith('standard-'))
      .flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === 'rating' ? [block.rating.text] : [])),
      )
    expect(ofStandards.length).toBeGreaterThan(2)
    for (const text of [...(given ?? []), ...ofStandards]) expect(text).toMatch(/ so far$|^Not rated$/)
  })
})

describe('always', () => {
  test('every address inside a report is unique', () => {
    for (const sources of [aReport(), aPublishedReport(), withJudgement(aReport(), 'x')]) {
      const ids = allSections(buildReport(sources).sections).map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }
  })

  test('every row of every table has a cell for each column', () => {
    const tables = allSections(buildReport(aReport()).sections).flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])),
    )
    expect(tables.length).toBeGreaterThan(5)
    for (const table of tables)
      for (const row of table.rows) expect(row, table.caption).toHaveLength(table.columns.length)
  })

  test('every line of the annexe has an item of its own', () => {
    const items = buildReport(aReport()).annexe.map(({ item }) => item)
    expect(items).toEqual(['A1', 'B1', 'B1.1', 'B1.1.a', 'B1.2', 'C1'])
  })
})
