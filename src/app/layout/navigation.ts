/** What every page's frame needs: its language, and the sections with the present one marked. */

type Section = { readonly text: string; readonly href: string }

const sections: readonly Section[] = [
  { text: 'Inspections', href: '/inspections' },
  { text: 'Editions', href: '/editions' },
  { text: 'Import', href: '/import/results' },
]

export type Layout = {
  readonly lang: 'en'
  /** `current` is the page itself, `active` a page below it. */
  readonly navigation: readonly (Section & { readonly current: boolean; readonly active: boolean })[]
}

/** The frame of the page at `path`. */
export function layoutFor(path: string): Layout {
  const navigation = sections.map((section) => {
    const current = path === section.href
    const [, folder = ''] = section.href.split('/')
    return { ...section, current, active: !current && path.startsWith(`/${folder}/`) }
  })
  return { lang: 'en', navigation }
}
