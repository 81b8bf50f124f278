import { expect, expectTypeOf, test } from 'vitest'
import { type Problem, type ProblemCode, problemsOf } from './problem.ts'
import { kernelProblems } from './problems.ts'

const problem = problemsOf(kernelProblems)

test('a problem has its status, and its blanks filled so that they are printable', () => {
  expect(problem('json.key-twice', { field: 'a\u0000b' }, { line: 3 })).toEqual({
    code: 'json.key-twice',
    status: 422,
    text: 'The name “a<U+0000>b” is given twice in one place.',
    action: 'Keep the one that is right and delete the other.',
    place: { line: 3 },
  })
})

test('a code that no room declares, one of another room, and a blank that is forgotten do not compile', () => {
  type Code = Parameters<typeof problem>[0]
  type Details = Parameters<typeof problem<'text.too-long'>>[1]
  expectTypeOf<ProblemCode>().extract<'text.too-lnog'>().toBeNever()
  expectTypeOf<string>().not.toExtend<ProblemCode>()
  expectTypeOf<Problem['code']>().toEqualTypeOf<ProblemCode>()
  expectTypeOf<Code>().extract<'ratings.standard-twice'>().toBeNever()
  expectTypeOf<Code>().extract<'text.too-long'>().not.toBeNever()
  expectTypeOf<Details>().toEqualTypeOf<Readonly<Record<'count' | 'limit', string | number>>>()
})
