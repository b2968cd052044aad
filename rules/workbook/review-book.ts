/** Review by Excel: one row per asked field with its picture; written, filled in by a person, and read back. */
import { createHash } from "node:crypto";

/** One field that a person is asked about. */
export interface ReviewItem {
  readonly caseId: string;
  readonly revision: number;
  readonly receiptNumber: string;
  readonly field: string;
  /** What was read. */
  readonly value: string;
  readonly candidates: readonly string[];
  /** Sentences. */
  readonly reasons: readonly string[];
  /** PNG of the field's zone; null when there is none. */
  readonly picture: Uint8Array | null;
  /** Blind double entry (二重入力): stands on a sheet of its own, and nothing that was read goes into the book. */
  readonly blind?: boolean;
  /** Already in 「正しい値」 when the book is opened; empty when not given. */
  readonly answer?: string;
}

/** What identifies an item; a book is read back against the items that still wait. */
export type ReviewKey = Pick<ReviewItem, "caseId" | "revision" | "field">;

/** What a person decided about one item: a value, or back to the applicant with a reason. */
export type ReviewAnswer = ReviewKey & { readonly receiptNumber: string } & (
    | { readonly kind: "value"; readonly value: string }
    | { readonly kind: "return"; readonly reason: string }
  );

/** Everything that a filled review book says. */
export interface ReviewAnswers {
  readonly answers: readonly ReviewAnswer[];
  /** Rows that nobody has filled in yet. */
  readonly untouched: readonly ReviewKey[];
}

export interface ReviewMark extends ReviewKey {
  readonly value: string;
}

/** Column positions, zero-based, in the order of the captions. */
export const reviewColumns = {
  mark: 0,
  receipt: 1,
  field: 2,
  picture: 3,
  read: 4,
  candidates: 5,
  reasons: 6,
  answer: 7,
  returned: 8,
  reason: 9,
} as const;

export function keyOf(k: ReviewKey): string {
  return JSON.stringify([k.caseId, k.revision, k.field]);
}

/** The text of the hidden column: the key, what was read, and a sum that tells when either was changed. */
export function markOf(item: ReviewMark): string {
  const body = [item.caseId, item.revision, item.field, item.value] as const;
  return JSON.stringify([...body, sumOf(body)]);
}

function sumOf(body: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(body)).digest("hex").slice(0, 12);
}

/** Null when the text is no mark, or has been changed. */
export function readMark(text: string): ReviewMark | null {
  const parts = parsed(text);
  if (!Array.isArray(parts) || parts.length !== 5) return null;
  const [caseId, revision, field, value, sum] = parts as unknown[];
  if (typeof caseId !== "string" || typeof revision !== "number") return null;
  if (typeof field !== "string" || typeof value !== "string") return null;
  return sum === sumOf([caseId, revision, field, value])
    ? { caseId, revision, field, value }
    : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
