/** Ends a `switch` over a closed set: a forgotten member does not compile. Throws if it is reached. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`)
}
