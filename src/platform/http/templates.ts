import { join } from 'node:path'
import nunjucks from 'nunjucks'
import { countOf } from '../../core/kernel/countOf.ts'
import { textLimits } from '../../core/kernel/textLimits.ts'
import type { Assets } from './assets.ts'

export type Templates = { readonly render: (template: string, model: object) => string }

/**
 * Nunjucks over our templates (`ratings/ratingsPage.njk`) and the design systems' (`govuk/components/…`,
 * `moj/components/…`). Everything printed is escaped; a value that is missing prints as nothing.
 */
export function makeTemplates(projectFolder: string, assets: Assets): Templates {
  const modules = join(projectFolder, 'node_modules')
  const environment = new nunjucks.Environment(
    new nunjucks.FileSystemLoader([
      join(projectFolder, 'src/app'),
      join(modules, 'govuk-frontend/dist'),
      join(modules, '@ministryofjustice/frontend'),
    ]),
    { autoescape: true, trimBlocks: true, lstripBlocks: true },
  )
  environment.addGlobal('asset', assets.address)
  environment.addGlobal('importsOf', assets.importsOf)
  environment.addGlobal('textLimits', textLimits)
  environment.addFilter('countOf', countOf)
  return { render: (template, model) => environment.render(template, model) }
}
