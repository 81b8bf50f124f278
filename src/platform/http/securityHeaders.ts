import type { FastifyHelmetOptions } from '@fastify/helmet'

/**
 * GOV.UK Frontend's template has one inline script, which says that scripts run. It is allowed by its hash, so that
 * no other inline script is; a test compares the hash with the script.
 */
export const inlineScriptHash = "'sha256-GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw='"

/** Everything comes from this server; nothing inline but that one script; nobody may frame a page. */
export const securityHeaders = (secure: boolean): FastifyHelmetOptions => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'", inlineScriptHash],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  referrerPolicy: { policy: 'same-origin' },
  xFrameOptions: { action: 'deny' },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  // Only useful if the server is behind TLS with a name of its own.
  strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
})
