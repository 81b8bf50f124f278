import { rateCommand } from '../app/ratings/commands/rate.ts'
import { findingsImportCommand } from '../app/report/commands/findingsImport.ts'
import { reportCommand } from '../app/report/commands/report.ts'
import type { Command } from '../platform/command.ts'

/** Every command of `assay`, in the order that help lists them. */
export const commands: readonly Command[] = [rateCommand, findingsImportCommand, reportCommand]
