import { countOf } from '../../../core/kernel/countOf.ts'
import { printableText } from '../../../core/kernel/printableText.ts'
import type { Result } from '../../../core/kernel/result.ts'
import type { CheckedFindings } from '../../../core/report/checkFindings.ts'
import type { Command, CommandContext, ExitCode } from '../../../platform/command.ts'
import { printProblems } from '../../../platform/printProblems.ts'
import { readGivenFile } from '../../../platform/readGivenFile.ts'
import { loadEditions } from '../../framework/editions.ts'
import { readFindingsFile } from '../findings/findingsFile.ts'
import { importFindings } from '../findings/importFindings.ts'
import { unprintableText } from '../pdf/unprintableText.ts'

export const findingsImportCommand: Command = {
  name: 'findings import',
  summary: 'Replace the findings and recommendations of an inspection with those of a JSON file.',
  usage: 'assay findings import INSPECTION FILE.json',
  run,
}

async function run(commandArguments: readonly string[], context: CommandContext): Promise<ExitCode> {
  const [inspection, file, ...others] = commandArguments
  if (inspection === undefined || file === undefined || others.length > 0) {
    context.terminal.err(`Usage: ${findingsImportCommand.usage}\n`)
    return 2
  }
  const imported = await importFile(context, inspection, file)
  if (!imported.ok) {
    printProblems(context.terminal, imported.problems)
    return 1
  }
  const { findings, recommendations } = imported.value
  const standards = countOf(findings.length, 'standard')
  const recommended = countOf(recommendations.length, 'recommendation')
  context.terminal.out(`Imported the findings of ${standards} and ${recommended} into ${inspection}.\n`)
  for (const warning of unprintableIn(imported.value)) context.terminal.err(`${warning}\n`)
  return 0
}

/** What the PDF cannot print, with the place of the text in the file. */
function unprintableIn({ findings, recommendations }: CheckedFindings): readonly string[] {
  const texts = [
    ...findings.flatMap(({ standard, strengths, areasForImprovement }) => [
      { place: `${standard}, strengths`, text: strengths.join('\n') },
      { place: `${standard}, areas for improvement`, text: areasForImprovement.join('\n') },
    ]),
    ...recommendations.map(({ owner, text }, index) => ({
      place: `recommendation ${index + 1}`,
      text: `${owner}\n${text}`,
    })),
  ]
  return texts.flatMap(({ place, text }) => {
    const warning = unprintableText(text)
    return warning === null ? [] : [`${place}: ${printableText(warning)}`]
  })
}

async function importFile(
  context: CommandContext,
  inspection: string,
  file: string,
): Promise<Result<CheckedFindings>> {
  const content = await readGivenFile(file)
  if (!content.ok) return content
  const input = readFindingsFile(content.value, file)
  if (!input.ok) return input
  const editions = await loadEditions(context.editionsFolder)
  if (!editions.ok) return editions
  const { shell, close } = await context.openShell()
  try {
    return await importFindings(shell, editions.value, inspection, input.value)
  } finally {
    await close()
  }
}
