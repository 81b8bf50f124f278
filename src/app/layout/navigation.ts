/** What every page's frame needs: its language, and the sections with the present one marked. */

type Section = { readonly text: string; readonly href: string }

const sections: readonly Section[] = [
  { text: 'Inspections', href: '/inspections' },
  { text: 'Editions', href: '/editions' },
]

type Entry = Section & { readonly current: boolean; readonly active: boolean }

export type Layout = {
  readonly lang: 'en'
  /** `current` is the page itself, `active` a page below it. */
  readonly navigation: readonly Entry[]
}

/** Returns the frame of the page at `path` for the person of that name; null for someone who is not signed in. */
export function layoutFor(path: string, personName: string | null): Layout {
  return {
    lang: 'en',
    navigation: [...sections, ...personalSections(personName)].map((section) => entryAt(path, section)),
  }
}

function personalSections(personName: string | null): readonly Section[] {
  if (personName === null) return [{ text: 'Sign in', href: '/sign-in' }]
  return [
    { text: personName, href: '/account' },
    { text: 'Sign out', href: '/sign-out' },
  ]
}

function entryAt(path: string, section: Section): Entry {
  const current = path === section.href
  const [, folder = ''] = section.href.split('/')
  return { ...section, current, active: !current && path.startsWith(`/${folder}/`) }
}
