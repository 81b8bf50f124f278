import { editionCheck } from '../app/framework/commands/editionCheck.ts'
import { editionList } from '../app/framework/commands/editionList.ts'
import { caseListAdd, caseListCheck } from '../app/intake/commands/caseList.ts'
import { authenticatorRemove } from '../app/people/commands/authenticatorRemove.ts'
import { personAdd } from '../app/people/commands/personAdd.ts'
import { tokenCreate } from '../app/people/commands/tokenCreate.ts'
import { answersExportCommand } from '../app/ratings/commands/answersExport.ts'
import { importAnswersCommand, importResultsCommand } from '../app/ratings/commands/import.ts'
import { rateCommand } from '../app/ratings/commands/rate.ts'
import { findingsImportCommand } from '../app/report/commands/findingsImport.ts'
import { reportCommand } from '../app/report/commands/report.ts'
import { sampleCommand, sampleVerifyCommand } from '../app/sampling/commands/sample.ts'
import { auditHeadCommand, auditVerifyCommand } from '../platform/auditCommands.ts'
import type { Command } from '../platform/command.ts'
import { refusalsCommand } from '../platform/refusals/refusalsCommand.ts'
import { tidyCommand } from './housekeeping.ts'
import { recordChecks } from './recordChecks.ts'

/** Every command of `assay`, in the order that help lists them. */
export const commands: readonly Command[] = [
  editionCheck,
  editionList,
  caseListCheck,
  caseListAdd,
  sampleCommand,
  sampleVerifyCommand,
  rateCommand,
  importResultsCommand,
  importAnswersCommand,
  answersExportCommand,
  findingsImportCommand,
  reportCommand,
  personAdd,
  authenticatorRemove,
  tokenCreate,
  auditVerifyCommand(recordChecks),
  auditHeadCommand,
  refusalsCommand,
  tidyCommand,
]
