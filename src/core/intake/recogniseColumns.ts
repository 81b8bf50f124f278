/** Which column of a list is which: by the headings that case management systems use, or by hand. */
import { type CaseListField, caseListFields, fieldDescriptions } from './caseListFields.ts'
import { nearest } from './editDistance.ts'
import { plainWords } from './wording.ts'

/** What a person decided about the columns: a heading for a field, and the headings to leave out. */
export type ColumnMapping = {
  readonly columns: Readonly<Partial<Record<CaseListField, string>>>
  readonly leaveOut: readonly string[]
  /** Headings of columns that look like names and are places, such as wards; `any` once that was confirmed. */
  readonly places?: readonly string[] | 'any'
}

export const noMapping: ColumnMapping = { columns: {}, leaveOut: [] }

export type RecognisedColumns = {
  /** Place of each field's column, counted from 0; absent if the field has no column. */
  readonly places: ReadonlyMap<CaseListField, number>
  /** Fields for which several columns were recognised, with the headings. */
  readonly unclear: ReadonlyMap<CaseListField, readonly string[]>
  /** Places of the columns that are stored unchanged. */
  readonly carried: readonly number[]
  readonly leftOut: readonly number[]
}

const meaning: ReadonlyMap<string, CaseListField> = new Map(
  caseListFields.flatMap((field) => {
    const { heading, title, headings } = fieldDescriptions[field]
    return [heading, title, ...headings].map((words) => [plainWords(words), field] as const)
  }),
)

/** The field that a heading names, or undefined if it names none. */
function fieldOfHeading(heading: string): CaseListField | undefined {
  const words = plainWords(heading)
  return meaning.get(words) ?? meaning.get(words.replace(/^(?:current|latest|child|childs|yp|client) /, ''))
}

/** Returns how many fields a row of headings names, to distinguish headings from titles and cases. */
export function countRecognised(headings: readonly string[]): number {
  return new Set(headings.map(fieldOfHeading).filter((field) => field !== undefined)).size
}

/** Returns the field that an unknown heading may be meant to name, or undefined if none is near. */
export function likelyField(heading: string): CaseListField | undefined {
  const near = nearest(plainWords(heading), meaning.keys())
  return near === undefined ? undefined : meaning.get(near)
}

/**
 * Returns which column is which. What a person decided comes before the product's own heading, and that before the
 * headings of other systems.
 */
export function recogniseColumns(headings: readonly string[], mapping: ColumnMapping): RecognisedColumns {
  const leftOut = placesWhere(headings, (heading) => isAmong(heading, mapping.leaveOut))
  const places = new Map<CaseListField, number>()
  const unclear = new Map<CaseListField, readonly string[]>()
  const mapped = new Set(Object.values(mapping.columns).map(plainWords))
  for (const field of caseListFields) {
    const candidates = columnsFor(field, headings, mapping, mapped).filter(
      (place) => !leftOut.includes(place),
    )
    const [only] = candidates
    if (candidates.length > 1) {
      unclear.set(
        field,
        candidates.map((place) => headings[place] ?? ''),
      )
    } else if (only !== undefined) places.set(field, only)
  }
  const taken = new Set([...places.values(), ...leftOut])
  return { places, unclear, leftOut, carried: placesWhere(headings, (_, place) => !taken.has(place)) }
}

function columnsFor(
  field: CaseListField,
  headings: readonly string[],
  mapping: ColumnMapping,
  mapped: ReadonlySet<string>,
): readonly number[] {
  const byHand = mapping.columns[field]
  if (byHand !== undefined) return placesWhere(headings, (heading) => isAmong(heading, [byHand]))
  const free = (heading: string) => !mapped.has(plainWords(heading))
  const ownHeading = plainWords(fieldDescriptions[field].heading)
  const exact = placesWhere(headings, (heading) => free(heading) && plainWords(heading) === ownHeading)
  if (exact.length > 0) return exact
  return placesWhere(headings, (heading) => free(heading) && fieldOfHeading(heading) === field)
}

function placesWhere(
  headings: readonly string[],
  holds: (heading: string, place: number) => boolean,
): readonly number[] {
  return headings.flatMap((heading, place) => (holds(heading, place) ? [place] : []))
}

/** Returns whether a person confirmed that the column under `heading` contains places. */
export function holdsPlaces(heading: string, { places = [] }: ColumnMapping): boolean {
  return places === 'any' || isAmong(heading, places)
}

function isAmong(heading: string, others: readonly string[]): boolean {
  const words = plainWords(heading)
  return others.some((other) => other === heading || (words !== '' && plainWords(other) === words))
}

/**
 * Returns the remembered mapping of the service, if this list has its headings, with what was decided now on top. What
 * is remembered of columns that the list does not have is ignored; what was decided now is always checked.
 */
export function joinMappings(
  headings: readonly string[],
  remembered: ColumnMapping,
  now: ColumnMapping,
): ColumnMapping {
  const present = Object.entries(remembered.columns).filter(([, heading]) => isAmong(heading, headings))
  return {
    columns: { ...Object.fromEntries(present), ...now.columns },
    leaveOut: [...remembered.leaveOut, ...now.leaveOut],
    places: now.places ?? [],
  }
}
