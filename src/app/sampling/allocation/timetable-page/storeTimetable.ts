import { done, type Result, refuse } from '../../../../core/kernel/result.ts'
import { settingsProblems } from '../../../../core/sampling/allocation/fieldworkDay.ts'
import { type CaseTime, makeTimetable } from '../../../../core/sampling/allocation/timetable.ts'
import { recordAudit } from '../../../../platform/audit.queries.ts'
import type { Shell } from '../../../../platform/shell.ts'
import { changeAllocation } from '../changeAllocation.ts'
import type { AllocationSources } from '../loadAllocation.ts'
import { problem } from '../problems.ts'
import { findTimetable, type StoredSlot, type StoredTimetable, saveTimetable } from '../timetable.queries.ts'

/**
 * Makes the timetable of the present allocation, which replaces the one before. Refuses if no case is allocated, and if the
 * days, slots and breaks do not fit together.
 */
export function storeTimetable(
  shell: Shell,
  sources: AllocationSources,
  inspectionId: string,
): Promise<Result<StoredTimetable>> {
  return changeAllocation(shell, sources, inspectionId, async (tx, allocation) => {
    const [first, ...others] = settingsProblems(allocation.settings.fieldwork)
    if (first !== undefined) return refuse(first, ...others)
    if (allocation.assignments.length === 0) return refuse(problem('allocation.nothing-assigned', {}))
    const before = await findTimetable(tx, inspectionId)
    const { times, unplaced } = makeTimetable({ ...allocation, settings: allocation.settings.fieldwork })
    const after: StoredTimetable = {
      version: (before?.version ?? 0) + 1,
      madeAt: shell.now(),
      madeBy: shell.actor.name,
      unplaced,
      slots: times.flatMap(slotsOf),
    }
    await saveTimetable(tx, inspectionId, after)
    const change = { before: before ?? null, after, reason: null }
    await recordAudit(tx, shell, {
      action: 'allocation.make-timetable',
      inspectionId,
      subject: 'timetable',
      ...change,
    })
    return done(after)
  })
}

function slotsOf({
  pseudonym,
  assessor,
  caseManager,
  day,
  reading,
  interview,
}: CaseTime): readonly StoredSlot[] {
  const base = { pseudonym, assessor, caseManager, day }
  const readings = reading.map((span, index) => ({
    ...base,
    ...span,
    kind: 'reading' as const,
    part: index + 1,
  }))
  return [...readings, { ...base, ...interview, kind: 'interview', part: 1 }]
}
