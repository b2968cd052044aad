/** One case (案件): one form or one row, from the tray to the number that the finance system gave. */
import type { Readings } from "./reading.ts";

/** What the clerk's check book says about one case (指摘). */
export interface Finding {
  /** Caption of the check column without its prefix, for example "口座番号の桁". */
  readonly rule: string;
  /** error = 確認 (must be mended), warning = 注意, uncomputable = 計算不可 (never OK, never NG). */
  readonly severity: "error" | "warning" | "uncomputable";
  /** A Japanese sentence for the clerk. */
  readonly message: string;
  /** Fields that the formula looks at directly. */
  readonly fields: readonly string[];
  readonly sheet: string;
  /** A1 address of the pattern formula. */
  readonly cell: string;
  /** The formula as the clerk wrote it, with its leading "=". */
  readonly formula: string;
}

/** States of a case. Only queues/case-flow.ts moves a case from one to another. */
export const caseStates = [
  "received", // 受付
  "read", // 読取
  "checked", // 点検
  "awaiting-review", // 確認待ち
  "ready", // 入力待ち
  "entering", // 入力中
  "committing", // 登録中
  "done", // 済
  "returned", // 差戻し
  "failed", // 失敗
  "in-doubt", // 要照会
] as const;
/** One of caseStates. */
export type CaseState = (typeof caseStates)[number];

/** Where a case came from. `contentHash` is sha256 (hex) of the original file; with `page` it identifies the sheet. */
export interface CaseSource {
  readonly kind: "page" | "row";
  /** File name only, no folders. */
  readonly fileName: string;
  readonly contentHash: string;
  /** Page or row number from 1. */
  readonly page: number;
}

/** Why a case left the main road, in a sentence a clerk understands; `code` is a BukaError code or a rule name. */
export interface CaseReason {
  readonly code: string;
  readonly message: string;
  readonly next: string;
}

/** All that is known about one case at one revision. */
export interface Case {
  readonly format: 1;
  readonly id: string;
  /** Folder name of the bot, for example "creditor-account". */
  readonly bot: string;
  /** sha256 of the bot's files at intake. */
  readonly botVersion: string;
  /** 受付番号: short, unique, shown to people and typed into the target as the look-up marker. */
  readonly receiptNumber: string;
  /** 受付日 as YYYY-MM-DD. */
  readonly receivedOn: string;
  readonly source: CaseSource;
  readonly state: CaseState;
  readonly readings: Readings;
  /** Values that the check book derived, by column caption. */
  readonly derived: Readonly<Record<string, string>>;
  readonly findings: readonly Finding[];
  /** Unique key that guards against double entry (取り違え防止の鍵), hashed; null until it is known. */
  readonly businessKey: string | null;
  /** What the finance system gave back, by the name in the scenario, for example 債権者番号. */
  readonly outcome: Readonly<Record<string, string>>;
  readonly reason: CaseReason | null;
  /** Entry attempts so far. */
  readonly attempt: number;
  /** Raised by every change; a writer names the revision that it saw. */
  readonly revision: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

const receiptShape = /^B\d{8}-\d{5,}(?:-[A-Z]{3})?$/u;

/** True for the shape of a 受付番号, with the ledger's mark or of an old ledger without one. */
export const isReceiptNumber = (text: string): boolean => receiptShape.test(text);

/** The plain values of a case by field name: readings, then derived values, then outcome. */
export function caseValues(c: Case): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, reading] of Object.entries(c.readings)) values[name] = reading.value;
  return { ...values, ...c.derived, ...c.outcome };
}
