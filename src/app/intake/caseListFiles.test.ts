import * as spreadsheet from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { anEdition } from '../../../test/support/anEdition.ts'
import { caseListRules } from '../../core/intake/caseListRules.ts'
import { templateFile } from './caseListFiles.ts'
import { examineCaseList, readCaseList } from './reading/readCaseList.ts'

const edition = anEdition('yos-2021')
const rules = caseListRules(edition)
const filledIn = ['N1', 'court', 'referral-order', '2024-01-31', 'female', '15', 'irish', 'low', 'none-made']

describe('the template', () => {
  test.each(['xlsx', 'ods'] as const)(
    'as %s is accepted once it is filled in, with its notes',
    async (kind) => {
      const book = spreadsheet.read(templateFile(kind, rules))
      expect(book.SheetNames).toEqual(['Case list', 'Notes', 'Values'])
      spreadsheet.utils.sheet_add_aoa(book.Sheets['Case list'] ?? {}, [filledIn], { origin: 'A2' })
      const read = await readCaseList(
        spreadsheet.write(book, { type: 'buffer', bookType: kind }),
        'list',
        edition,
      )
      expect(read.ok && read.value.cases).toMatchObject([
        { caseId: 'N1', disposal: 'referral-order', rosh: 'low' },
      ])
    },
  )

  test('as CSV has every heading, and every value that it lists is known', async () => {
    const csv = templateFile('csv', rules)
    const read = await examineCaseList(new TextEncoder().encode(String(csv)), 'list', edition)
    expect(read.ok && read.value.problems.map(({ code }) => code)).toEqual(['intake.no-cases'])
  })
})
