import { dateText } from '../../core/kernel/londonTime.ts'
import type { Inspection } from './inspection.ts'

/** How far the figures of an inspection can be relied on. Every page that shows them says it. */
export type FigureStatus = {
  readonly tags: readonly { readonly text: string; readonly classes: string }[]
  readonly sentences: readonly string[]
}

/** Returns whether the figures are made up, published or provisional: tags, and the sentences that explain them. */
export function figureStatusOf(
  inspection: Pick<Inspection, 'madeUp' | 'published' | 'source' | 'serviceName'>,
): FigureStatus {
  const parts = [
    ...(inspection.madeUp ? [madeUp(inspection.serviceName)] : []),
    inspection.published === null ? provisional : published(inspection.published, inspection.source),
  ]
  return {
    tags: parts.map(({ text, classes }) => ({ text, classes })),
    sentences: parts.map(({ sentence }) => sentence),
  }
}

const provisional = {
  text: 'Provisional',
  classes: 'govuk-tag--yellow',
  sentence: 'These ratings are provisional. They can change until quality assurance is complete.',
}

function madeUp(serviceName: string) {
  return {
    text: 'Made up',
    classes: 'govuk-tag--magenta',
    sentence: `${serviceName} is invented. Its cases, answers and judgements are made up to show how inspections are rated.`,
  }
}

function published(when: string, source: string | null) {
  const sentence =
    source === null
      ? `These figures were published ${when.length > 7 ? 'on' : 'in'} ${dateText(when)}.`
      : `These are published figures, rated again here by the rules of their edition. Source: ${source}`
  return { text: 'Published', classes: 'govuk-tag--green', sentence }
}
