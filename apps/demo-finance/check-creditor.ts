/** What the entry screen refuses (E106, E110, formats). All faults are found together. */
import { searchBranches } from "./banks.ja.ts";
import { depositTypes, kinds } from "./choices.ja.ts";
import type { CreditorField, CreditorInput } from "./creditor.ts";

export type Fault =
  | { readonly kind: "missing"; readonly field: CreditorField }
  | { readonly kind: "badKana"; readonly letters: string }
  | { readonly kind: "badFormat"; readonly field: CreditorField }
  | { readonly kind: "unknownBranch" };

const required: readonly CreditorField[] = [
  "kind",
  "name",
  "kana",
  "postalCode",
  "address",
  "phone",
  "bankCode",
  "branchCode",
  "depositType",
  "accountNumber",
  "accountKana",
  "section",
];

const formats: Partial<Record<CreditorField, RegExp>> = {
  name: /^.{1,40}$/u,
  kana: /^[\p{Script=Katakana}\u30fb\u30fc\uff70\uff9e\uff9f\s()\uff08\uff09.\-\uff0dA-Za-z0-9\uff21-\uff3a\uff41-\uff5a\uff10-\uff19]{1,80}$/u,
  representative: /^.{1,40}$/u,
  postalCode: /^\d{3}-?\d{4}$/,
  address: /^.{1,60}$/u,
  phone: /^[\d-]{10,13}$/,
  corporateNumber: /^\d{13}$/,
  invoiceNumber: /^T\d{13}$/,
  accountNumber: /^\d{7}$/,
  accountKana: /^.{1,30}$/u,
  section: /^\d{6}$/,
  memo: /^.{1,40}$/u,
};

/** 全銀 letters for account names: half-width kana without small letters, capitals, digits and a few signs. */
const notAllowedInAccountKana = /[^\uff71-\uff9fA-Z0-9 ().-]/gu;

export function checkCreditor(input: CreditorInput): readonly Fault[] {
  const missing = required
    .filter((field) => input[field] === "")
    .map((field): Fault => ({ kind: "missing", field }));
  const misshapen = Object.entries(formats)
    .map(([field, format]) => ({ field: field as CreditorField, format }))
    .filter(({ field, format }) => input[field] !== "" && !format.test(input[field]))
    .map(({ field }): Fault => ({ kind: "badFormat", field }));
  return [
    ...missing,
    ...misshapen,
    ...checkChoices(input),
    ...checkKana(input),
    ...checkBranch(input),
  ];
}

function checkChoices(input: CreditorInput): readonly Fault[] {
  const faults: Fault[] = [];
  if (input.kind !== "" && !kinds.includes(input.kind)) {
    faults.push({ kind: "badFormat", field: "kind" });
  }
  if (input.depositType !== "" && !depositTypes.includes(input.depositType)) {
    faults.push({ kind: "badFormat", field: "depositType" });
  }
  return faults;
}

function checkKana(input: CreditorInput): readonly Fault[] {
  const letters = [...new Set(input.accountKana.match(notAllowedInAccountKana) ?? [])];
  return letters.length > 0 ? [{ kind: "badKana", letters: letters.join(" ") }] : [];
}

function checkBranch(input: CreditorInput): readonly Fault[] {
  if (input.bankCode === "" || input.branchCode === "") return [];
  const known = searchBranches(input.bankCode, input.branchCode).some(
    (branch) => branch.bankName === input.bankName && branch.branchName === input.branchName,
  );
  return known ? [] : [{ kind: "unknownBranch" }];
}
