/** Reads where a field of an adopted form stands: 位置, 枠の位置, 印の位置 and 印刷済み, in millimetres. */
import type { Place, YamlNode } from "../../core/index.ts";
import type { FieldZone, MmBox } from "../form.ts";
import { keys } from "./form-words.ja.ts";
import { formFaults } from "./messages.ja.ts";
import type { Section, SourceReader } from "./source-reader.ts";

const key = keys.field;
const placeKeys = [key.area, key.cells, key.tickPlaces, key.printed] as const;

/** Largest paper side in millimetres. */
const LONGEST = 420;
const MOST_PLACES = 60;

/** Null on a form that buka lays out, where none of these keys may stand. */
export function readZone(
  reader: SourceReader,
  section: Section,
  adopted: boolean,
): FieldZone | null {
  if (!adopted) {
    for (const k of placeKeys) {
      const entry = section.entries.get(k);
      if (entry) reader.fault(formFaults.needsPlace, { key: k }, entry.keyAt);
    }
    return null;
  }
  const place = reader.text(section, key.area, true);
  const area = place && readPlace(reader, place, key.area);
  if (!area) return null;
  const printed = readPlaces(reader, section, key.printed);
  const ticks = readPlaces(reader, section, key.tickPlaces);
  checkTicks(reader, section, ticks.length);
  const boxes = readPlaces(reader, section, key.cells);
  const zone = { area, boxes, ticks, preprinted: "" };
  return printed.length > 0 ? { ...zone, printed } : zone;
}

/** As many places as options; what is wrong with the options themselves is said elsewhere. */
function checkTicks(reader: SourceReader, section: Section, places: number): void {
  const node: YamlNode | undefined = section.entries.get(key.options)?.value;
  const single = node ? 1 : 0;
  const options = node?.kind === "list" ? node.items.length : single;
  if (options === places) return;
  const at = section.entries.get(key.tickPlaces)?.keyAt ?? section.at;
  reader.fault(formFaults.ticksDiffer, { options, places }, at);
}

function readPlaces(reader: SourceReader, section: Section, k: string): MmBox[] {
  const nodes = section.entries.has(k) ? reader.list(section, k, false) : null;
  const texts = reader.texts((nodes ?? []).slice(0, MOST_PLACES), `「${k}」`);
  return texts.map((t) => readPlace(reader, t, k)).filter((b) => b !== null);
}

/** "40 52.5 100 10" → a box on the paper. */
function readPlace(
  reader: SourceReader,
  text: { readonly value: string; readonly at: Place },
  k: string,
): MmBox | null {
  const parts = text.value.normalize("NFKC").split(/[\s,、]+/u);
  const numbers = parts.map((p) => (/^\d{1,3}(?:\.\d{1,3})?$/u.test(p) ? Number(p) : Number.NaN));
  const [x = -1, y = -1, width = 0, height = 0] = numbers;
  const good =
    numbers.length === 4 &&
    numbers.every((n) => n >= 0) &&
    Math.min(width, height) >= 0.5 &&
    Math.max(x + width, y + height) <= LONGEST;
  if (good) return { x, y, width, height };
  reader.fault(formFaults.badPlace, { where: `「${k}」` }, text.at);
  return null;
}
