/** Routes of the pages that belong to no area. */
import type { Route } from '../../platform/http/route.ts'

export const layoutRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/',
    permission: 'page.read',
    audit: 'reads',
    handle: async () => ({ kind: 'redirect', to: '/inspections' }),
  },
  {
    method: 'GET',
    path: '/accessibility',
    permission: 'page.read',
    audit: 'reads',
    handle: async () => ({ kind: 'page', template: 'layout/accessibilityPage.njk', model: {} }),
  },
]
