/** What zod found wrong with the shape of an edition, in our own words. */
import type { z } from 'zod'
import { type PathPart, writePath } from '../../core/kernel/pathInFile.ts'
import type { Place, Problem } from '../../core/kernel/problem.ts'
import { kindWords, valueWords } from '../../platform/shapeWords.ts'
import type { YamlFile } from './editionYaml.ts'
import { problem } from './problems.ts'

type Issue = z.core.$ZodIssue

export function shapeProblems(issue: Issue, yaml: YamlFile): readonly Problem[] {
  const parts = issue.path.filter((part): part is PathPart => typeof part !== 'symbol')
  const path = writePath(parts)
  const place = placeOf(path, yaml.lineOf(path))
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        problem(
          'edition.key-unknown',
          { key },
          placeOf(writePath([...parts, key]), yaml.lineOfKey(path, key)),
        ),
      )
    case 'invalid_type':
      return [typeProblem(issue.expected, issue.input, parts, place)]
    case 'invalid_value':
      return issue.input === undefined
        ? [typeProblem('string', issue.input, parts, place)]
        : [
            problem(
              'edition.value-unknown',
              { value: valueWords(issue.input), known: issue.values.map(String).join(', ') },
              place,
            ),
          ]
    case 'invalid_format':
      return [problem('edition.text-empty', {}, place)]
    default:
      return [
        problem(
          'edition.wrong-type',
          { wanted: 'another kind of value', found: valueWords(issue.input) },
          place,
        ),
      ]
  }
}

function placeOf(path: string, line: number | undefined): Place {
  return { ...(line === undefined ? {} : { line }), path: path === '' ? 'the whole file' : path }
}

function typeProblem(expected: string, input: unknown, parts: readonly PathPart[], place: Place): Problem {
  const key = parts.at(-1)
  return input === undefined && key !== undefined
    ? problem('edition.key-missing', { key }, place)
    : problem('edition.wrong-type', { wanted: kindWords(expected), found: valueWords(input) }, place)
}
