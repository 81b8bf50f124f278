import { describe, expect, test } from 'vitest'
import { aPublishedReport, aReport, withJudgement, withUnrated } from '../../../test/support/reportSources.ts'
import { buildReport } from './buildReport.ts'
import type { Block, Section } from './reportModel.ts'
import type { ReportSources } from './reportSources.ts'

function allSections(sections: readonly Section[]): readonly Section[] {
  return sections.flatMap((section) => [section, ...allSections(section.sections)])
}

/** Every sentence of the section `id` and of what stands under it. */
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
  test('shows every standard of the edition by domain, and resettlement apart and without points', () => {
    const ratings = words(aReport(), 'ratings')
    expect(ratings).toContain('Overall rating: Dim')
    expect(ratings).toContain('The score is 6 of 8. It gives an overall rating of Dim.')
    expect(ratings).toContain('Ratings: The board\nA1 Oversight | Bright | 4 | From evidence')
    expect(ratings).toContain('Ratings: Lamps\nB1 Lighting | Dim | 2 | From inspected cases')
    expect(ratings).toContain(
      'Ratings: apart, outside the score\nC1 Sounding | Bright | None | From evidence',
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
      'Standard B1 is rated Bright by professional judgement; its figures give Dim. The reason on record is: The lamp was being replaced.',
    )
    expect(words(judged, 'ratings')).toContain('B1 Lighting | Bright | 4 | Professional judgement')
  })
})

describe('the findings of a standard', () => {
  test('give each figure with its base, rating and distance to the ratings beside it', () => {
    const lighting = words(aReport(), 'standard-B1')
    expect(lighting).toContain('B1.1 Is the lamp lit at dusk? | 11 of 17 | 2 more | 1 fewer | 65% | Dim')
    expect(lighting).toContain('question B1.1 stands at 65%, which is Dim.')
    expect(lighting).toContain('The lens was cleaned too seldom.')
  })

  test('warn of a base under 20 and say how far one answer moves it: about 6 points of 17 cases', () => {
    expect(words(aReport(), 'standard-B1')).toContain(
      'on a base of 17 cases, one answer moves a percentage by about 6 points.',
    )
  })

  test('show no column of counts, and no warning of a base, where only percentages were published', () => {
    const lighting = words(aPublishedReport(), 'standard-B1')
    expect(lighting).toContain('B1.1 Is the lamp lit at dusk? | 65% | Dim')
    expect(lighting).not.toContain('Small number')
  })

  test('point to the published report where their text is not held', () => {
    expect(words(aPublishedReport(), 'standard-B1')).toContain(
      'It is in the published report that this report names as the source of its figures.',
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
  test('stand under their owners and are numbered through the report', () => {
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
      'How many cases were inspected for ‘Lamps’ is not on record.\nNo cases were inspected for ‘Fog signals’.\nHow the cases were chosen is not on record here, so no level of confidence and no margin of error is stated.',
    )
  })

  test('claims no sampling of the edition that the record does not hold', () => {
    for (const sources of [aReport(), aPublishedReport()]) {
      const report = JSON.stringify(buildReport(sources))
      expect(report).not.toMatch(/80 ?(%|per cent)|40:60|representative/)
    }
  })

  test('says that bases are known where they are, and that they are not where only percentages were published', () => {
    expect(words(aReport(), 'method-figures')).toContain('its base, the number of cases')
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
      'The base is not known for questions B1.2: only whole percentages are held.',
    )
  })

  test('explains what key questions and prompts are divided by', () => {
    const figures = words(aReport(), 'method-figures')
    expect(figures).toContain('every key question divides its yes answers by all inspected cases')
    expect(figures).toContain(
      'every prompt divides its yes answers by the cases to which the question applies',
    )
  })

  test('gives the bands, points and overall bands of the edition', () => {
    expect(words(aReport(), 'method-bands')).toContain('Dim | 40% | 69%')
    expect(words(aReport(), 'method-score')).toContain('Dim | 3 | 6')
    expect(words(aReport(), 'method-score')).toContain(
      'Where standard C1 is rated Dark, the overall rating is at most Dim.',
    )
    const sources = aReport()
    expect(words({ ...sources, rated: { ...sources.rated, maximum: 4 } }, 'method-score')).toContain(
      'The edition publishes no overall bands for a maximum of 4 points.',
    )
  })

  test('names what is not rated with its reason, and has no such part otherwise', () => {
    expect(words(withUnrated(aReport(), 'There is no fog'), 'method-unrated')).toContain(
      'The reason on record is: There is no fog.',
    )
    expect(() => words(aReport(), 'method-unrated')).toThrow('no section')
    expect(() => words(aReport(), 'method-judgements')).toThrow('no section')
  })
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
    const beside = allSections(draft.sections)
      .filter(({ id }) => id.startsWith('standard-'))
      .flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === 'rating' ? [block.rating.text] : [])),
      )
    expect(beside.length).toBeGreaterThan(2)
    for (const text of [...(given ?? []), ...beside]) expect(text).toMatch(/ so far$|^Not rated$/)
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
