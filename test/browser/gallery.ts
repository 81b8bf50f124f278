/** Every page in every state, once: this list feeds the axe sweep, the width check and the screenshots. */
export const gallery: readonly { readonly name: string; readonly path: string }[] = [
  { name: 'inspections', path: '/inspections' },
  { name: 'ratings-2021', path: '/inspections/york-2022-12' },
  { name: 'report-made-up', path: '/inspections/northmoor-2024-06/report' },
  { name: 'report-published', path: '/inspections/dudley-2019-06/report' },
  { name: 'findings', path: '/inspections/northmoor-2024-06/findings' },
  { name: 'editions', path: '/editions' },
  { name: 'edition-2018', path: '/editions/yos-2018' },
  { name: 'edition-2021', path: '/editions/yos-2021' },
  { name: 'edition-standard-cases', path: '/editions/yos-2021/standards/2.3' },
  { name: 'edition-standard-evidence', path: '/editions/yos-2021/standards/1.2' },
  { name: 'editions-compared', path: '/editions/compare/yos-2018/yos-2021' },
  { name: 'edition-not-found', path: '/editions/none' },
  { name: 'import-results', path: '/import/results' },
  { name: 'import-answers', path: '/import/answers' },
  { name: 'accessibility', path: '/accessibility' },
  { name: 'not-found', path: '/nowhere' },
]
