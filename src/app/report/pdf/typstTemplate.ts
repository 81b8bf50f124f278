import { join } from 'node:path'

/** The folder of the PDF's template and its typefaces. */
export const templatesFolder = join(import.meta.dirname, '../../../../templates')
export const typstTemplate = join(templatesFolder, 'report.typ')
