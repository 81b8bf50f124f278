/** The core is read by people who know the field and not the code: what it exports is described. */
import { describe, expect, test } from 'vitest'
import { isTest, type SourceFile, sourceFiles } from './sourceFiles.ts'

const core = sourceFiles('src/core').filter((file) => !isTest(file))

type ExportedFunction = { readonly name: string; readonly isDescribed: boolean }

/** Every function that the file exports; it is described if a docstring ends on the line before it. */
function exportedFunctions({ path, text }: SourceFile): readonly ExportedFunction[] {
  const found = text.matchAll(/^(.*)\nexport (?:async )?function\*? (\w+)/gm)
  return [...found].map(([, before = '', name]) => ({
    name: `${path}: ${name}`,
    isDescribed: before.trimEnd().endsWith('*/'),
  }))
}

/** The first circle of imports that goes through `path`, types included. */
function circleFrom(path: string, importsOf: ReadonlyMap<string, readonly string[]>): string | undefined {
  const seen = new Map<string, string | null>([[path, null]])
  const waiting = [path]
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    for (const to of importsOf.get(next) ?? []) {
      if (to === path) return `${path} and ${next}`
      if (seen.has(to)) continue
      seen.set(to, next)
      waiting.push(to)
    }
  }
  return undefined
}

function circlesOf(files: readonly SourceFile[]): readonly string[] {
  const importsOf = new Map(files.map(({ path, imports }) => [path, imports]))
  return files.flatMap(({ path }) => circleFrom(path, importsOf) ?? [])
}

test('every exported function of the core says what it returns and when it refuses', () => {
  const exported = core.flatMap(exportedFunctions)
  expect(exported.length).toBeGreaterThan(200)
  expect(exported.filter(({ isDescribed }) => !isDescribed).map(({ name }) => name)).toEqual([])
})

test('a function without a docstring would be found', () => {
  const file = {
    path: 'a',
    imports: [],
    text: 'const a = 1\n\nexport function b() {}\n/** c */\nexport function c() {}',
  }
  expect(exportedFunctions(file).map(({ isDescribed }) => isDescribed)).toEqual([false, true])
})

describe('imports', () => {
  test('no files of the core import each other in a circle, types included', () => {
    expect(circlesOf(core)).toEqual([])
  })

  test('a circle would be found', () => {
    const file = (path: string, to: string) => ({ path, text: '', imports: [to] })
    expect(circlesOf([file('a', 'b'), file('b', 'c'), file('c', 'a')])).toHaveLength(3)
    expect(circlesOf([file('a', 'b'), file('b', 'c'), file('c', 'd')])).toEqual([])
  })
})
