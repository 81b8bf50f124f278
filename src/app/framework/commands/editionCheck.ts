import type { Edition } from '../../../core/framework/edition.ts'
import { allStandards } from '../../../core/framework/findInEdition.ts'
import type { Command } from '../../../platform/command.ts'
import { printProblems } from '../../../platform/printProblems.ts'
import { loadEditionFile } from '../editions.ts'

export const editionCheck: Command = {
  name: 'edition check',
  summary: 'Check an edition file and list every error in it.',
  usage: 'assay edition check FILE',
  run: async (words, { terminal }) => {
    const [file, ...others] = words
    if (file === undefined || file.startsWith('-') || others.length > 0) {
      terminal.err('Usage: assay edition check FILE\n')
      return 2
    }
    const result = await loadEditionFile(file)
    if (!result.ok) {
      printProblems(terminal, result.problems)
      terminal.err(
        `${file}: ${counted(result.problems.length, 'fault', 'faults')}. No edition was made of it.\n`,
      )
      return 1
    }
    terminal.out(summaryOf(result.value))
    return 0
  },
}

/** What a person who wrote the file wants to compare with what they meant. */
function summaryOf(edition: Edition): string {
  const standards = allStandards(edition)
  const keyQuestions = standards.flatMap((standard) => standard.keyQuestions)
  const prompts = keyQuestions.flatMap((question) => question.prompts)
  const settings = edition.ruleSources.filter(({ sure }) => sure === 'setting')
  const bands = edition.rules.bands.map(({ from, to, rating }) => `${from}–${to} ${rating}`)
  return [
    `${edition.id}: ${edition.title}, in force from ${edition.inForceFrom}`,
    `  ${counted(edition.domains.length, 'domain', 'domains')}, ${counted(standards.length, 'standard', 'standards')}, ${counted(keyQuestions.length, 'key question', 'key questions')}, ${counted(prompts.length, 'prompt', 'prompts')}`,
    `  bands: ${bands.join(', ')}`,
    `  ${counted(edition.rules.scoredStandards.length, 'scored standard', 'scored standards')}; overall rating for a maximum of ${edition.rules.overall.map(({ maximum }) => maximum).join(', ') || 'none'}`,
    `  rules that are settings, because nothing is published: ${settings.map(({ rule }) => rule).join(', ') || 'none'}`,
    `  not published: ${counted(edition.notPublished.length, 'item', 'items')}`,
    'No fault found.',
    '',
  ].join('\n')
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
