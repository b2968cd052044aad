/** Reads 用紙 and 目印 of an adopted form (既存の様式), and makes its layout out of the places of its fields. */
import type { Place } from "../../core/index.ts";
import type { FieldZone, FormLayout, Landmarks, RuleMark, WordMark } from "../form.ts";
import type { AdoptedSource, FieldSource } from "./form-source.ts";
import { directionWords, keys, paperSizes } from "./form-words.ja.ts";
import { formFaults } from "./messages.ja.ts";
import { paper } from "./paper.ts";
import type { Section, SourceReader } from "./source-reader.ts";

const key = keys.top;
const most = { rules: 400, words: 60, points: 20_000 } as const;

/** Null for a form that buka lays out itself. */
export function readAdopted(reader: SourceReader, section: Section): AdoptedSource | null {
  const entry = section.entries.get(key.landmarks);
  if (!entry) {
    const size = section.entries.get(key.paper);
    if (size) reader.fault(formFaults.needsPlace, { key: key.paper }, size.keyAt);
    return null;
  }
  const marks = reader.section(entry.value, `「${key.landmarks}」`, Object.values(keys.landmarks));
  const rules = marks ? readMarks(reader, marks, keys.landmarks.rules) : [];
  const words = marks ? readMarks(reader, marks, keys.landmarks.words) : [];
  const size = reader.text(section, key.paper, false);
  return {
    paper: (size && reader.word(size, `「${key.paper}」`, paperSizes)) ?? paper,
    landmarks: {
      rules: rules.slice(0, most.rules).flatMap((t) => parsed(reader, t, ruleOf)),
      words: words.slice(0, most.words).flatMap((t) => parsed(reader, t, wordOf)),
    },
  };
}

interface TextAt {
  readonly value: string;
  readonly at: Place;
}

function readMarks(reader: SourceReader, marks: Section, k: string): TextAt[] {
  const entry = marks.entries.get(k);
  // A form without words that could serve as landmarks writes an empty list.
  if (!entry) return [];
  return reader.texts(reader.items(entry.value, `「${k}」`) ?? [], `「${k}」`);
}

function parsed<T>(reader: SourceReader, text: TextAt, read: (text: string) => T | null): T[] {
  const mark = read(text.value);
  if (mark) return [mark];
  reader.fault(formFaults.badLandmark, { where: `「${key.landmarks}」` }, text.at);
  return [];
}

const number = "(\\d{1,3}(?:\\.\\d{1,3})?)";
const ruleShape = new RegExp(`^(\\S) ${number} ${number} ${number}$`, "u");
const wordShape = new RegExp(
  `^${number} ${number} (\\d{1,3}) (\\d{1,3}) ([A-Za-z0-9+/]+={0,2})$`,
  "u",
);

/** "横 31.2 15 195": direction, place, from, to. */
function ruleOf(text: string): RuleMark | null {
  const m = ruleShape.exec(text);
  const direction = Object.hasOwn(directionWords, m?.[1] ?? "")
    ? directionWords[m?.[1] ?? ""]
    : undefined;
  const [at, from, to] = [Number(m?.[2]), Number(m?.[3]), Number(m?.[4])];
  return direction && to > from ? { direction, at, from, to } : null;
}

/** "17 33.1 80 16 base64": left, top, points across and down, the picture. */
function wordOf(text: string): WordMark | null {
  const m = wordShape.exec(text);
  if (!m) return null;
  const [columns, rows, ink] = [Number(m[3]), Number(m[4]), m[5] ?? ""];
  const bytes = Buffer.from(ink, "base64").length;
  const fits = columns * rows <= most.points && bytes === Math.ceil((columns * rows) / 8);
  return fits && columns > 0 && rows > 0
    ? { x: Number(m[1]), y: Number(m[2]), columns, rows, ink }
    : null;
}

export const ruleText = (r: RuleMark): string => {
  const word = Object.entries(directionWords).find(([, d]) => d === r.direction)?.[0] ?? "";
  return [word, short(r.at), short(r.from), short(r.to)].join(" ");
};

export const wordText = (w: WordMark): string =>
  [short(w.x), short(w.y), w.columns, w.rows, w.ink].join(" ");

/** Hundredths of a millimetre are finer than any scan. */
export const short = (mm: number): string => String(Math.max(0, Math.round(mm * 100) / 100));

const nowhere = { x: 0, y: 0, width: 0, height: 0 };

export function adoptedLayout(fields: readonly FieldSource[], landmarks: Landmarks): FormLayout {
  const zones: Record<string, FieldZone> = {};
  for (const f of fields) if (f.zone) zones[f.field.name] = f.zone;
  return {
    markers: [nowhere, nowhere, nowhere, nowhere],
    qr: nowhere,
    zones,
    drawing: [],
    landmarks,
  };
}
