import { describe, expect, expectTypeOf, test } from 'vitest'
import { doneSentence, redirectSaying } from './doneSentences.ts'

const sentences = { saved: 'The findings are saved.', removed: 'The findings are removed.' }

describe('what was done', () => {
  test.each([
    ['saved', 'The findings are saved.'],
    ['other', null],
    ['toString', null],
    ['', null],
    [undefined, null],
  ])('the code %s says %s', (code, sentence) => {
    expect(doneSentence(sentences, code)).toBe(sentence)
  })

  test.each([
    ['/findings', '/findings?done=saved'],
    ['/findings#standard-B1', '/findings?done=saved#standard-B1'],
    ['/findings?page=2#a', '/findings?page=2&done=saved#a'],
  ])('is said at %s by %s', (address, to) => {
    expect(redirectSaying(sentences, 'saved', address)).toEqual({ kind: 'redirect', to })
  })

  test('has a code that the page declares: another does not compile', () => {
    const say = (done: Parameters<typeof redirectSaying<keyof typeof sentences>>[1]) => done
    expectTypeOf(say).parameter(0).toEqualTypeOf<'saved' | 'removed'>()
  })

  test('is refused as a fault of ours if only the compiler could not see that it is not declared', () => {
    const byCode: Readonly<Record<string, string>> = sentences
    expect(() => redirectSaying(byCode, 'other', '/findings')).toThrow('no page says "other"')
  })
})
