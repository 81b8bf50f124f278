/** A file of a form: the name of its field, its own name and what is in it. */
export type UploadedFile = { readonly field: string; readonly name: string; readonly content: Uint8Array }
