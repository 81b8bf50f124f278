import { expect, test } from 'vitest'
import { casesInspected } from './rateStoredInspection.ts'

test('cases are counted from their answers if they have any; the others are as in the register', () => {
  const answer = (caseId: string, question: string) => ({ caseId, domain: 'court', question, answer: 'yes' })
  const registered = [
    { domain: 'court', inspected: 99 },
    { domain: 'resettlement', inspected: 3 },
  ]
  const answers = [answer('A', '1.1.1'), answer('A', '1.1.2'), answer('B', '1.1.1')]
  expect(casesInspected(registered, answers)).toEqual([
    { domain: 'court', inspected: 2 },
    { domain: 'resettlement', inspected: 3 },
  ])
})
