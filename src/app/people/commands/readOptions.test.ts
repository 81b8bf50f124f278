/** The commands of people do what was asked, or say what is wrong with it; they never use the last of two values. */
import { describe, expect, test } from 'vitest'
import { unopenedContext } from '../../../../test/support/unopenedContext.ts'
import { authenticatorRemove } from './authenticatorRemove.ts'
import { personAdd } from './personAdd.ts'
import { tokenCreate } from './tokenCreate.ts'

const wrong = [
  [
    personAdd,
    ['--email', 'a@example.org', '--name', 'A', '--email', 'b@example.org'],
    '--email is given twice.',
  ],
  [personAdd, ['--email', 'a@example.org', '--name', 'A', '--admin'], 'There is no option “--admin”.'],
  [personAdd, ['--email', 'a@example.org'], 'Enter --email and --name.'],
  [tokenCreate, ['--person', 'a@example.org', '--days', '1', '--days', '300'], '--days is given twice.'],
  [
    tokenCreate,
    ['--person', 'a@example.org', 'b@example.org'],
    '“b@example.org” is not an option of this command.',
  ],
  [tokenCreate, [], 'Enter --person.'],
  [
    authenticatorRemove,
    ['--person', 'a@example.org', '--person', 'b@example.org'],
    '--person is given twice.',
  ],
  [
    authenticatorRemove,
    ['--everybody', '--person', 'a@example.org'],
    'Enter either --person or --everybody.',
  ],
  [authenticatorRemove, ['--everybody=no'], '--everybody takes no value.'],
] as const

describe('wrong usage is explained in a sentence', () => {
  test.each(wrong.map(([command, words, sentence]) => ({ command, words, sentence, name: command.name })))(
    '$name $words: $sentence',
    async ({ command, words, sentence }) => {
      const { context, printed } = unopenedContext()
      expect(await command.run(words, context)).toBe(2)
      expect(printed.err).toBe(`${sentence}\nUsage: ${command.usage}\n`)
    },
  )
})
