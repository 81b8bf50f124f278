import type { Reply } from '../../platform/http/route.ts'
import { redirectSaying } from '../layout/form/doneSentences.ts'
import { samplePath } from './paths.ts'

/** What the page of a sample says after one of its forms was sent, or a form of a page below it. */
export const sampleDone = {
  planned: 'The start of fieldwork and the seed are saved.',
  'size-set': 'The sample size is set.',
  'size-taken-back': 'The sample size follows the rules of the edition again.',
  excluded: 'The case is left out of the draw.',
  included: 'The case can be drawn again.',
  drawn: 'The sample is drawn.',
  replaced: 'The case is replaced.',
  'topped-up': 'The sample takes the new version of the case list into account.',
} as const

/** Returns a redirect to the page of the sample, which says what was done; `place` is a fragment such as `#replacements`. */
export function toSample(inspection: string, done: keyof typeof sampleDone, place = ''): Reply {
  return redirectSaying(sampleDone, done, `${samplePath(inspection)}${place}`)
}
