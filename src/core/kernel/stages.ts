/** The stages an inspection goes through, listed once, in their order and the field's words. */

export const stages = [
  'announced',
  'before-fieldwork',
  'fieldwork',
  'ratings',
  'report',
  'published',
  'after',
] as const

export type Stage = (typeof stages)[number]

export const stageTitles: Readonly<Record<Stage, string>> = {
  announced: 'Announced',
  'before-fieldwork': 'Before fieldwork',
  fieldwork: 'Fieldwork',
  ratings: 'Ratings',
  report: 'Report',
  published: 'Published',
  after: 'After publication',
}

/** Returns whether `name` is the name of a stage. */
export function isStage(name: string): name is Stage {
  return stages.some((stage) => stage === name)
}
