/** Thresholds out of readings whose truth is known: how sure a reader must be, measured and never guessed. */
import type { FieldReading } from "../core/index.ts";
import { type Family, families, type SiteCalibration, type Threshold } from "./calibration.ts";
import type { FieldType, Form } from "./form.ts";
import { typeRow } from "./types/type-table.ja.ts";

/** One field that was read, and what really stands there. */
export interface KnownReading {
  readonly type: FieldType;
  readonly writing: "print" | "hand";
  readonly reading: FieldReading;
  readonly truth: string;
}

/** One reading of whatever size, judged. */
export interface JudgedReading {
  readonly confidence: number;
  readonly right: boolean;
}

/** What a calibration is made of besides the readings. */
export interface MadeBy {
  readonly on: string;
  readonly command: string;
  readonly version: string;
  readonly seed: number | null;
  readonly pages: number;
}

/** Fewer agreed readings than this say nothing about a family: the shipped threshold stays. */
export const LEAST_READINGS = 100;
/**
 * Share of right readings that may be asked about although nothing wrong was seen there. Text pays more: it has thousands of
 * signs, and those that a measurement never saw are the ones of which both readers are least sure.
 */
const SPARED = { asRule: 0.005, text: 0.02 } as const;
/** Above every confidence: nothing goes on without a person. */
const NEVER = 1.01;

const familyOf: Readonly<Partial<Record<FieldType, Family>>> = {
  digits: "digits",
  amount: "digits",
  "postal-code": "digits",
  phone: "digits",
  "corporate-number": "digits",
  "invoice-number": "digits",
  "account-number": "digits",
  kana: "kana",
  "account-kana": "kana",
  name: "text",
  organisation: "text",
  address: "text",
  text: "text",
  master: "master",
};

/** A site's calibration file as data; families and readers with too few readings are left out. */
export function measureThresholds(known: readonly KnownReading[], made: MadeBy): SiteCalibration {
  const print = known.filter((k) => k.writing === "print" && isAgreed(k));
  const thresholds = Object.fromEntries(
    families.flatMap((family) => {
      const mine = print.filter((k) => familyOf[k.type] === family || isBoxedDate(k, family));
      const spared = family === "text" ? SPARED.text : SPARED.asRule;
      return mine.length < LEAST_READINGS
        ? []
        : [[family, thresholdOf(mine.map(judged), spared)] as const];
    }),
  );
  return {
    format: 2,
    made: {
      ...made,
      fields: known.length,
      readers: [
        ...new Set(known.flatMap((k) => k.reading.readers.map((r) => `${r.name} ${r.version}`))),
      ].sort(),
    },
    thresholds,
    hand: handThresholds(known),
  };
}

const isBoxedDate = (k: KnownReading, family: Family): boolean =>
  k.type === "date" && family === "digits";

/**
 * By the first reader of each: whoever leads is whose confidence is compared. Types that a person looks at in any case have
 * no say: how sure a reader is of kana tells nothing about digits.
 */
function handThresholds(known: readonly KnownReading[]): Record<string, Threshold> {
  const hand = known.filter((k) => k.writing === "hand" && typeRow(k.type).hand && isAgreed(k));
  const names = new Set(hand.flatMap((k) => k.reading.readers.slice(0, 1).map((r) => r.name)));
  const measured: Record<string, Threshold> = {};
  for (const name of names) {
    const mine = hand.filter((k) => k.reading.readers[0]?.name === name);
    if (mine.length >= LEAST_READINGS) measured[name] = thresholdOf(mine.map(judged));
  }
  return measured;
}

/** Readings that only their confidence could have stopped; blank fields say nothing about readers. */
function isAgreed({ reading }: KnownReading): boolean {
  const others = reading.reasons.filter((r) => r.code !== "unsure" && r.code !== "handwriting");
  return reading.readers.length > 0 && reading.value !== "" && others.length === 0;
}

/**
 * Above the surest wrong reading; without wrong ones, so low that hardly anything is asked. When that would ask about most
 * right readings, confidence does not tell right from wrong here and nothing goes on alone.
 */
export function thresholdOf(
  readings: readonly JudgedReading[],
  share: number = SPARED.asRule,
): Threshold {
  const wrong = readings.filter((k) => !k.right).map((k) => k.confidence);
  const right = readings.filter((k) => k.right).map((k) => k.confidence);
  right.sort((a, b) => a - b);
  const spared = Math.floor(100 * (right[Math.floor(share * right.length)] ?? 0)) / 100;
  const above = wrong.length === 0 ? 0 : Math.floor(100 * Math.max(...wrong) + 1) / 100;
  const wanted = Math.max(spared, above);
  const lost = right.filter((c) => c < wanted).length;
  const least = wanted > 1 || lost > right.length / 2 ? NEVER : wanted;
  const asked = right.filter((c) => c < least).length;
  return { least, agreed: readings.length, wrong: wrong.length, asked };
}

function judged({ reading, truth }: KnownReading): JudgedReading {
  return { confidence: reading.confidence, right: plain(reading.value) === plain(truth) };
}

const plain = (text: string): string => text.normalize("NFKC").replace(/\s+/gu, " ").trim();

/** The readings of one page beside its truth (field name → value as a reader should give it). */
export function knownReadings(
  form: Form,
  fields: Readonly<Record<string, FieldReading>>,
  truth: Readonly<Record<string, string>>,
): KnownReading[] {
  return form.fields.flatMap(({ name, type, writing }) => {
    const reading = fields[name];
    const right = truth[name];
    return reading && right !== undefined ? [{ type, writing, reading, truth: right }] : [];
  });
}
