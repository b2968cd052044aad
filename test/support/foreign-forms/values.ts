/** Seeded values for foreign forms: what is printed on the page, and what a reader should give. */

import { accountKana } from "../samples/account-kana.ts";
import { families, givens, groups, houses, towns, trades } from "../samples/pools.ts";
import { type Chance, seeded } from "../samples/seeded.ts";
import type { ForeignLayout, ValueKind } from "./layouts.ts";

export interface ForeignValue {
  /** As printed; dates by their parts. */
  readonly shown: string;
  /** As read. */
  readonly truth: string;
  readonly date?: { readonly year: number; readonly month: number; readonly day: number };
}

const purposes = [
  "定期総会と懇親会",
  "夏まつりの準備",
  "健康づくり教室",
  "防災訓練",
  "子ども会の発表会",
  "環境美化活動",
];
const places = ["中央公民館ホール", "北町集会所", "市民体育館", "大手町公園", "文化会館会議室"];
const items = [
  "コピー用紙",
  "封筒",
  "事務用椅子",
  "蛍光灯",
  "作業用手袋",
  "ごみ袋",
  "消毒液",
  "清掃用具",
];
const banks = ["見本銀行", "例示信用金庫", "試験銀行", "架空農業協同組合"];
const branches = ["本店営業部", "駅前支店", "東支店", "中央支店", "港町支店"];

export function foreignRecord(
  layout: ForeignLayout,
  seed: number,
): Readonly<Record<string, ForeignValue>> {
  const chance = seeded(seed);
  const named = Object.entries(layout.values).map(([name, kind]) => [name, make(kind, chance)]);
  return Object.fromEntries(named);
}

const same = (text: string): ForeignValue => ({ shown: text, truth: text });

function make(kind: ValueKind, chance: Chance): ForeignValue {
  if (typeof kind !== "string") return same(chance.pick(kind));
  return makers[kind](chance);
}

const withComma = (n: number): string => n.toLocaleString("en-US");

const makers: Readonly<Record<Exclude<ValueKind, readonly string[]>, (c: Chance) => ForeignValue>> =
  {
    name: (c) => same(`${c.pick(families)[0]} ${c.pick(givens)[0]}`),
    company: (c) =>
      same(c.next() < 0.5 ? c.pick(groups)[0] : `株式会社${c.pick(houses)[0]}${c.pick(trades)[0]}`),
    "account-kana": (c) => {
      const shown = `${c.pick(families)[1]} ${c.pick(givens)[1]}`;
      return { shown, truth: accountKana(shown) };
    },
    kana: (c) => same(`${c.pick(families)[1]} ${c.pick(givens)[1]}`),
    postal: (c) => {
      const [a, b] = [`0${c.digits(2)}`, c.digits(4)];
      return { shown: `${a}-${b}`, truth: a + b };
    },
    address: (c) =>
      same(`みほん市${c.pick(towns)}${c.whole(9) + 1}-${c.whole(30) + 1}-${c.whole(20) + 1}`),
    phone: (c) => same(`0${c.whole(9) + 1}${c.digits(1)}-000-${c.digits(4)}`),
    date: (c) => {
      const [year, month, day] = [2026, c.whole(12) + 1, c.whole(28) + 1];
      const two = (n: number): string => String(n).padStart(2, "0");
      const date = { year: year - 2018, month, day };
      return {
        shown: `${year}年${month}月${day}日`,
        truth: `${year}-${two(month)}-${two(day)}`,
        date,
      };
    },
    amount: (c) => {
      const n = (c.whole(999) + 1) * c.pick([1, 10, 100, 1000]);
      return { shown: withComma(n), truth: String(n) };
    },
    count: (c) => same(String(c.whole(180) + 2)),
    account: (c) => same(c.digits(7)),
    code4: (c) => same(`0${c.digits(3)}`),
    code3: (c) => same(c.digits(3)),
    bank: (c) => same(c.pick(banks)),
    branch: (c) => same(c.pick(branches)),
    purpose: (c) => same(c.pick(purposes)),
    place: (c) => same(c.pick(places)),
    item: (c) => same(c.pick(items)),
  };
