/**
 * The names of permissions and audit actions. The platform knows none of them: rooms add theirs with `declare module`,
 * so that a misspelt one does not compile in a route, an operation, a link or an event.
 */

/** Every permission, by its name. */
// biome-ignore lint/suspicious/noEmptyInterface: rooms add to it
export interface Permissions {}

/** What a person may be allowed to do, `noun.verb`. */
export type Permission = keyof Permissions

/** Every audit action, by its name. */
// biome-ignore lint/suspicious/noEmptyInterface: rooms add to it
export interface AuditActions {}

/** What the audit log can say was done, `noun.verb`. */
export type AuditAction = keyof AuditActions
