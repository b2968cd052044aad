/** The QR code of a page: what it says, and its dark squares as vector boxes. Owner of the qrcode package. */
import type { MmBox } from "../form.ts";
import { formErrors } from "./messages.ja.ts";

/** First part of every QR text, so that other QR codes on a page are not taken for ours. */
export const qrMark = "BUKA1";
const mostCharacters = 60;

export interface QrFacts {
  readonly formId: string;
  readonly version: number;
  /** `layoutMark` of the form as it was printed; null on paper printed before there was one. */
  readonly layout: string | null;
  /** Page of the form from 1. */
  readonly page: number;
  /** What one printed page carries besides, for example a 受付番号; null = nothing. */
  readonly extra: string | null;
}

/** `BUKA1|SAIKEN-01|1.0A4F|1|extra`; the last part is left out when there is no extra. */
export function qrText(facts: QrFacts): string {
  const { extra } = facts;
  if (extra !== null && !/^[\x20-\x7b\x7d\x7e]*$/u.test(extra))
    throw formErrors.qrExtraNotPlain({});
  const version = facts.layout === null ? `${facts.version}` : `${facts.version}.${facts.layout}`;
  const parts = [qrMark, facts.formId, version, String(facts.page)];
  const text = [...parts, ...(extra ? [extra] : [])].join("|");
  if (text.length > mostCharacters) {
    throw formErrors.qrTooLong({ length: text.length, limit: mostCharacters });
  }
  return text;
}

const shape =
  /^BUKA1\|([A-Z0-9][A-Z0-9-]{0,19})\|(\d{1,3})(?:\.([0-9A-F]{4}))?\|(\d{1,3})(?:\|([^|]{1,60}))?$/u;

/** Understands the text of a QR code; null when it is not one of ours. */
export function readQrText(text: string): QrFacts | null {
  const m = shape.exec(text);
  if (!m) return null;
  return {
    formId: m[1] ?? "",
    version: Number(m[2]),
    layout: m[3] ?? null,
    page: Number(m[4]),
    extra: m[5] ?? null,
  };
}

/** Dark parts of the code in millimetres, runs of a row joined; error correction Q survives a fax. */
export async function qrBoxes(text: string, area: MmBox): Promise<MmBox[]> {
  const qrcode = await import("qrcode");
  const { modules } = qrcode.create(text, { errorCorrectionLevel: "Q" });
  const side = area.width / modules.size;
  const boxes: MmBox[] = [];
  for (let row = 0; row < modules.size; row++) {
    let from = -1;
    for (let column = 0; column <= modules.size; column++) {
      const dark = column < modules.size && modules.get(row, column) === 1;
      if (dark && from < 0) from = column;
      if (!dark && from >= 0) {
        const width = (column - from) * side;
        boxes.push({ x: area.x + from * side, y: area.y + row * side, width, height: side });
        from = -1;
      }
    }
  }
  return boxes;
}
