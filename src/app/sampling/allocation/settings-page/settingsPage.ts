import { done, type Result } from '../../../../core/kernel/result.ts'
import { clockTime } from '../../../../core/sampling/allocation/fieldworkDay.ts'
import type { RouteRequest } from '../../../../platform/http/route.ts'
import type { Shell } from '../../../../platform/shell.ts'
import { allocationPage } from '../allocationPage.ts'
import { type Body, settingsForm } from '../forms.ts'
import type { AllocationSources } from '../loadAllocation.ts'
import type { StoredSettings } from '../timetable.queries.ts'
import { saveSettings } from './saveSettings.ts'

/** The days of fieldwork, how each is cut, and what makes a case harder. */
export function settingsPage(sources: AllocationSources) {
  return allocationPage(sources, {
    template: 'sampling/allocation/settings-page/settingsPage.njk',
    section: '/settings',
    view: async ({ settings }, sent) => {
      const typed = sent.problems.length > 0 ? sent.body : storedForm(settings)
      return done({ form: { ...typed, version: settings.version }, weights, times })
    },
  })
}

export function saveSettingsOf(sources: AllocationSources) {
  return async ({ params, body }: RouteRequest, shell: Shell): Promise<Result<unknown>> => {
    const { inspection = '' } = params
    const form = settingsForm(body)
    return form.ok ? saveSettings(shell, sources, inspection, form.value) : form
  }
}

const weights = [
  { name: 'custody', label: 'Custody', hint: 'Some or all of the disposal is served in custody' },
  { name: 'highRosh', label: 'High risk of serious harm', hint: null },
  { name: 'veryHighRosh', label: 'Very high risk of serious harm', hint: null },
  { name: 'highSafety', label: 'High concern for safety and wellbeing', hint: null },
  { name: 'veryHighSafety', label: 'Very high concern for safety and wellbeing', hint: null },
]

const times = [
  { name: 'dayStart', label: 'Start of the day', hint: 'For example, 9:00' },
  { name: 'slotMinutes', label: 'Minutes of a slot', hint: null },
  { name: 'slotsPerDay', label: 'Slots a day', hint: null },
  {
    name: 'readingSlots',
    label: 'Slots for reading a case before its interview',
    hint: 'The interview takes one more',
  },
]

/** The settings as the form writes them. */
export function storedForm({ weights: points, fieldwork, seed }: StoredSettings): Body {
  const numbers = Object.entries(points).map(([name, value]) => [name, String(value)])
  return {
    ...Object.fromEntries(numbers),
    days: fieldwork.days.join('\n'),
    dayStart: clockTime(fieldwork.dayStart),
    slotMinutes: String(fieldwork.slotMinutes),
    slotsPerDay: String(fieldwork.slotsPerDay),
    readingSlots: String(fieldwork.readingSlots),
    breaks: fieldwork.breaks.map(({ afterSlot, minutes }) => `${afterSlot}:${minutes}`).join(', '),
    seed,
  }
}
