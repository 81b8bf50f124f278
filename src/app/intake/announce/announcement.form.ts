import { done, type Result } from '../../../core/kernel/result.ts'
import { whichInspection } from '../../inspections/whichInspection.form.ts'
import type { FormValues } from '../../layout/form/formPage.ts'
import type { Announcement } from './announceInspection.ts'

/** Returns what a form announces of an inspection, or a problem for each field that is missing or cannot be used. */
export function announcementForm(values: FormValues): Result<Announcement> {
  const which = whichInspection(values)
  const { madeUp = '' } = values
  return which.ok ? done({ ...which.value, madeUp: madeUp === 'yes' }) : which
}
