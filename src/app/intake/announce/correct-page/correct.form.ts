import { done, type Result } from '../../../../core/kernel/result.ts'
import type { FormValues } from '../../../layout/form/formPage.ts'
import { announcementForm } from '../announcement.form.ts'
import type { Correction } from '../correctInspection.ts'

/** Returns the correction that a form asks for, or a problem for each field that is missing or cannot be used. */
export function correctForm(values: FormValues): Result<Correction> {
  const announcement = announcementForm(values)
  const { reason = '', seen = '' } = values
  return announcement.ok
    ? done({ announcement: announcement.value, reason: reason.trim(), seen })
    : announcement
}
