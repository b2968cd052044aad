/** Number formats of the cell styles of a book. */
import { builtInFormats } from "./built-in-formats.ja.ts";
import { scanXml } from "./xml.ts";

/** Format code by style index. */
export function readFormats(xml: string): string[] {
  const own = new Map<number, string>();
  const ids: number[] = [];
  let inCellXfs = false;
  scanXml(xml, {
    open(tag) {
      if (tag.name === "numFmt") own.set(Number(tag.get("numFmtId")), tag.get("formatCode") ?? "");
      else if (tag.name === "cellXfs") inCellXfs = true;
      else if (tag.name === "xf" && inCellXfs) ids.push(Number(tag.get("numFmtId") ?? 0));
    },
    close(name) {
      if (name === "cellXfs") inCellXfs = false;
    },
  });
  return ids.map((id) => own.get(id) ?? builtInFormats.get(id) ?? "General");
}
