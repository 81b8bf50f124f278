/** Files that import each other in a circle can only be read, moved and tested together. */
import { expect, test } from 'vitest'
import { isTest, type SourceFile, sourceFiles } from './sourceFiles.ts'

/** Returns one circle of imports, the first file again at its end; null if there is none. Types count as well. */
function circleIn(files: readonly Pick<SourceFile, 'path' | 'imports'>[]): readonly string[] | null {
  const importsOf = new Map(files.map(({ path, imports }) => [path, imports]))
  const clear = new Set<string>()
  const follow = (path: string, way: readonly string[]): readonly string[] | null => {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path]
    if (clear.has(path)) return null
    for (const next of importsOf.get(path) ?? []) {
      const circle = follow(next, [...way, path])
      if (circle !== null) return circle
    }
    clear.add(path)
    return null
  }
  for (const { path } of files) {
    const circle = follow(path, [])
    if (circle !== null) return circle
  }
  return null
}

test('no files import each other in a circle, not even for types', () => {
  expect(circleIn(sourceFiles('src').filter((file) => !isTest(file)))).toBeNull()
})

test('a circle is found and named', () => {
  const files = [
    { path: 'a', imports: ['b', 'zod'] },
    { path: 'b', imports: ['c'] },
    { path: 'c', imports: ['b'] },
  ]
  expect(circleIn(files)).toEqual(['b', 'c', 'b'])
  expect(circleIn(files.slice(0, 2))).toBeNull()
})
