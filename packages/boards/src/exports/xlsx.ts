import { createPace, dayMs } from '@olympus/core';
import type { AnswerColumn, AnswerRow } from '@olympus/semantic';
import { harmless, labelOf, numberOf, type Sheet, wellFormed } from './sheet.js';
import { zip } from './zip.js';

/** Cell formats by their place in the style sheet below. */
const styles = {
  plain: 0,
  head: 1,
  date: 2,
  datetime: 3,
  money: 4,
  ratio: 5,
  count: 6,
  number: 7,
} as const;

/** An Excel workbook (ECMA-376): the rows on one sheet, what they are about on a second. */
export async function* writeXlsx(sheet: Sheet): AsyncGenerator<Uint8Array> {
  const entries = [
    ['[Content_Types].xml', contentTypes],
    ['_rels/.rels', packageRelations],
    ['xl/workbook.xml', workbook],
    ['xl/_rels/workbook.xml.rels', workbookRelations],
    ['xl/styles.xml', styleSheet],
    ['xl/worksheets/sheet1.xml', await rowsSheet(sheet)],
    ['xl/worksheets/sheet2.xml', aboutSheet(sheet)],
  ] as const;
  yield await zip(entries.map(([name, text]) => ({ name, content: Buffer.from(text) })));
}

async function rowsSheet({ columns, rows }: Sheet): Promise<string> {
  const pace = createPace();
  const lines = [
    `<row r="1">${columns.map((one) => text(labelOf(one), styles.head)).join('')}</row>`,
  ];
  for (const [index, row] of rows.entries()) {
    const cells = columns.map((column) => cell(column, row[column.name])).join('');
    lines.push(`<row r="${index + 2}">${cells}</row>`);
    if (pace.due()) await pace.rest();
  }
  const widths = columns
    .map(
      ({ type }, at) =>
        `<col min="${at + 1}" max="${at + 1}" width="${type === 'string' ? 28 : 16}" customWidth="1"/>`,
    )
    .join('');
  const frozen =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  return worksheet(`${frozen}<cols>${widths}</cols><sheetData>${lines.join('')}</sheetData>`);
}

function aboutSheet({ about }: Sheet): string {
  const lines = about.map(
    ({ name, value }, at) =>
      `<row r="${at + 1}">${text(name, styles.head)}${text(value, styles.plain)}</row>`,
  );
  const widths =
    '<cols><col min="1" max="1" width="24" customWidth="1"/><col min="2" max="2" width="60" customWidth="1"/></cols>';
  return worksheet(`${widths}<sheetData>${lines.join('')}</sheetData>`);
}

function cell(column: AnswerColumn, value: AnswerRow[string] | undefined): string {
  if (value === null || value === undefined) return '<c/>';
  if (column.type === 'number') {
    const number = numberOf(value);
    if (number !== null && Number.isFinite(number)) {
      return `<c s="${numberStyle(column)}"><v>${number}</v></c>`;
    }
  }
  if (column.type === 'date' || column.type === 'datetime') {
    const days = serialOf(String(value));
    if (days !== undefined) return `<c s="${styles[column.type]}"><v>${days}</v></c>`;
  }
  return text(String(value), styles.plain);
}

function numberStyle({ unit, role }: AnswerColumn): number {
  if (role === 'change' && unit === undefined) return styles.ratio;
  if (unit === 'currency') return styles.money;
  return unit === 'ratio' || unit === 'count' ? styles[unit] : styles.number;
}

/** Days since 30 December 1899, as spreadsheets count them. */
function serialOf(local: string): number | undefined {
  const ms = Date.parse(local.length === 10 ? `${local}T00:00:00Z` : `${local}Z`);
  return Number.isNaN(ms) ? undefined : ms / dayMs + 25_569;
}

const text = (value: string, style: number) =>
  `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(harmless(value))}</t></is></c>`;

/** XML has no place for most control characters, nor for halves of pairs. */
function escaped(value: string): string {
  return (
    wellFormed(value.slice(0, 32_767))
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
  );
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const worksheet = (content: string) =>
  `${declaration}<worksheet xmlns="${main}">${content}</worksheet>`;

const contentTypes = `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${spreadsheet}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/></Types>`;
const packageRelations = `${declaration}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const workbook = `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/><sheet name="About" sheetId="2" r:id="rId2"/></sheets></workbook>`;
const workbookRelations = `${declaration}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${office}/styles" Target="styles.xml"/></Relationships>`;
const formats = ['yyyy-mm-dd', 'yyyy-mm-dd hh:mm', '#,##0.00', '0.0%', '#,##0', '#,##0.##'];
const styleSheet = `${declaration}<styleSheet xmlns="${main}"><numFmts count="${formats.length}">${formats
  .map((format, at) => `<numFmt numFmtId="${164 + at}" formatCode="${format}"/>`)
  .join(
    '',
  )}</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${formats.length + 2}"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/>${formats
  .map((_, at) => `<xf xfId="0" numFmtId="${164 + at}" applyNumberFormat="1"/>`)
  .join(
    '',
  )}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
