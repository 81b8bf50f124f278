import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newSecret } from '../secrets.ts'
import { formToken, readFormToken, withFormTokens } from './formToken.ts'

const browser = newSecret()

describe('the token of a form', () => {
  test('says whom the form was shown to', () => {
    expect(readFormToken(browser, formToken(browser, 'abc'))).toEqual({ personId: 'abc' })
    expect(readFormToken(browser, formToken(browser, null))).toEqual({ personId: null })
  })

  test('of another browser does not count, nor one whose person was exchanged', () => {
    expect(readFormToken(newSecret(), formToken(browser, 'abc'))).toBeUndefined()
    expect(readFormToken(browser, formToken(browser, 'abc').replace('abc', 'abd'))).toBeUndefined()
  })

  test('is in every form that posts, however it is written, and in no other', () => {
    const html =
      '<form method="post"><p></form><FORM class="a" action="/b" METHOD="POST">x</FORM><form action="/find">'
    const marked = withFormTokens(html, 'T')
    expect(marked.match(/name="_form" value="T"/g)).toHaveLength(2)
    expect(marked).toContain('<form action="/find">')
  })
})

describe('always', () => {
  test('what we did not make is no token', () => {
    fc.assert(fc.property(fc.string(), (text) => readFormToken(browser, text) === undefined))
  })
})
