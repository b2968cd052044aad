/** Questions of a scenario (人に聞く) as open fields of the case: asked in the review, answered there, then the case goes on. */
import type { Case, FieldReading } from "../core/index.ts";
import type { EnterDoors, EnterResult } from "./entry-steps.ts";
import { moveCase } from "./move-case.ts";

/** Codes of the reason by which the review knows a question; the second only takes はい or いいえ. */
const valueCode = "asked-by-scenario";
const yesCode = "asked-yes-or-no";

const yes = "はい";
const no = "いいえ";
const yesWords = new Set([
  yes,
  "ハイ",
  "ok",
  "yes",
  "y",
  "○",
  "〇",
  "よい",
  "良い",
  "可",
  "続ける",
]);
const noWords = new Set([no, "イイエ", "no", "n", "×", "だめ", "不可", "やめる", "続けない"]);

/** What a scenario wants to know. */
export interface Asked {
  readonly message: string;
  /** Value that takes the answer. */
  readonly into: string;
  readonly decides: "value" | "yes";
}

/**
 * The case leaves the entry and waits for a person (確認待ち). Nothing was pressed: the planned intent gives its key
 * back, and the try does not count.
 */
export async function askPerson(doors: EnterDoors, from: Case, asked: Asked): Promise<EnterResult> {
  const { store, actor } = doors;
  const intent = await store.getIntent(from.id);
  if (intent?.state === "planned") await store.dropIntent(from.id);
  const patch = {
    readings: { ...from.readings, [asked.into]: questionReading(from, asked) },
    reason: null,
    attempt: Math.max(0, from.attempt - 1),
  };
  const facts = { asked: 1, held: 0, byScenario: true };
  const moved = await moveCase(store, from, "needs-review", { patch, actor, facts });
  return { kind: "finished", case: moved };
}

function questionReading(from: Case, { message, into, decides }: Asked): FieldReading {
  const before = from.readings[into];
  const code = decides === "yes" ? yesCode : valueCode;
  const candidates = decides === "yes" ? [yes, no] : [];
  const reader = { name: "scenario", version: "1" };
  return {
    raw: "",
    confidence: 0,
    charConfidences: [],
    box: null,
    readers: [],
    ...before,
    value: "",
    accepted: false,
    candidates: candidates.map((value) => ({ value, confidence: 0, reader })),
    reasons: [{ code, message }],
  };
}

/** True for a question that is answered with はい or いいえ. */
export const isYesOrNo = (reading: FieldReading): boolean =>
  reading.reasons.some((r) => r.code === yesCode);

/** はい, いいえ (the case is sent back), or null for anything else. */
export function readYesOrNo(text: string): "yes" | "no" | null {
  const word = text
    .normalize("NFKC")
    .replace(/[\s。、]/gu, "")
    .toLowerCase();
  if (yesWords.has(word)) return "yes";
  return noWords.has(word) ? "no" : null;
}

export const questionWords = {
  yes,
  refused: "「はい」か「いいえ」で答えてください。",
  saidNo: (question: string): string => `${question}：${no}`,
} as const;
