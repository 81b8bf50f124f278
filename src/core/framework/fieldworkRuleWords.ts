/** What is recorded of an inspected case besides its questions, what is proposed, and when its inspector is warned. */
import type { CaseFact, Edition } from './edition.ts'
import type { RuleWords } from './ruleWords.ts'

export function notApplicableRule({ notApplicableWhen }: Edition): RuleWords {
  return {
    title: 'What is proposed as not applicable',
    sentences:
      notApplicableWhen.length === 0
        ? ['Nothing is.']
        : ['An inspector can always answer otherwise. A key question stands for its prompts too.'],
    items: notApplicableWhen.map(({ reason, questions }) => `${reason} ${questions.join(', ')}`),
  }
}

export function caseFactsRule({ fieldwork }: Edition): RuleWords {
  const titles = new Map(fieldwork.values.map(({ code, title }) => [code, title]))
  return {
    title: 'What is recorded of every case',
    sentences: [],
    items: fieldwork.factGroups.flatMap(({ title, facts }) =>
      facts.map((fact) => `${title}: ${factWords(fact, titles)}`),
    ),
  }
}

function factWords(
  { title, values, required, needsDetailFor, detailTitle }: CaseFact,
  titles: ReadonlyMap<string, string>,
): string {
  const word = (code: string) => titles.get(code) ?? code
  const notes = [
    ...(values.length > 0 ? [values.map(word).join(', ')] : []),
    ...(needsDetailFor !== null && detailTitle !== null
      ? [`with “${word(needsDetailFor)}”: ${detailTitle}`]
      : []),
    ...(required ? [] : ['may be left open']),
  ]
  return notes.length === 0 ? title : `${title} (${notes.join('; ')})`
}

export function pullApartRule({ fieldwork }: Edition): RuleWords {
  return {
    title: 'When a judgement and its prompts pull apart',
    sentences: [
      `Where more than ${fieldwork.pullApartAbovePercent} per cent of the prompts that are answered yes or no go the other way.`,
      'The inspector is warned and asked for the reason in the note. Nothing is forced.',
    ],
    items: [],
  }
}
