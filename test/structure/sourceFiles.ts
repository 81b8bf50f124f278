import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

const root = join(import.meta.dirname, '../..')

export type SourceFile = { readonly path: string; readonly text: string; readonly imports: readonly string[] }

/** Every TypeScript file below `folder`, by its path from the project's root, with what it imports. */
export function sourceFiles(folder: string): readonly SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readSource(join(root, folder, name)))
}

function readSource(file: string): SourceFile {
  const text = readFileSync(file, 'utf8')
  const specifiers = text.matchAll(/(?:\bfrom |\bimport |\bimport\()'([^']+)'/g)
  const imports = [...specifiers].map(([, specifier = '']) =>
    specifier.startsWith('.') ? relative(root, join(dirname(file), specifier)) : specifier,
  )
  return { path: relative(root, file), text, imports }
}

export const isTest = (file: SourceFile): boolean => file.path.endsWith('.test.ts')
