import type { Edition } from '../../../core/framework/edition.ts'
import { allStandards } from '../../../core/framework/findInEdition.ts'
import { countOf } from '../../../core/kernel/countOf.ts'
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
        `${file}: ${countOf(result.problems.length, 'error')} found. The edition was not loaded.\n`,
      )
      return 1
    }
    terminal.out(summaryOf(result.value))
    return 0
  },
}

/** What the author of the file compares with what they meant. */
function summaryOf(edition: Edition): string {
  const standards = allStandards(edition)
  const keyQuestions = standards.flatMap((standard) => standard.keyQuestions)
  const prompts = keyQuestions.flatMap((question) => question.prompts)
  const settings = edition.ruleSources.filter(({ sure }) => sure === 'setting')
  const bands = edition.rules.bands.map(({ from, to, rating }) => `${from}–${to} ${rating}`)
  return [
    `${edition.id}: ${edition.title}, in force from ${edition.inForceFrom}`,
    `  ${countOf(edition.domains.length, 'domain')}, ${countOf(standards.length, 'standard')}, ${countOf(keyQuestions.length, 'key question')}, ${countOf(prompts.length, 'prompt')}`,
    `  bands: ${bands.join(', ')}`,
    `  ${countOf(edition.rules.scoredStandards.length, 'scored standard')}; overall rating for a maximum of ${edition.rules.overall.map(({ maximum }) => maximum).join(', ') || 'none'}`,
    `  rules that are settings, because nothing is published: ${settings.map(({ rule }) => rule).join(', ') || 'none'}`,
    `  not published: ${countOf(edition.notPublished.length, 'item')}`,
    'No errors found.',
    '',
  ].join('\n')
}
