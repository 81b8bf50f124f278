/** The forms of a page as a browser without script would send them, read from its HTML. */

export type PageForm = {
  readonly action: string
  readonly hasFile: boolean
  /** Everything that is sent if nothing is typed. */
  readonly fields: Readonly<Record<string, string>>
  /** The names of the fields into which text is typed, except passwords and codes: those are never shown again. */
  readonly textFields: readonly string[]
}

const textTypes = ['text', 'email', 'search', 'datetime-local']

/** The forms of `html` that post; one without an address of its own posts to `path`. */
export function pageForms(html: string, path: string): readonly PageForm[] {
  return [...html.matchAll(/<form\b([^>]*\bmethod="post"[^>]*)>([\s\S]*?)<\/form>/gi)].map(
    ([, head = '', body = '']) => {
      const controls = [...inputsOf(body), ...areasOf(body), ...choicesOf(body)].filter(
        ({ name }) => name !== '',
      )
      return {
        action: attribute(head, 'action') ?? path,
        hasFile: head.includes('multipart/form-data'),
        fields: Object.fromEntries(
          controls.flatMap(({ name, value }) => (value === null ? [] : [[name, value]])),
        ),
        textFields: controls.filter(({ isText }) => isText).map(({ name }) => name),
      }
    },
  )
}

/** `value` is null for a control that is not sent. */
type Control = { readonly name: string; readonly value: string | null; readonly isText: boolean }

function inputsOf(body: string): readonly Control[] {
  return [...body.matchAll(/<input\b([^>]*)>/g)].map(([, head = '']) => {
    const type = attribute(head, 'type') ?? 'text'
    const isSent =
      !/\bdisabled\b/.test(head) && (!['radio', 'checkbox'].includes(type) || /\bchecked\b/.test(head))
    const isCode = attribute(head, 'autocomplete') === 'one-time-code'
    const isText = textTypes.includes(type) && !isCode && !/\b(readonly|disabled)\b/.test(head)
    return {
      name: attribute(head, 'name') ?? '',
      value: isSent ? (attribute(head, 'value') ?? '') : null,
      isText,
    }
  })
}

function areasOf(body: string): readonly Control[] {
  return [...body.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)].map(([, head = '', text = '']) => ({
    name: attribute(head, 'name') ?? '',
    value: unescaped(text),
    isText: !/\b(readonly|hidden)\b/.test(head),
  }))
}

function choicesOf(body: string): readonly Control[] {
  return [...body.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)].map(([, head = '', options = '']) => {
    const chosen = /<option\b([^>]*)\bselected\b/.exec(options) ?? /<option\b([^>]*)/.exec(options)
    return {
      name: attribute(head, 'name') ?? '',
      value: attribute(chosen?.[1] ?? '', 'value') ?? '',
      isText: false,
    }
  })
}

function attribute(head: string, name: string): string | undefined {
  const [, value] = new RegExp(`\\b${name}="([^"]*)"`).exec(head) ?? []
  return value === undefined ? undefined : unescaped(value)
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
