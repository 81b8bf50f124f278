/** A form that was not done, shown with what was typed into it: nothing that somebody typed is lost for a refusal. */
import type { RefusedForm } from '../../../platform/http/application.ts'
import type { Reply } from '../../../platform/http/route.ts'
import { secretField } from './heldSubmission.ts'

type Explained = {
  readonly status: number
  readonly heading: string
  readonly text: string
  readonly button: string
}

const explained: Readonly<Record<RefusedForm['why'], Explained>> = {
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

/** The page that says why `form` was not done and shows what was typed, to be read, copied or sent again. */
export function formPage({ why, path, fields, files, next }: RefusedForm): Extract<Reply, { kind: 'page' }> {
  const { status, heading, text, button } = explained[why]
  const sent = Object.entries(fields ?? {})
  const typed = sent.filter(([name]) => !secretField.test(name))
  const shown = typed.map(([name, value]) => ({ name, title: fieldWords(name), value }))
  const signIn = why === 'not-signed-in' ? `/sign-in?to=${encodeURIComponent('/')}` : null
  const canSend = button !== '' && files.length === 0 && shown.length > 0 && shown.length === sent.length
  const isUnread = fields === null
  const model = { heading, text, button, canSend, signIn, path, fields: shown, isUnread, files, next }
  return { kind: 'page', template: 'people/saved-forms/formPage.njk', status, problems: [], model }
}

/** The name of a form's field as words: `areasForImprovement` is “Areas for improvement”. */
export function fieldWords(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_:.]+/g, ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
