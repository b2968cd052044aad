/** Makes the values of one fictitious 債権者登録申請書 from a seed; all rules of the process hold. */
import { accountKana } from "./account-kana.ts";
import {
  branches,
  buildings,
  families,
  givens,
  groups,
  houses,
  legalForms,
  sections,
  towns,
  trades,
} from "./pools.ts";
import { type Chance, seeded } from "./seeded.ts";

/** Field name → value as a reader should give it: dates YYYY-MM-DD, digits only, 口座名義カナ half width. */
export type TruthRecord = Readonly<Record<string, string>>;

/** The day on which the tray is received; 申請日 lies in the 89 days before. */
export const receivedOn = "2026-11-20";

export function truthRecord(seed: number): TruthRecord {
  const chance = seeded(seed);
  const party = anyParty(chance);
  const bank = chance.pick(branches);
  return {
    申請区分: "新規",
    申請日: applicationDate(chance),
    担当所属: chance.pick(sections),
    郵便番号: `0${chance.digits(6)}`,
    電話番号: phone(chance),
    住所: address(chance),
    金融機関コード: bank.bankCode,
    金融機関名: bank.bank,
    支店コード: bank.code,
    支店名: bank.name,
    預金種別: depositType(chance),
    口座番号: chance.digits(7),
    ...party,
  };
}

function anyParty(chance: Chance): TruthRecord {
  const roll = chance.next();
  if (roll < 0.5) return person(chance);
  return roll < 0.88 ? company(chance) : group(chance);
}

function applicationDate(chance: Chance): string {
  const day = new Date(`${receivedOn}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - chance.whole(90));
  return day.toISOString().slice(0, 10);
}

function phone(chance: Chance): string {
  const line = chance.digits(4);
  const area = `0${1 + chance.whole(9)}${chance.digits(1)}`;
  // Codes of mobile and IP numbers have eight digits behind them, not seven.
  const exchange = /^0[25-9]0$/u.test(area) ? "0000" : "000";
  const shapes = [`03-0000-${line}`, `${area}-${exchange}-${line}`, `090-0000-${line}`];
  return chance.pick(shapes);
}

function address(chance: Chance): string {
  const [a, b, c] = [chance.whole(9) + 1, chance.whole(30) + 1, chance.whole(20) + 1];
  const numbers = chance.pick([
    `${a}-${b}-${c}`,
    `${a}丁目${b}番${c}号`,
    `${b}番地${c}`,
    `0-0-${c}`,
  ]);
  const room = chance.next() < 0.35 ? ` ${chance.pick(buildings)}${100 + chance.whole(800)}号` : "";
  return `みほん市${chance.pick(towns)}${numbers}${room}`;
}

function depositType(chance: Chance): string {
  const roll = chance.next();
  if (roll < 0.75) return "普通";
  if (roll < 0.93) return "当座";
  return roll < 0.98 ? "貯蓄" : "その他";
}

function personName(chance: Chance): readonly [written: string, kana: string] {
  const [family, given] = [chance.pick(families), chance.pick(givens)];
  return [`${family[0]} ${given[0]}`, `${family[1]} ${given[1]}`];
}

function person(chance: Chance): TruthRecord {
  const [written, kana] = personName(chance);
  return {
    区分: "個人",
    氏名: written,
    フリガナ: kana,
    代表者: "",
    法人番号: "",
    登録番号: chance.next() < 0.25 ? `T9999${chance.digits(9)}` : "",
    口座名義カナ: accountKana(kana),
    源泉対象: chance.next() < 0.5 ? "対象" : "",
  };
}

function company(chance: Chance): TruthRecord {
  const form = chance.pick(legalForms);
  const [house, trade] = [chance.pick(houses), chance.pick(trades)];
  const [written, kana] = [house[0] + trade[0], house[1] + trade[1]];
  const ahead = form.short.length > 2 || chance.next() < 0.7;
  const number = corporateNumber(`9999${chance.digits(8)}`);
  const account = accountKana(kana);
  return {
    区分: "法人",
    氏名: ahead ? form.written + written : written + form.written,
    フリガナ: ahead ? `${form.kana} ${kana}` : `${kana} ${form.kana}`,
    代表者: `${form.chief} ${personName(chance)[0]}`,
    法人番号: number,
    登録番号: chance.next() < 0.8 ? `T${number}` : "",
    口座名義カナ: ahead ? `${form.short})${account}` : `${account}(${form.short}`,
    源泉対象: "",
  };
}

function group(chance: Chance): TruthRecord {
  const [written, kana] = chance.pick(groups);
  return {
    区分: "団体",
    氏名: written,
    フリガナ: kana,
    代表者: `会長 ${personName(chance)[0]}`,
    法人番号: "",
    登録番号: "",
    口座名義カナ: accountKana(kana),
    源泉対象: "",
  };
}

/** 12 digits → 13 with the check digit of 法人番号 in front. */
export function corporateNumber(base: string): string {
  const sum = [...base]
    .reverse()
    .reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 2), 0);
  return `${9 - (sum % 9)}${base}`;
}
