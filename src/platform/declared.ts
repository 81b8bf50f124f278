/**
 * The names of permissions. The platform knows none of them: rooms add theirs with `declare module`, so that
 * a misspelt one does not compile in a route, an operation or a link.
 */

/** Every permission, by its name. */
// biome-ignore lint/suspicious/noEmptyInterface: rooms add to it
export interface Permissions {}

/** What a person may be allowed to do, `noun.verb`. */
export type Permission = keyof Permissions
