import type { SentForm } from '../../../layout/form/formPage.ts'
import { providerPath, savedFormsPath } from '../../paths.ts'
import { localAddress } from '../localAddress.ts'

type Asked = {
  /** Where to go after signing in, as the address of the page names it. */
  readonly to: string | undefined
  readonly provider: { readonly name: string } | undefined
  readonly sent: SentForm | null
}

/** Returns what the sign-in page prints. */
export function signInView({ to: asked, provider, sent }: Asked) {
  const to = localAddress(sent?.values['to'] ?? asked)
  return {
    to,
    hasSavedForm: to === savedFormsPath,
    provider:
      provider === undefined
        ? null
        : { text: `Sign in with ${provider.name}`, href: providerPath(to, false) },
  }
}
