declare const brand: unique symbol

/** A type of its own over a plain value, so that two ids swapped do not compile. */
export type Brand<Value, Name extends string> = Value & { readonly [brand]: Name }
