/** What is used of Stryker's instrumenter. The package is installed by `script/mutate`, not with the product. */
declare module '@stryker-mutator/instrumenter' {
  export type Position = { readonly line: number; readonly column: number }

  /** Lines and columns count from 0. */
  export type StrykerMutant = {
    readonly id: string
    readonly fileName: string
    readonly mutatorName: string
    readonly replacement: string
    readonly status?: 'Ignored'
    readonly location: { readonly start: Position; readonly end: Position }
  }

  export class Instrumenter {
    constructor(logger: Readonly<Record<string, () => boolean>>)
    instrument(
      files: readonly { readonly name: string; readonly mutate: boolean; readonly content: string }[],
      options: {
        readonly plugins: null
        readonly ignorers: readonly []
        readonly excludedMutations: readonly string[]
        readonly noHeader: boolean
      },
    ): Promise<{
      readonly files: readonly { readonly name: string; readonly content: string }[]
      readonly mutants: readonly StrykerMutant[]
    }>
  }
}
