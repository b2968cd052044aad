/** The definition of one table (テーブル) of a sheet. */
import type { TableData } from "./book-data.ts";
import { decodeEscapes, scanXml } from "./xml.ts";

export function readTable(xml: string, part: string): TableData {
  let table = { part, name: "", ref: "", headerRows: 1, totalsRows: 0 };
  const columns: string[] = [];
  scanXml(xml, {
    open(tag) {
      if (tag.name === "table") {
        table = {
          part,
          name: tag.get("displayName") ?? tag.get("name") ?? "",
          ref: tag.get("ref") ?? "",
          headerRows: Number(tag.get("headerRowCount") ?? 1),
          totalsRows: Number(tag.get("totalsRowCount") ?? 0),
        };
      } else if (tag.name === "tableColumn") columns.push(decodeEscapes(tag.get("name") ?? ""));
    },
  });
  return { ...table, columns };
}
