/** The record that this system keeps: a creditor (債権者) with one bank account, as plain text fields. */
import { z } from "zod";

/** In the order of the screen and of the CSV. The browser knows them only as item01, item02 … */
export const creditorFields = [
  "kind",
  "name",
  "kana",
  "representative",
  "postalCode",
  "address",
  "phone",
  "corporateNumber",
  "invoiceNumber",
  "bankCode",
  "bankName",
  "branchCode",
  "branchName",
  "depositType",
  "accountNumber",
  "accountKana",
  "withholding",
  "section",
  "memo",
] as const;

export type CreditorField = (typeof creditorFields)[number];

/** What the entry screen sends; "" = left empty. */
export type CreditorInput = Readonly<Record<CreditorField, string>>;

export interface Creditor extends CreditorInput {
  /** 債権者番号: 8 digits with leading zeros. */
  readonly number: string;
  /** ISO. */
  readonly createdAt: string;
  /** User id of the account that pressed 登録. */
  readonly createdBy: string;
}

const text = z.string().default("");
const inputShape = Object.fromEntries(creditorFields.map((field) => [field, text])) as Record<
  CreditorField,
  typeof text
>;

export const creditorInputSchema = z.object(inputShape);

export const creditorRowSchema = creditorInputSchema.extend({
  id: z.number().int(),
  createdAt: z.string(),
  createdBy: z.string(),
});

export const emptyCreditorInput: CreditorInput = creditorInputSchema.parse({});

/** Name of the HTML control: says nothing about the field, like in many old products. */
export function controlName(field: CreditorField): string {
  return `item${String(creditorFields.indexOf(field) + 1).padStart(2, "0")}`;
}

/** Reads the fields out of a posted form; unknown parts and uploaded files are ignored. */
export function readCreditorInput(body: Readonly<Record<string, unknown>>): CreditorInput {
  const entries = creditorFields.map((field) => {
    const value = body[controlName(field)];
    return [field, typeof value === "string" ? value.trim() : ""];
  });
  return creditorInputSchema.parse(Object.fromEntries(entries));
}

const numberBase = 100_000;

/** Row id → 債権者番号. */
export function creditorNumber(id: number): string {
  return String(numberBase + id).padStart(8, "0");
}

/** 債権者番号 → row id; NaN when it is no number of ours. */
export function creditorId(number: string): number {
  return /^\d{8}$/.test(number) ? Number(number) - numberBase : Number.NaN;
}
