/** Texts on their way into a workbook: nothing is lost, nothing turns into a formula or another character. */

const unreadable = /[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\ufffe\uffff]/g;

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Texts without any of these stand in XML as they are. */
const remarkable = /[_&<>"\u0000-\u001f\ud800-\udfff\ufffe\uffff]/;

/** Escapes what XML cannot hold as _xHHHH_, and texts that only look like such an escape. */
export function cellTextXml(text: string): string {
  if (!remarkable.test(text)) return text;
  const guarded = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  const held = guarded.replace(
    unreadable,
    (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
  );
  return xmlText(held.replace(loneSurrogate, "\ufffd"));
}

const special = /[&<>"]/;

export function xmlText(text: string): string {
  if (!special.test(text)) return text;
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
