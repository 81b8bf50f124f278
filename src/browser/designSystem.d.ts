/** What the official components offer to scripts: their packages come without types. */
declare module 'govuk-frontend' {
  export function initAll(): void
}

declare module '@ministryofjustice/frontend' {
  export function initAll(): void
}
