import { expect, test } from 'vitest'
import { isTest, sourceFiles } from './sourceFiles.ts'

test('the environment is read only in the entry points, and passed on to programs', () => {
  const allowed = ['src/bin/', 'src/platform/database/embedded/programs.ts']
  const reading = sourceFiles('src').filter(
    (file) =>
      !isTest(file) &&
      file.text.includes('process.env') &&
      !allowed.some((place) => file.path.startsWith(place)),
  )
  expect(reading.map(({ path }) => path)).toEqual([])
})
