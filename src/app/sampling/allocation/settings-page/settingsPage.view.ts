import type { SentForm } from '../../../layout/form/formPage.ts'
import type { StoredSettings } from '../timetable.queries.ts'
import { storedForm } from './settings.form.ts'

/** Returns what the page prints: the settings as they are stored, or as they were typed. */
export function settingsView(settings: StoredSettings, sent: SentForm | null) {
  return {
    heading: 'Allocation settings',
    values: { ...(sent?.values ?? storedForm(settings)), version: String(settings.version) },
    weights,
    times,
  }
}

const weights = [
  { name: 'custody', label: 'Custody', hint: 'Some or all of the disposal is served in custody.' },
  { name: 'highRosh', label: 'High risk of serious harm', hint: null },
  { name: 'veryHighRosh', label: 'Very high risk of serious harm', hint: null },
  { name: 'highSafety', label: 'High concern for safety and wellbeing', hint: null },
  { name: 'veryHighSafety', label: 'Very high concern for safety and wellbeing', hint: null },
]

const times = [
  { name: 'dayStart', label: 'Start of the day', hint: 'For example, 9:00' },
  { name: 'slotMinutes', label: 'Length of a slot in minutes', hint: null },
  { name: 'slotsPerDay', label: 'Slots per day', hint: null },
  {
    name: 'readingSlots',
    label: 'Slots for reading a case before its interview',
    hint: 'The interview uses one more slot.',
  },
]
