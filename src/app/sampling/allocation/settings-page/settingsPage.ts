import { done } from '../../../../core/kernel/result.ts'
import type { Route } from '../../../../platform/http/route.ts'
import { sendForm, showForm } from '../../../layout/form/formPage.ts'
import { allocationPage, allocationRoute, redirectAllocated } from '../allocationPage.ts'
import type { AllocationSources } from '../loadAllocation.ts'
import { settingsPath } from '../paths.ts'
import { saveSettings } from './saveSettings.ts'
import { settingsForm } from './settings.form.ts'
import { settingsView } from './settingsPage.view.ts'

const path = `${allocationRoute}/settings`
const permission = 'allocation.write'

/** Returns the routes of the page of the settings: the days of fieldwork, how each is divided, and what makes a case harder. */
export function settingsRoutes(sources: AllocationSources): readonly Route[] {
  const page = allocationPage(sources, {
    template: 'sampling/allocation/settings-page/settingsPage.njk',
    section: 'Settings',
    view: async ({ allocation, sent }) => done(settingsView(allocation.settings, sent)),
  })
  const save = sendForm(page, {
    act: async ({ params: { inspection = '' }, body }, shell) => {
      const form = settingsForm(body)
      return form.ok ? saveSettings(shell, sources, inspection, form.value) : form
    },
    next: (_, { params: { inspection = '' } }) =>
      redirectAllocated('settings-saved', settingsPath(inspection)),
  })
  return [
    { method: 'GET', path, permission, audit: 'reads', handle: showForm(page) },
    { method: 'POST', path, permission, audit: 'allocation.save-settings', repeats: true, handle: save },
  ]
}
