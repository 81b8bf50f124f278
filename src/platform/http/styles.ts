import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The style sheet as CSS. The design systems' warnings about each other are not ours to fix. */
export async function compileStyles(projectFolder: string): Promise<string> {
  // Loaded only here: a start that finds its styles in the cache does not load a large program.
  const { compile, Logger } = await import('sass')
  return compile(join(projectFolder, 'assets/styles/main.scss'), {
    style: 'compressed',
    loadPaths: [projectFolder],
    logger: Logger.silent,
  }).css
}

/** The files that decide what `compileStyles` gives: our own, and the versions of the packages. */
export function styleSources(projectFolder: string): string[] {
  const own = join(projectFolder, 'assets/styles')
  const packages = ['govuk-frontend', '@ministryofjustice/frontend', 'sass']
  return [
    ...readdirSync(own).map((name) => join(own, name)),
    ...packages.map((name) => join(projectFolder, 'node_modules', name, 'package.json')),
  ]
}
