/** An inspection on the register: which service, under which edition, and how far it has come. */
import type { Brand } from '../../core/kernel/brand.ts'

/** A readable id that is also part of addresses: `york-2022-12`. */
export type InspectionId = Brand<string, 'InspectionId'>

export type Inspection = {
  readonly id: InspectionId
  readonly serviceName: string
  readonly editionId: string
  /** ISO month or day, as precisely as it is known. */
  readonly fieldworkStarted: string | null
  /** ISO year, month or day of publication; null while the figures are provisional. */
  readonly published: string | null
  /** Where published public data come from and under which licence; null for an inspection that is carried out here. */
  readonly source: string | null
  /** Invented, to show how things work. Every page says so. */
  readonly madeUp: boolean
  readonly cases: readonly CaseCount[]
}

export type CaseCount = { readonly domain: string; readonly inspected: number }

/** Words at the end of a service's name that say what it is and not where. */
const kindOfService =
  /\s+(youth (justice|offending)( (service|team|partnership))?|yjs|yos|yot)( (service|team))?$/i

/**
 * Returns the id of an inspection: where the service is, and the month by which people name the inspection
 * (of publication if there is one, otherwise of the start of fieldwork). York, December 2022: `york-2022-12`.
 */
export function inspectionIdFor(serviceName: string, period: string): InspectionId {
  const place = slug(serviceName.replace(kindOfService, ''))
  return brandId(`${place === '' ? 'service' : place}-${period.slice(0, 7)}`)
}

/** Returns `text` as an id, or undefined if it is not one. */
export function inspectionId(text: string): InspectionId | undefined {
  return isInspectionId(text) ? text : undefined
}

/** Returns a text as lower-case letters and numbers joined by hyphens: `Ynys Môn` is `ynys-mon`. */
export function slug(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f’']/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

function isInspectionId(text: string): text is InspectionId {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)
}

function brandId(text: string): InspectionId {
  if (!isInspectionId(text)) throw new Error(`${text} is not an id of an inspection`)
  return text
}
