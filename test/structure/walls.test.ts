/** The import walls of the design: a rule that only habit keeps is broken by the first busy week. */
import { describe, expect, test } from 'vitest'
import { isTest, type SourceFile, sourceFiles } from './sourceFiles.ts'

const areas = [
  'framework',
  'intake',
  'sampling',
  'fieldwork',
  'evidence',
  'ratings',
  'moderation',
  'report',
  'programme',
]
/** The packages that the pages' scripts may import. */
const designSystems = ['govuk-frontend', '@ministryofjustice/frontend']
/** Rooms of `core` that every room of `app` may use. */
const commonCore = ['kernel', 'access']
/** Rooms of `app` that every area may use. They use each other only from right to left. */
const commonRooms = ['layout', 'people', 'inspections']

function mayImport(from: string, to: string): boolean {
  const [, layer, room = ''] = from.split('/')
  const [top, targetLayer, targetRoom = ''] = to.split('/')
  if (top !== 'src') return layer !== 'core' && (layer !== 'browser' || designSystems.includes(to))
  if (layer === 'bin') return true
  if (layer === 'browser') return targetLayer === 'browser' || targetLayer === 'core'
  if (targetLayer === 'browser') return false
  if (layer === 'platform')
    return targetLayer === 'platform' || (targetLayer === 'core' && targetRoom === 'kernel')
  if (layer === 'core')
    return (
      targetLayer === 'core' &&
      (targetRoom === 'kernel' || room === targetRoom || isSameOrLeft(room, targetRoom))
    )
  if (layer !== 'app' || targetLayer === 'bin') return false
  if (targetLayer === 'platform') return true
  if (targetLayer === 'core' && commonCore.includes(targetRoom)) return true
  if (targetLayer === 'core') return commonRooms.includes(room) || isSameOrLeft(room, targetRoom)
  return room === targetRoom || appRoomMayImport(room, targetRoom)
}

function appRoomMayImport(room: string, target: string): boolean {
  const place = commonRooms.indexOf(room)
  if (place >= 0) return commonRooms.slice(0, place).includes(target)
  return commonRooms.includes(target) || isSameOrLeft(room, target)
}

function isSameOrLeft(room: string, target: string): boolean {
  return areas.includes(target) && areas.indexOf(target) <= areas.indexOf(room)
}

function breaches(file: SourceFile): string[] {
  return file.imports.filter((to) => !mayImport(file.path, to)).map((to) => `${file.path} imports ${to}`)
}

const source = sourceFiles('src').filter((file) => !isTest(file))

describe('import walls', () => {
  test('no file reads an area to its right, and core reads nothing but core', () => {
    expect(source.flatMap(breaches)).toEqual([])
  })

  test('the walls would stop what they are for', () => {
    expect(mayImport('src/core/ratings/a.ts', 'src/core/report/b.ts')).toBe(false)
    expect(mayImport('src/core/ratings/a.ts', 'zod')).toBe(false)
    expect(mayImport('src/core/ratings/a.ts', 'node:fs')).toBe(false)
    expect(mayImport('src/platform/a.ts', 'src/app/people/b.ts')).toBe(false)
    expect(mayImport('src/app/ratings/a.ts', 'src/app/report/b.ts')).toBe(false)
    expect(mayImport('src/app/inspections/a.ts', 'src/app/ratings/b.ts')).toBe(false)
    expect(mayImport('src/app/ratings/a.ts', 'src/core/report/b.ts')).toBe(false)
    expect(mayImport('src/core/access/a.ts', 'src/core/ratings/b.ts')).toBe(false)
    expect(mayImport('src/core/ratings/a.ts', 'src/core/access/b.ts')).toBe(false)
    expect(mayImport('src/app/intake/a.ts', 'src/core/access/b.ts')).toBe(true)
    expect(mayImport('src/app/report/a.ts', 'src/app/ratings/b.ts')).toBe(true)
    expect(mayImport('src/browser/a.ts', 'src/app/layout/b.ts')).toBe(false)
    expect(mayImport('src/browser/a.ts', 'zod')).toBe(false)
    expect(mayImport('src/app/fieldwork/a.ts', 'src/browser/b.ts')).toBe(false)
    expect(mayImport('src/browser/case-page/a.ts', 'src/core/fieldwork/b.ts')).toBe(true)
  })

  test('every room of src is one that the design names', () => {
    const served = source.filter((file) => !file.path.startsWith('src/browser/'))
    const rooms = new Set(served.map((file) => file.path.split('/').slice(1, -1).slice(0, 2).join('/')))
    const allowed = [
      'bin',
      ...commonCore.map((room) => `core/${room}`),
      ...areas.flatMap((area) => [`core/${area}`, `app/${area}`]),
      ...commonRooms.map((room) => `app/${room}`),
    ]
    expect([...rooms].filter((room) => !allowed.includes(room) && !room.startsWith('platform'))).toEqual([])
  })
})

describe('the pure core', () => {
  const core = source.filter((file) => file.path.startsWith('src/core/'))

  test('knows no clock, no chance and no input or output', () => {
    const impure = /\bMath\.random\b|\bnew Date\(\)|\bDate\.now\b|\bfetch\(|\bconsole\.|\bprocess\./
    expect(core.filter((file) => impure.test(file.text)).map((file) => file.path)).toEqual([])
  })
})

describe('SQL', () => {
  test('is only in query files and in the platform that runs them', () => {
    const sql = /\.(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql`/
    const outside = source.filter(
      (file) =>
        !file.path.endsWith('.queries.ts') &&
        !file.path.startsWith('src/platform/database/') &&
        sql.test(file.text),
    )
    expect(outside.map((file) => file.path)).toEqual([])
  })
})
