/** The XML of one sheet that buka writes, in the order of elements that Excel insists on. */
import { cellName } from "../formula/tokens.ts";
import { rulesError } from "../messages.ja.ts";
import type { OutCell, OutSheet } from "./out-sheet.ts";
import { styleIndex } from "./write-styles.ts";
import { cellTextXml, xmlText } from "./write-text.ts";

/** Longest text of a cell in Excel. */
const longestText = 32_767;

export function sheetXml(sheet: OutSheet, active: boolean): string {
  return [
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" `,
    `xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`,
    `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    viewXml(sheet, active),
    `<sheetFormatPr defaultRowHeight="18"/>`,
    columnsXml(sheet),
    `<sheetData>${sheet.rows.map((row, r) => rowXml(sheet, row, r)).join("")}</sheetData>`,
    sheet.locked
      ? `<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>`
      : "",
    sheet.filter === undefined ? "" : `<autoFilter ref="${sheet.filter}"/>`,
    listsXml(sheet),
    `<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>`,
    `<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`,
    `<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P/&amp;N</oddFooter></headerFooter>`,
    sheet.pictures?.length ? `<drawing r:id="rId1"/>` : "",
    "</worksheet>",
  ].join("");
}

function viewXml(sheet: OutSheet, active: boolean): string {
  const { rows = 0, cols = 0 } = sheet.freeze ?? {};
  const selected = active ? ' tabSelected="1"' : "";
  if (rows === 0 && cols === 0)
    return `<sheetViews><sheetView${selected} workbookViewId="0"/></sheetViews>`;
  const split = `${cols > 0 ? ` xSplit="${cols}"` : ""}${rows > 0 ? ` ySplit="${rows}"` : ""}`;
  const side = `${rows > 0 ? "bottom" : "top"}${cols > 0 ? "Right" : "Left"}`;
  return `<sheetViews><sheetView${selected} workbookViewId="0"><pane${split} topLeftCell="${cellName(rows, cols)}" activePane="${side}" state="frozen"/></sheetView></sheetViews>`;
}

function columnsXml(sheet: OutSheet): string {
  const cols = sheet.columns.map((c, i) => {
    const hidden = c.hidden ? ' hidden="1"' : "";
    return `<col min="${i + 1}" max="${i + 1}" width="${c.width}" customWidth="1"${hidden}/>`;
  });
  return `<cols>${cols.join("")}</cols>`;
}

function rowXml(sheet: OutSheet, row: readonly OutCell[], r: number): string {
  const points = sheet.heights?.get(r);
  const height = points === undefined ? "" : ` ht="${points}" customHeight="1"`;
  return `<row r="${r + 1}"${height}>${row.map((cell, c) => cellXml(sheet.name, cell, { r, c })).join("")}</row>`;
}

/** Texts are always inline text cells: nothing that a paper says can become a formula. */
function cellXml(sheet: string, cell: OutCell, at: { r: number; c: number }): string {
  const name = cellName(at.r, at.c);
  const style = `s="${styleIndex(cell.style)}"`;
  if (cell.value === null || cell.value === "") return `<c r="${name}" ${style}/>`;
  if (typeof cell.value === "number" && Number.isFinite(cell.value))
    return `<c r="${name}" ${style}><v>${cell.value}</v></c>`;
  const text = String(cell.value);
  if (text.length > longestText) {
    throw rulesError.tooLargeText(
      { sheet, cell: name, length: text.length },
      { place: { cell: name } },
    );
  }
  return `<c r="${name}" ${style} t="inlineStr"><is><t xml:space="preserve">${cellTextXml(text)}</t></is></c>`;
}

function listsXml(sheet: OutSheet): string {
  const lists = sheet.lists ?? [];
  if (lists.length === 0) return "";
  const items = lists.map(
    (l) =>
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" error="${xmlText(l.hint)}" sqref="${l.area}"><formula1>"${xmlText(l.items.join(","))}"</formula1></dataValidation>`,
  );
  return `<dataValidations count="${items.length}">${items.join("")}</dataValidations>`;
}
