/** Fictitious creditors to fill the ledger with. The same number always gives the same people. */
import { branches } from "./banks.ja.ts";
import { depositTypes, kinds } from "./choices.ja.ts";
import { type CreditorInput, emptyCreditorInput } from "./creditor.ts";

const families = [
  ["見本", "ミホン", "ﾐﾎﾝ"],
  ["例示", "レイジ", "ﾚｲｼﾞ"],
  ["試験", "シケン", "ｼｹﾝ"],
  ["架空", "カクウ", "ｶｸｳ"],
  ["仮名", "カナ", "ｶﾅ"],
  ["模擬", "モギ", "ﾓｷﾞ"],
  ["雛形", "ヒナガタ", "ﾋﾅｶﾞﾀ"],
] as const;

const givens = [
  ["一郎", "イチロウ", "ｲﾁﾛｳ"],
  ["花子", "ハナコ", "ﾊﾅｺ"],
  ["次郎", "ジロウ", "ｼﾞﾛｳ"],
  ["桜", "サクラ", "ｻｸﾗ"],
  ["三郎", "サブロウ", "ｻﾌﾞﾛｳ"],
  ["梅子", "ウメコ", "ｳﾒｺ"],
] as const;

const trades = [
  ["商店", "ショウテン", "ｼﾖｳﾃﾝ"],
  ["建設", "ケンセツ", "ｹﾝｾﾂ"],
  ["印刷", "インサツ", "ｲﾝｻﾂ"],
  ["事務機", "ジムキ", "ｼﾞﾑｷ"],
] as const;

/** Every n-th entry of a list, going round. */
function pick<T>(list: readonly [T, ...T[]] | readonly T[], index: number): T {
  const item = list[index % list.length];
  return item as T;
}

export function seedCreditors(count: number): readonly CreditorInput[] {
  return Array.from({ length: count }, (_, index) => seedCreditor(index));
}

function seedCreditor(index: number): CreditorInput {
  const branch = pick(branches, index * 5 + 3);
  const party = index % 3 === 1 ? company(index) : person(index);
  return {
    ...emptyCreditorInput,
    ...party,
    ...branch,
    postalCode: `999${String(index % 10_000).padStart(4, "0")}`,
    address: `みほん市大手町0-0-${index}`,
    phone: `099-000-${String(index % 10_000).padStart(4, "0")}`,
    depositType: pick(depositTypes, index % 4 === 0 ? 1 : 0),
    accountNumber: String(9_000_000 + index),
    section: "110100",
    memo: "旧システムより移行",
  };
}

function person(index: number): Partial<CreditorInput> {
  const family = pick(families, index);
  const given = pick(givens, Math.floor(index / families.length));
  return {
    kind: pick(kinds, 0),
    name: `${family[0]}　${given[0]}`,
    kana: `${family[1]}　${given[1]}`,
    accountKana: `${family[2]} ${given[2]}`,
  };
}

function company(index: number): Partial<CreditorInput> {
  const family = pick(families, index);
  const trade = pick(trades, Math.floor(index / families.length));
  const number = corporateNumber(index + 100);
  return {
    kind: pick(kinds, 1),
    name: `株式会社${family[0]}${trade[0]}`,
    kana: `カブシキガイシャ${family[1]}${trade[1]}`,
    representative: `代表取締役　${family[0]}　${pick(givens, index)[0]}`,
    accountKana: `ｶ)${family[2]}${trade[2]}`,
    corporateNumber: number,
    invoiceNumber: `T${number}`,
  };
}

/** 法人番号 with a right check digit on the unassigned 9999… base. */
function corporateNumber(serial: number): string {
  const base = `9999990${String(serial).padStart(5, "0")}`;
  const sum = [...base]
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 2), 0);
  return `${9 - (sum % 9)}${base}`;
}
