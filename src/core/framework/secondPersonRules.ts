/** Which steps an edition wants a second person for. */

export const secondPersonSteps = ['check', 'sign', 'publish'] as const
export type SecondPersonStep = (typeof secondPersonSteps)[number]

/** What bars from a later step: `answer` is writing anything that stands in a case, `propose` publication. */
export const earlierActs = ['answer', 'hand-in', 'check', 'propose'] as const
export type EarlierAct = (typeof earlierActs)[number]

export type SecondPersonRule = {
  readonly step: SecondPersonStep
  readonly otherThan: readonly EarlierAct[]
}
