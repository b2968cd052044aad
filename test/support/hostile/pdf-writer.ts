/** Writes PDF files object by object, with faults that no library would make. */
import { deflateSync } from "node:zlib";

/** A PDF out of numbered objects, with a right cross-reference table. */
export function pdfOf(objects: readonly (string | Uint8Array)[], trailer = ""): Uint8Array {
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1")];
  const places: number[] = [];
  let at = parts[0]?.length ?? 0;
  for (const [i, object] of objects.entries()) {
    const body = typeof object === "string" ? Buffer.from(object, "latin1") : Buffer.from(object);
    const part = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), body, Buffer.from("\nendobj\n")]);
    places.push(at);
    at += part.length;
    parts.push(part);
  }
  const rows = places.map((p) => `${String(p).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer<</Size ${size}/Root 1 0 R ${trailer}>>\nstartxref\n${at}\n%%EOF\n`,
      "latin1",
    ),
  );
  return Buffer.concat(parts);
}

export function stream(dictionary: string, data: Uint8Array | string): Uint8Array {
  const body = typeof data === "string" ? Buffer.from(data, "latin1") : Buffer.from(data);
  return Buffer.concat([
    Buffer.from(`<<${dictionary}/Length ${body.length}>>stream\n`, "latin1"),
    body,
    Buffer.from("\nendstream", "latin1"),
  ]);
}

export const catalog = "<</Type/Catalog/Pages 2 0 R>>";
export const pages = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
export const pageWith = (more: string): string =>
  `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]${more}>>`;
const drawn = "/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>";

/** One page with a content stream and one object X that it draws. */
/** A page whose content is object 4, with the objects from 4 on as they are. */
export const pageOf = (objects: readonly (string | Uint8Array)[], more = ""): Uint8Array =>
  pdfOf([catalog, pages, pageWith(`/Contents 4 0 R${more}`), ...objects]);

export const onePage = (
  content: Uint8Array | string,
  x: string | Uint8Array = "<<>>",
): Uint8Array => pdfOf([catalog, pages, pageWith(drawn), stream("", content), x]);

export const boxed = (box: string, more = ""): Uint8Array =>
  pdfOf([catalog, pages, `<</Type/Page/Parent 2 0 R/MediaBox[${box}]${more}>>`]);

export const deflated = (data: Uint8Array, times = 1): Uint8Array =>
  times === 0 ? data : deflated(deflateSync(data, { level: 9 }), times - 1);

export const image = (dictionary: string, data: Uint8Array | string): Uint8Array =>
  onePage(
    "q 500 0 0 700 40 40 cm /X Do Q",
    stream(`/Type/XObject/Subtype/Image${dictionary}`, data),
  );

export const grey = "/ColorSpace/DeviceGray/BitsPerComponent 8";
