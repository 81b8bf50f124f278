import type { Problem } from '../../core/kernel/problem.ts'
import { placeText } from '../../platform/printProblems.ts'

/** The page that tells what is wrong and what to do next, and nothing of what went on inside. */
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
      return 'That is too large'
    case 507:
      return 'The server is full'
    case 503:
      return 'The service is not available'
    case 500:
      return 'Something went wrong'
    default:
      return 'There is a problem'
  }
}
