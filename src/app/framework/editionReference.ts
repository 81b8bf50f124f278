/** `docs/reference/edition-format.md`: what an edition file may hold, from the shapes that read it. */
import { editionShape } from '../../core/framework/edition.ts'
import { ruleGroups } from '../../core/framework/rules/rules.ts'
import type { Keys } from '../../core/framework/shape.ts'

/** Returns the reference page of the edition format, in Markdown. */
export function editionReference(): string {
  const { keys } = editionShape
  return [
    '# The format of an edition file',
    '',
    'YAML 1.2 in UTF-8, at most 512 kilobytes. The name of the file is the id of the edition and `.yaml`. Keys that are not listed here, keys that are there twice, aliases and tags are refused. Made from `src/core/framework` by `npm run docs`.',
    '',
    'Ids and letters are text: write them in quotation marks if they look like numbers.',
    '',
    '## The file',
    '',
    ...table(Object.entries(keys).map(([name, { says, shape }]) => [`\`${name}\``, shape.kind, says])),
    '',
    ...Object.entries(keys).flatMap(([name, { shape, says }]) =>
      shape.keys === undefined ? [] : [`## ${name}`, '', says, '', ...table(rowsOf(shape.keys, '')), ''],
    ),
    '## The rules',
    '',
    '`ruleSources` says where each of these rules comes from:',
    '',
    ...ruleGroups.map(
      ({ title, rules }) => `- ${title}: ${rules.map(({ name }) => `\`${name}\``).join(', ')}`,
    ),
    '',
  ].join('\n')
}

/** A row for each key, followed by the rows of the keys in it. */
function rowsOf(keys: Keys, above: string): readonly (readonly string[])[] {
  return Object.entries(keys).flatMap(([name, { shape, says }]) => [
    [`\`${above}${name}\``, kindOf(shape), says],
    ...(shape.keys === undefined ? [] : rowsOf(shape.keys, `${above}${name}.`)),
  ])
}

function kindOf({ kind, whenAbsent }: Keys[string]['shape']): string {
  return whenAbsent === undefined ? kind : `${kind}; optional`
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  return [
    '| key | value | what it means |',
    '| --- | --- | --- |',
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
  ]
}
