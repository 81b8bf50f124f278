import { expect, test } from 'vitest'
import { aSmallEdition, named } from '../../../../test/support/editionBuilder.ts'
import { figureOf, someFigures } from '../../../../test/support/figuresBuilder.ts'
import { doneValue } from '../../../../test/support/results.ts'
import { wholePercent } from '../../../core/kernel/percent.ts'
import { rateInspection } from '../../../core/ratings/rateInspection.ts'
import { distanceText } from './distanceText.ts'

const edition = aSmallEdition()

function distanceOf(figures: Parameters<typeof rateInspection>[1]) {
  const rated = doneValue(rateInspection(edition, figures)).standards[0]?.keyQuestions[0]
  if (rated === undefined) throw new Error('nothing was rated')
  return distanceText(edition, rated)
}

test.each([
  [10, 20, ['3 more yes answers would reach Good.', '1 fewer yes answer would fall to Inadequate.']],
  [20, 20, ['5 fewer yes answers would fall to Good.']],
  [0, 20, ['10 more yes answers would reach Requires improvement.']],
])('%i of %i', (yes, of, sentences) => {
  expect(distanceOf(someFigures({ '1.2.1': [yes, of] }))).toEqual(sentences)
})

test.each([
  [64, ['1 more percentage point would reach Good.', '15 fewer percentage points would fall to Inadequate.']],
  [100, ['21 fewer percentage points would fall to Good.']],
])('a printed %i per cent, without counts, is expressed in points', (percent, sentences) => {
  const percentYes = wholePercent(percent)
  if (percentYes === undefined) throw new Error('not whole')
  const keyQuestions = [figureOf(named('1.2.1'), { kind: 'percent', percentYes })]
  expect(distanceOf(someFigures({}, { keyQuestions }))).toEqual(sentences)
})
