/** An edition file at the edge: bytes to text, text to YAML, YAML to the shape, the shape to an edition. */
import { basename } from 'node:path'
import type { Edition } from '../../core/framework/edition.ts'
import { parseEdition } from '../../core/framework/parseEdition.ts'
import { readPath, writePath } from '../../core/kernel/pathInFile.ts'
import type { Problem } from '../../core/kernel/problem.ts'
import { type Result, refuse } from '../../core/kernel/result.ts'
import { fileText } from '../../platform/fileText.ts'
import { readYaml, type YamlFile } from './editionYaml.ts'
import { problem } from './problems.ts'

/** The known editions are about 40 kilobytes. */
const largestKilobytes = 512

/** Returns the edition in `content`. Refuses with every fault, each with file, line and path. `file` is its name as shown. */
export function readEdition(content: Uint8Array, file: string): Result<Edition> {
  const text = readText(content, file)
  if (!text.ok) return text
  const yaml = readYaml(text.value)
  if (!yaml.ok) return inFile(yaml.problems, file)
  const edition = parseEdition(yaml.value.value)
  if (!edition.ok) return inFile(placed(edition.problems, yaml.value), file)
  return nameFits(edition.value, file) ? edition : inFile([misnamed(edition.value, file, yaml.value)], file)
}

function readText(content: Uint8Array, file: string): Result<string> {
  if (content.byteLength > largestKilobytes * 1024)
    return refuse(problem('edition.file-too-large', { file, limit: largestKilobytes }, { file }))
  return fileText(content, file, 'yaml')
}

function nameFits(edition: Edition, file: string): boolean {
  return basename(file) === `${edition.id}.yaml`
}

function misnamed(edition: Edition, file: string, yaml: YamlFile): Problem {
  const details = { file: basename(file), id: edition.id }
  const line = yaml.lineOf('id')
  return problem('edition.file-name', details, { path: 'id', ...(line === undefined ? {} : { line }) })
}

function placed(problems: readonly Problem[], yaml: YamlFile): readonly Problem[] {
  return problems.map((problem) => {
    const line = lineOf(problem, yaml)
    return line === undefined ? problem : { ...problem, place: { ...problem.place, line } }
  })
}

/** The line of a problem: that of the value at its path or, if the key itself is wrong, that of the key. */
function lineOf({ code, place: { path = '' } }: Problem, yaml: YamlFile): number | undefined {
  const parts = readPath(path)
  const line = yaml.lineOf(path)
  if (code !== 'edition.key-unknown') return line
  return yaml.lineOfKey(writePath(parts.slice(0, -1)), String(parts.at(-1))) ?? line
}

function inFile(problems: readonly Problem[], file: string): Result<never> {
  const [first, ...others] = problems.map((problem) => ({ ...problem, place: { file, ...problem.place } }))
  if (first === undefined) throw new Error('a refusal without a problem')
  return { ok: false, problems: [first, ...others] }
}
