import { countOf } from '../../../core/kernel/countOf.ts'
import { caseListPath } from '../../intake/paths.ts'
import type { FormValues } from '../../layout/form/formPage.ts'
import { inspectionPath } from '../../layout/inspectionPath.ts'
import { replacePath, samplePath } from '../paths.ts'
import { caseOf } from '../sample-page/samplePage.view.ts'
import type { DrawnSample } from '../sampleContext.ts'
import { kindTitle, levelTitle } from '../sampleTitles.ts'

/** Returns what the page prints; `values` is what was typed into a form that was refused. */
export function replacePage(drawn: DrawnSample, pseudonym: string, values: FormValues) {
  const { inspection, edition, reserves } = drawn
  const { reason: chosen = '', note = '' } = values
  const listed = caseOf(drawn, pseudonym)
  const domain = listed?.domain ?? ''
  const left = reserves.filter((reserve) => reserve.domain === domain).length
  return {
    serviceName: inspection.serviceName,
    inspectionHref: inspectionPath(inspection.id),
    sampleHref: samplePath(inspection.id),
    listHref: caseListPath(inspection.id),
    href: replacePath(inspection.id, pseudonym),
    pseudonym,
    reference: listed?.caseId ?? '',
    facts: [
      fact('Kind of case', kindTitle(edition, domain)),
      fact('Disposal', levelTitle(edition, 'disposal', listed?.disposal ?? '')),
      fact('Reserves left', countOf(left, 'case')),
    ],
    hasReserves: left > 0,
    reasons: edition.sample.replacementReasons.map(({ code, title }) => ({
      value: code,
      text: title,
      checked: chosen === code,
    })),
    values: { note },
  }
}

function fact(key: string, value: string) {
  return { key: { text: key }, value: { text: value } }
}
