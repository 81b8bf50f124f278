import type { Command } from '../../../platform/command.ts'
import { printProblems } from '../../../platform/printProblems.ts'
import { loadEditions } from '../editions.ts'

export const editionList: Command = {
  name: 'edition list',
  summary: 'List the editions of the standards.',
  usage: 'assay edition list',
  run: async (words, { terminal, editionsFolder }) => {
    if (words.length > 0) {
      terminal.err('Usage: assay edition list\n')
      return 2
    }
    const editions = await loadEditions(editionsFolder)
    if (!editions.ok) {
      printProblems(terminal, editions.problems)
      return 1
    }
    for (const { id, title } of editions.value.values()) terminal.out(`${id}  ${title}\n`)
    return 0
  },
}
