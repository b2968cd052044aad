/** Puts the values of one record into the zones of a form (差込印刷); knows no PDF, only how wide words are. */
import { type BukaError, eraOf, isoDate, readDate } from "../../core/index.ts";
import type { DrawItem, FieldZone, Form, FormField, MmBox } from "../form.ts";
import { paperWords } from "./form-words.ja.ts";
import { formErrors } from "./messages.ja.ts";
import { clear, mm } from "./paper.ts";

/** Width in mm of words at a size in points, in the font of the values. */
export type Measure = (words: string, size: number) => number;

export type ValueItem =
  | Extract<DrawItem, { kind: "text" }>
  /** A ✓ inside a tick box. */
  | { readonly kind: "tick"; readonly box: MmBox };

export interface PlacedValues {
  readonly items: readonly ValueItem[];
  readonly faults: readonly BukaError[];
}

/** Sizes in points of written values; below `least` a reader fails. */
export const valueSize = { free: 10.5, least: 8, box: 13 } as const;

interface Slot {
  readonly field: FormField;
  readonly zone: FieldZone;
  readonly value: string;
  readonly place: { readonly record: number; readonly field: string };
}

/** Places every value of a record (number `record`, from 1); all faults are collected. */
export function placeValues(
  form: Form,
  record: { readonly number: number; readonly values: Readonly<Record<string, string>> },
  measure: Measure,
): PlacedValues {
  const items: ValueItem[] = [];
  const faults: BukaError[] = [];
  for (const [name, value] of Object.entries(record.values)) {
    const field = form.fields.find((f) => f.name === name);
    const zone = form.layout.zones[name];
    const place = { record: record.number, field: name };
    if (!field || !zone) {
      faults.push(formErrors.unknownField({ ...place, form: form.id }));
    } else if (value.trim() !== "") {
      const placed = placeOne({ field, zone, value: value.trim(), place }, measure);
      if (Array.isArray(placed)) items.push(...placed);
      else faults.push(placed);
    }
  }
  return { items, faults };
}

type Placed = ValueItem[] | BukaError;

function placeOne(slot: Slot, measure: Measure): Placed {
  if (slot.zone.ticks.length > 0) return placeTick(slot);
  if (slot.zone.boxes.length > 0) return placeInBoxes(slot);
  return placeFree(slot, measure);
}

function placeTick(slot: Slot): Placed {
  const box = slot.zone.ticks[slot.field.options.indexOf(slot.value)];
  if (box) return [{ kind: "tick", box }];
  const options = slot.field.options.join("・");
  return formErrors.notAnOption({ ...slot.place, options });
}

function placeInBoxes(slot: Slot): Placed {
  const signs = signsOf(slot);
  if (!Array.isArray(signs)) return signs;
  const { boxes } = slot.zone;
  if (signs.length > boxes.length) {
    return formErrors.valueTooLong({ ...slot.place, length: signs.length, limit: boxes.length });
  }
  const from = slot.field.type === "amount" ? boxes.length - signs.length : 0;
  return signs.flatMap((text, i): ValueItem[] => {
    const box = boxes[from + i];
    if (!box || text.trim() === "") return [];
    return [{ kind: "text", text, box, size: valueSize.box, align: "center" }];
  });
}

/** One sign per box. */
function signsOf(slot: Slot): string[] | BukaError {
  const value = slot.value.normalize("NFKC");
  switch (slot.field.type) {
    case "date":
      return dateSigns(slot);
    case "account-kana":
      // 全銀 writes the long vowel as "-"; in a box it is printed as the full-width sign, which reads better.
      return [...value.replaceAll("-", paperWords.longVowel)];
    case "kana":
      return [...value];
    case "invoice-number":
      return digitSigns(slot, value.replace(/^T/iu, ""));
    case "postal-code":
      return digitSigns(slot, value.replaceAll("-", ""));
    case "amount":
      return digitSigns(slot, value.replace(paperWords.amountSigns, ""));
    default:
      return digitSigns(slot, value);
  }
}

function digitSigns(slot: Slot, digits: string): string[] | BukaError {
  return /^\d+$/u.test(digits) ? [...digits] : formErrors.notDigits(slot.place);
}

function dateSigns(slot: Slot): string[] | BukaError {
  const date = readDate(slot.value);
  const era = date && eraOf(date);
  if (date && slot.zone.boxes.length === 8) return [...isoDate(date).replaceAll("-", "")];
  if (!date || !era || era.name !== paperWords.era) return formErrors.notADate(slot.place);
  return [era.year, date.month, date.day].flatMap((n) => [...String(n).padStart(2, "0")]);
}

/** One line as large as fits, else two lines where the zone is high enough. */
function placeFree(slot: Slot, measure: Measure): Placed {
  const { area } = slot.zone;
  const inner = { ...area, x: area.x + clear, width: area.width - 2 * clear };
  const size = sizeFor(slot.value, inner.width, measure);
  if (size !== null) return [{ kind: "text", text: slot.value, box: inner, size, align: "left" }];
  const lines = twoLines(slot.value, inner, measure);
  return lines ?? formErrors.valueDoesNotFit(slot.place);
}

function sizeFor(value: string, width: number, measure: Measure): number | null {
  for (let size: number = valueSize.free; size >= valueSize.least; size -= 0.5) {
    if (measure(value, size) <= width) return size;
  }
  return null;
}

function twoLines(value: string, box: MmBox, measure: Measure): ValueItem[] | null {
  const signs = [...value];
  const size = valueSize.least + 1;
  const height = mm(size) * 1.5;
  if (2 * height + clear > box.height) return null;
  let cut = signs.length;
  while (cut > 0 && measure(signs.slice(0, cut).join(""), size) > box.width) cut--;
  const second = signs.slice(cut).join("");
  if (measure(second, size) > box.width) return null;
  const top = box.y + box.height / 2 - height;
  return [signs.slice(0, cut).join(""), second].map((text, i) => ({
    kind: "text",
    text,
    box: { ...box, y: top + i * height, height },
    size,
    align: "left",
  }));
}
