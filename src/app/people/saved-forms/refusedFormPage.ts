/** A form that was not accepted, shown with what was typed into it: no refusal loses what a person typed. */
import type { RefusedForm } from '../../../platform/http/application.ts'
import type { Reply } from '../../../platform/http/route.ts'
import { signInPathTo } from '../paths.ts'
import { fieldTitle } from './fieldTitle.ts'
import { secretField } from './savedForm.ts'

type Explanation = {
  readonly status: number
  readonly heading: string
  readonly text: string
  readonly button: string
}

const explanations: Readonly<Record<RefusedForm['why'], Explanation>> = {
  'not-signed-in': {
    status: 401,
    heading: 'You are signed out',
    text: 'Nothing was saved, because you are not signed in. Sign in, then come back to this page and send the form again.',
    button: 'Send again',
  },
  'form-not-ours': {
    status: 403,
    heading: 'The form was not sent',
    text: 'Nothing was saved, because this browser no longer has the cookie that the form was shown with. Allow cookies for this site. Check what you typed and send it again.',
    button: 'Send again',
  },
  'sent-otherwise': {
    status: 409,
    heading: 'You have already sent this form',
    text: 'What you sent first was saved. What you sent now is different, and was not saved. Check whether you still need it before you send it as well.',
    button: 'Send this as well',
  },
  'sent-before': {
    status: 409,
    heading: 'You have already sent this form',
    text: 'What you sent was saved then, and nothing was done again. Open the page to see what is there now.',
    button: '',
  },
}

/** Returns the page that says why `form` was refused and shows what was typed, to be read, copied or sent again. */
export function refusedFormPage(form: RefusedForm): Extract<Reply, { kind: 'page' }> {
  const { why, path, fields, files, next } = form
  const { status, heading, text, button } = explanations[why]
  const sent = Object.entries(fields ?? {})
  const typed = sent.filter(([name]) => !secretField.test(name))
  const shown = typed.map(([name, value]) => ({ name, title: fieldTitle(name), value }))
  const signIn = why === 'not-signed-in' ? signInPathTo('/') : null
  const canSend = button !== '' && files.length === 0 && shown.length > 0 && shown.length === sent.length
  const isUnread = fields === null
  const model = { heading, text, button, canSend, signIn, path, fields: shown, isUnread, files, next }
  return { kind: 'page', template: 'people/saved-forms/refusedFormPage.njk', status, problems: [], model }
}
