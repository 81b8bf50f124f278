import type { Problem } from '../../core/kernel/problem.ts'
import { placeText } from '../../platform/printProblems.ts'

/** Returns the page that says what is wrong and what to do next, without details of the server. */
export function problemPage(problems: readonly Problem[], status: number, requestId: string) {
  const shown = problems.map(({ text, action, place }) => ({ text, action, place: placeText(place) }))
  return {
    template: 'layout/problemPage.njk',
    model: { heading: headingFor(status), problems: shown, requestId },
  }
}

function headingFor(status: number): string {
  switch (status) {
    case 404:
      return 'Page not found'
    case 413:
      return 'This is too large'
    case 507:
      return 'This service is busy'
    case 503:
      return 'The service is unavailable'
    case 500:
      return 'Sorry, there is a problem with the service'
    default:
      return 'There is a problem'
  }
}
