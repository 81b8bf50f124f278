/** The report model with its pictures drawn, as the web page and the PDF print it. */
import { printableLines } from '../../core/kernel/printableText.ts'
import type { Bars, Block, ReportModel, Section } from '../../core/report/reportModel.ts'
import { keyQuestionBars } from '../ratings/standard-page/keyQuestionBars.ts'

export type PrintedReport = Omit<ReportModel, 'sections' | 'annexe'> & {
  readonly sections: readonly PrintedSection[]
}

export type PrintedSection = Omit<Section, 'blocks' | 'sections'> & {
  readonly blocks: readonly PrintedBlock[]
  readonly sections: readonly PrintedSection[]
}

type PrintedBars = {
  readonly kind: 'bars'
  readonly bars: Bars & {
    readonly svg: string
    /** The same for a narrow screen; null if the report is for paper. */
    readonly narrowSvg: string | null
  }
}
export type PrintedBlock = Exclude<Block, { kind: 'bars' }> | PrintedBars

/** The typeface of the report, which is in `templates/fonts` for the PDF and served with the pages. */
const typeface = 'Source Sans 3'

export type Medium = 'paper' | 'screen'

/** Returns a report with every picture drawn. It has no rows of the annexe, because their tables are sections already. */
export function printedReport(model: ReportModel, medium: Medium): PrintedReport {
  const { annexe: _, ...report } = medium === 'screen' ? withPrintableText(model) : model
  return { ...report, sections: report.sections.map((section) => printedSection(section, medium)) }
}

/** Nothing in its text has an effect on the page. For paper, typesetting does this, and replaces missing characters. */
function withPrintableText(model: ReportModel): ReportModel {
  return JSON.parse(JSON.stringify(model), (_name, value: unknown) =>
    typeof value === 'string' ? printableLines(value) : value,
  )
}

function printedSection(section: Section, medium: Medium): PrintedSection {
  return {
    ...section,
    blocks: section.blocks.map((block) => printedBlock(block, medium)),
    sections: section.sections.map((inner) => printedSection(inner, medium)),
  }
}

function printedBlock(block: Block, medium: Medium): PrintedBlock {
  if (block.kind !== 'bars') return block
  const svg = drawn(block.bars, block.bars.id, 680)
  const narrowSvg = medium === 'paper' ? null : drawn(block.bars, `${block.bars.id}-narrow`, 340)
  return { kind: 'bars', bars: { ...block.bars, svg, narrowSvg } }
}

/** Drawing takes most of the time that a page of a report takes; so the pictures of some twenty reports are remembered. */
const mostDrawings = 500
const drawings = new Map<string, string>()

function drawn(picture: Bars, id: string, width: number): string {
  const key = JSON.stringify([picture, id, width])
  const known = drawings.get(key)
  if (known !== undefined) return known
  const { title, alternative, bars, bands } = picture
  const svg = keyQuestionBars(bars, { id, title, description: alternative, width, bands, font: typeface })
  for (const oldest of drawings.keys()) if (drawings.size >= mostDrawings) drawings.delete(oldest)
  drawings.set(key, svg)
  return svg
}
