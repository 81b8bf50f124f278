/** The links of every area to the pages on which an inspection is carried out, joined. */
import { fieldworkLinks } from '../app/fieldwork/workLinks.ts'
import { intakeLinks } from '../app/intake/workLinks.ts'
import type { WorkLink } from '../app/layout/workLinks.ts'
import { peopleLinks } from '../app/people/workLinks.ts'
import { programmeLinks } from '../app/programme/workLinks.ts'
import { samplingLinks } from '../app/sampling/workLinks.ts'

export const workLinks: readonly WorkLink[] = [
  ...peopleLinks,
  ...intakeLinks,
  ...samplingLinks,
  ...fieldworkLinks,
  ...programmeLinks,
]
