/** What the people of the scenario say about each case, and the log of all that a page acknowledged. */
import { z } from 'zod'

/** One thing that a page of a case asks for, as its reader finds it there. */
export const fieldSchema = z.object({
  id: z.string(),
  kind: z.string(),
  item: z.string(),
  control: z.enum(['radio', 'select', 'text']),
  options: z.array(z.string()),
  /** The type of the input, such as `text` or `datetime-local`. */
  type: z.string(),
  /** What is already in it. */
  value: z.string(),
  version: z.number(),
  /** The value that asks for words, or `any`; null if it has none. */
  detail: z.string().nullable(),
})
export type Field = z.infer<typeof fieldSchema>
export type Said = { readonly value: string; readonly detail: string | null }

/** Everything that a page said was saved, by case, kind and item. */
export class Acknowledged {
  readonly #said = new Map<string, Said>()

  note(caseId: string, { kind, item }: Pick<Field, 'kind' | 'item'>, said: Said): void {
    this.#said.set(`${caseId} ${kind} ${item}`, said)
  }

  get size(): number {
    return this.#said.size
  }

  /** By name, such as `C-ABCDEF answer 2.1.1`. */
  all(): Readonly<Record<string, Said>> {
    return Object.fromEntries(this.#said)
  }

  ofKind(kind: string): ReadonlyMap<string, string> {
    const ofIt = [...this.#said].filter(([name]) => name.split(' ')[1] === kind)
    return new Map(ofIt.map(([name, { value }]) => [name, value]))
  }
}

/** Differs by case and question, so that no two are the same; undefined if nothing is said. */
export function whatIsSaid(caseId: string, field: Field): Said | undefined {
  const chance = chanceOf(`${caseId} ${field.item}`)
  switch (field.kind) {
    case 'practice':
      if (chance % 40 > 0) return undefined
      return { value: field.options[chance % field.options.length] ?? '', detail: 'Robin (changed)' }
    case 'note':
      return { value: noteOn(caseId, field.item), detail: null }
    default:
      return field.control === 'text' ? wordsFor(caseId, field) : choiceFor(caseId, field, chance)
  }
}

/** With what has gone wrong in such systems elsewhere: quotes, accents, signs of formulas and markup, a second line. */
function noteOn(caseId: string, item: string): string {
  return `=${item} of ${caseId}: “it’s in the plan” & <seen> at Ynys Môn.\nThe school was asked.`
}

function wordsFor(caseId: string, { item, type }: Field): Said {
  return { value: type === 'datetime-local' ? '2024-06-11T10:30' : `Of ${caseId}: ${item}`, detail: null }
}

function choiceFor(caseId: string, { options, detail }: Field, chance: number): Said {
  const value = isYesNo(options) ? yesNoOrNa(options, chance) : (options[chance % options.length] ?? '')
  const asks = detail === 'any' ? chance % 3 === 0 : detail === value
  return { value, detail: asks ? `Not for ${caseId}.` : null }
}

function isYesNo(options: readonly string[]): boolean {
  return options.includes('yes') && options.includes('no')
}

function yesNoOrNa(options: readonly string[], chance: number): string {
  if (options.includes('na') && chance % 10 === 0) return 'na'
  return chance % 10 < 7 ? 'yes' : 'no'
}

function chanceOf(text: string): number {
  let mixed = 7
  for (const letter of text) mixed = (Math.imul(mixed, 31) + letter.charCodeAt(0)) >>> 0
  return (mixed ^ (mixed >>> 13)) >>> 0
}
