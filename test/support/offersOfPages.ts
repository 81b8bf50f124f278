/** What a page offers its reader: where its links lead, and where its forms and buttons send. */

export type Offer = { readonly kind: 'link' | 'form'; readonly method: string; readonly href: string }

/** The links, forms and buttons of `html`, shown at the address `page`, that stay on its server; each once. */
export function offersOf(html: string, page: string): readonly Offer[] {
  const links = [...html.matchAll(/<a\b[^>]*\bhref="([^"]+)"/g)].map(([, href = '']) => ({
    kind: 'link' as const,
    method: 'GET',
    href,
  }))
  const forms = [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(formOffers)
  const own = [...links, ...forms]
    .filter(({ href }) => !href.startsWith('#'))
    .map(({ href, ...offer }) => ({ ...offer, url: new URL(href.replaceAll('&amp;', '&'), page) }))
    .filter(({ url }) => url.origin === new URL(page).origin)
    .map(({ url, ...offer }) => ({ ...offer, href: url.href.replace(/#.*$/, '') }))
  return [...new Map(own.map((offer) => [`${offer.kind} ${offer.method} ${offer.href}`, offer])).values()]
}

/** A form without an action sends to its own page, which is the meaning of an empty address. */
function formOffers([, attributes = '', inside = '']: RegExpMatchArray): readonly Offer[] {
  const buttons = [...inside.matchAll(/<(?:button|input)\b([^>]*\bformaction=[^>]*)>/g)].map(
    ([, own = '']) => ({
      method: attributeOf(own, 'formmethod') ?? attributeOf(attributes, 'method'),
      href: attributeOf(own, 'formaction'),
    }),
  )
  const form = { method: attributeOf(attributes, 'method'), href: attributeOf(attributes, 'action') }
  return [form, ...buttons].map(({ method, href }) => ({
    kind: 'form',
    method: (method ?? 'get').toUpperCase(),
    href: href ?? '',
  }))
}

function attributeOf(attributes: string, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1]
}
