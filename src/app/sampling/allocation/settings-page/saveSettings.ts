import { done, type Result, refuse } from '../../../../core/kernel/result.ts'
import { settingsProblems } from '../../../../core/sampling/allocation/fieldworkDay.ts'
import { recordAudit } from '../../../../platform/audit.queries.ts'
import type { Shell } from '../../../../platform/shell.ts'
import { changeAllocation, changedMeanwhile } from '../changeAllocation.ts'
import type { AllocationSources } from '../loadAllocation.ts'
import { type StoredSettings, saveStoredSettings } from '../timetable.queries.ts'

/**
 * Saves the settings; `settings.version` is the version that the writer saw. Refuses if they were changed since, and if
 * the days, slots and breaks do not fit together.
 */
export function saveSettings(
  shell: Shell,
  sources: AllocationSources,
  inspectionId: string,
  settings: StoredSettings,
): Promise<Result<StoredSettings>> {
  return changeAllocation(shell, sources, inspectionId, async (tx, { settings: before }) => {
    const [first, ...others] = settingsProblems(settings.fieldwork)
    if (first !== undefined) return refuse(first, ...others)
    if (before.version !== settings.version) return refuse(changedMeanwhile('the settings'))
    const after = { ...settings, version: settings.version + 1 }
    await saveStoredSettings(tx, inspectionId, after)
    const change = { before, after, reason: null }
    await recordAudit(tx, shell, {
      action: 'allocation.save-settings',
      inspectionId,
      subject: 'settings',
      ...change,
    })
    return done(after)
  })
}
