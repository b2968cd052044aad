/** Writes a workbook: sheets as plain data to the bytes of an .xlsx file. Deterministic: the same data give the same bytes. */
import { strToU8, zipSync } from "fflate";
import type { OutPicture, OutSheet } from "./out-sheet.ts";
import { sheetXml } from "./write-sheet.ts";
import { stylesXml } from "./write-styles.ts";
import { xmlText } from "./write-text.ts";

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
const types = "application/vnd.openxmlformats-officedocument";
const drawingNs = "http://schemas.openxmlformats.org/drawingml/2006";
/** Fixed, so that equal books are equal files. */
const stamp = new Date(1980, 0, 1);
const emuPerPixel = 9525;

export function writeBook(sheets: readonly OutSheet[]): Uint8Array {
  const parts: Record<string, Uint8Array> = {};
  const put = (name: string, xml: string): void => {
    parts[name] = strToU8(head + xml);
  };
  put("[Content_Types].xml", contentTypes(sheets));
  put("_rels/.rels", relationList([["officeDocument", "xl/workbook.xml"]]));
  put("xl/workbook.xml", workbookXml(sheets));
  put(
    "xl/_rels/workbook.xml.rels",
    relationList([
      ...sheets.map((_, i) => ["worksheet", `worksheets/sheet${i + 1}.xml`] as const),
      ["styles", "styles.xml"],
    ]),
  );
  put("xl/styles.xml", stylesXml());
  let image = 0;
  sheets.forEach((sheet, i) => {
    const n = i + 1;
    put(`xl/worksheets/sheet${n}.xml`, sheetXml(sheet, i === 0));
    const pictures = sheet.pictures ?? [];
    if (pictures.length === 0) return;
    put(
      `xl/worksheets/_rels/sheet${n}.xml.rels`,
      relationList([["drawing", `../drawings/drawing${n}.xml`]]),
    );
    put(`xl/drawings/drawing${n}.xml`, drawingXml(pictures));
    const media = pictures.map((p) => {
      parts[`xl/media/image${++image}.png`] = p.png;
      return ["image", `../media/image${image}.png`] as const;
    });
    put(`xl/drawings/_rels/drawing${n}.xml.rels`, relationList(media));
  });
  return zipSync(parts, { level: 6, mtime: stamp });
}

function contentTypes(sheets: readonly OutSheet[]): string {
  const override = (part: string, type: string): string =>
    `<Override PartName="${part}" ContentType="${types}.${type}+xml"/>`;
  const own = sheets.flatMap((s, i) => [
    override(`/xl/worksheets/sheet${i + 1}.xml`, "spreadsheetml.worksheet"),
    ...(s.pictures?.length ? [override(`/xl/drawings/drawing${i + 1}.xml`, "drawing")] : []),
  ]);
  return [
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`,
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
    `<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>`,
    override("/xl/workbook.xml", "spreadsheetml.sheet.main"),
    override("/xl/styles.xml", "spreadsheetml.styles"),
    ...own,
    "</Types>",
  ].join("");
}

function relationList(items: readonly (readonly [type: string, target: string])[]): string {
  const list = items
    .map(
      ([type, target], i) =>
        `<Relationship Id="rId${i + 1}" Type="${office}/${type}" Target="${target}"/>`,
    )
    .join("");
  return `<Relationships xmlns="${relations}">${list}</Relationships>`;
}

function workbookXml(sheets: readonly OutSheet[]): string {
  const list = sheets
    .map((s, i) => `<sheet name="${xmlText(s.name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join("");
  const names = sheets.flatMap((s, i) => definedNames(s, i)).join("");
  const defined = names === "" ? "" : `<definedNames>${names}</definedNames>`;
  return `<workbook xmlns="${main}" xmlns:r="${office}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${list}</sheets>${defined}</workbook>`;
}

function definedNames(sheet: OutSheet, index: number): string[] {
  const quoted = `'${xmlText(sheet.name).replaceAll("'", "''")}'`;
  const own: string[] = [];
  if (sheet.filter !== undefined) {
    const area = sheet.filter.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
    own.push(
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${quoted}!${area}</definedName>`,
    );
  }
  if (sheet.printTitleRows !== undefined) {
    own.push(
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quoted}!$1:$${sheet.printTitleRows}</definedName>`,
    );
  }
  return own;
}

function drawingXml(pictures: readonly OutPicture[]): string {
  const anchors = pictures.map((p, i) => anchorXml(p, i + 1)).join("");
  return `<xdr:wsDr xmlns:xdr="${drawingNs}/spreadsheetDrawing" xmlns:a="${drawingNs}/main" xmlns:r="${office}">${anchors}</xdr:wsDr>`;
}

function anchorXml(p: OutPicture, id: number): string {
  const margin = 3 * emuPerPixel;
  const size = `cx="${Math.round(p.width * emuPerPixel)}" cy="${Math.round(p.height * emuPerPixel)}"`;
  return [
    `<xdr:oneCellAnchor><xdr:from><xdr:col>${p.col}</xdr:col><xdr:colOff>${margin}</xdr:colOff>`,
    `<xdr:row>${p.row}</xdr:row><xdr:rowOff>${margin}</xdr:rowOff></xdr:from><xdr:ext ${size}/>`,
    `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${id}" name="crop${id}"/><xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>`,
    `<xdr:blipFill><a:blip r:embed="rId${id}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>`,
    `<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr>`,
    `</xdr:pic><xdr:clientData/></xdr:oneCellAnchor>`,
  ].join("");
}
