/**
 * 330 files with what Japanese typists and hostile hands do to YAML, generated from the shipped scenario: 200 slips of
 * the hand, 100 wrong words and shapes, 10 bombs of aliases, 20 oddities (domain.md, bad-input corpus).
 */
import { oddities } from "./yaml-oddities.ts";

export interface TrapFile {
  readonly name: string;
  readonly text: string;
  /** Line that must be named; null when the whole file is meant. */
  readonly line: number | null;
  /** What `buka fix` must make of it; null when only a person can. */
  readonly mended: string | null;
}

interface Slip {
  readonly name: string;
  readonly where: (line: string) => boolean;
  readonly damage: (line: string) => string;
  /** True when there is one way back. */
  readonly certain: boolean;
}

const sentence = (line: string): boolean => /^ +- 「/u.test(line);
const header = (line: string): boolean => /^[^ #].*: \S/u.test(line);
const block = (line: string): boolean => /^ +- もし: /u.test(line);

const slips: readonly Slip[] = [
  {
    name: "wide colon in a header",
    where: header,
    damage: (l) => l.replace(": ", "："),
    certain: true,
  },
  {
    name: "wide colon and space",
    where: header,
    damage: (l) => l.replace(": ", "： "),
    certain: true,
  },
  {
    name: "colon without space",
    where: header,
    damage: (l) => l.replace(": ", ":"),
    certain: true,
  },
  {
    name: "colon and wide space",
    where: header,
    damage: (l) => l.replace(": ", ":　"),
    certain: true,
  },
  { name: "wide dash", where: sentence, damage: (l) => l.replace("- ", "－ "), certain: true },
  {
    name: "long mark as dash",
    where: sentence,
    damage: (l) => l.replace("- ", "ー"),
    certain: true,
  },
  { name: "middle dot", where: sentence, damage: (l) => l.replace("- ", "・"), certain: true },
  { name: "round bullet", where: sentence, damage: (l) => l.replace("- ", "● "), certain: true },
  {
    name: "dash without space",
    where: sentence,
    damage: (l) => l.replace("- ", "-"),
    certain: true,
  },
  {
    name: "dash and wide space",
    where: sentence,
    damage: (l) => l.replace("- ", "-　"),
    certain: true,
  },
  {
    name: "wide space before",
    where: sentence,
    damage: (l) => l.replace(/^ {2}/u, "　"),
    certain: true,
  },
  { name: "tab before", where: sentence, damage: (l) => l.replace(/^ {2}/u, "\t"), certain: true },
  { name: "lost dash", where: sentence, damage: (l) => l.replace("- ", ""), certain: false },
  { name: "open bracket", where: sentence, damage: (l) => l.replace("」", ""), certain: false },
  {
    name: "closing bracket alone",
    where: sentence,
    damage: (l) => l.replace("「", ""),
    certain: false,
  },
  {
    name: "wide colon after もし",
    where: block,
    damage: (l) => l.replace(": ", "："),
    certain: true,
  },
  {
    name: "English quotes",
    where: sentence,
    damage: (l) => l.replace("「", '"').replace("」", '"'),
    certain: false,
  },
  {
    name: "double brackets",
    where: sentence,
    damage: (l) => l.replace("「", "『").replace("」", "』"),
    certain: false,
  },
  { name: "anchor", where: sentence, damage: (l) => l.replace("- ", "- &a "), certain: false },
  { name: "tag", where: sentence, damage: (l) => l.replace("- ", "- !!x "), certain: false },
];

const perSlip = 10;

function slipFiles(shipped: string): TrapFile[] {
  const lines = shipped.split("\n");
  return slips.flatMap((slip) => {
    const places = lines.flatMap((l, i) => (slip.where(l) ? [i] : []));
    return Array.from({ length: perSlip }, (_, n) => {
      // Spread over the file; few lines are damaged at one more place each time round.
      const at = places[Math.floor((n * places.length) / perSlip)] ?? 0;
      const damaged = lines.map((l, i) => (i === at ? slip.damage(l) : l));
      return {
        name: `${slip.name}, line ${at + 1} (${n})`,
        text: damaged.join("\n"),
        line: at + 1,
        mended: slip.certain ? shipped : null,
      };
    });
  });
}

/** A wrong word in place of a right one, in a line that begins with `start`. */
function worded(shipped: string, wrong: readonly (readonly [string, string])[]): TrapFile[] {
  const lines = shipped.split("\n");
  return wrong.map(([right, word], n) => {
    const at = lines.findIndex((l) => l.includes(right));
    const text = lines.map((l, i) => (i === at ? l.replace(right, word) : l)).join("\n");
    return { name: `${word} for ${right} (${n})`, text, line: at + 1, mended: null };
  });
}

const headerWords = [
  "題名",
  "持ち主",
  "段階",
  "使う画面",
  "手作業の時間",
  "成功の印",
  "反映までの秒数",
  "手順",
  "照会手順",
  "取り違え防止の鍵",
];
const verbWords = [
  "にログインする",
  "を開く",
  "を入力する",
  "を押す",
  "ことを確かめる",
  "を選ぶ",
  "をチェックする",
  "で登録する",
  "として読み取る",
];

/** Ways to misspell a word: a letter lost, doubled, changed, and a stranger behind it. */
const misspelt = (word: string): string[] => [
  word.slice(0, 1) + word.slice(2),
  word.slice(0, 2) + word.slice(1),
  `${word.slice(0, -1)}々`,
  `${word}々`,
];

function wordFiles(shipped: string): TrapFile[] {
  const headers = headerWords.flatMap((w) => misspelt(w).map((m) => [`${w}:`, `${m}:`] as const));
  const verbs = verbWords.flatMap((w) =>
    ["々", "っ", "ー"].map((odd) => [w, `${w.slice(0, -1)}${odd}`] as const),
  );
  const shapes: readonly (readonly [string, string])[] = [
    ["版: 1", "版: 9"],
    ["段階: 机上検証", "段階: 本番"],
    ["手作業の時間: 8分", "手作業の時間: 少し"],
    ["反映までの秒数: 5", "反映までの秒数: すぐ"],
    ["使う画面: [財務会計]", "使う画面: {財務会計: 1}"],
    ["[金融機関コード, ", "[金融機関コード、"],
    ["{フリガナ}", "{}"],
    ["{フリガナ}", "{a.b}"],
    ["「検索」を押す", "検索を押す"],
    ["{郵便番号} を", "郵便番号 を"],
    ["「検索」を押す", "「検索」"],
    ["「検索」を押す", "「」を押す"],
    ["「検索」を押す", "押す: 検索"],
    ["「検索」を押す", "「検索」を押して「次へ」を押す"],
    ["「検索」を押す", "「承認」を押す"],
    ["「検索」を押す", "「登録」を押す"],
    ["「検索」を押す", "「検索」を3回くらい押す"],
    ["「検索」を押す", "「http://x/」を開く"],
    ["「検索」を押す", "「給与」にログインする"],
    ["「検索」を押す", "9999秒待つ"],
    ["「検索」を押す", "「暗証番号」に「1」を入力する"],
    ["もし: 代表者", "もし: {代表者}"],
    ['もし: 代表者 <> ""', "もし:"],
    ["    なら:", "    ならば、:"],
    ["「検索」を押す", "「{フリガナ}」を押す"],
    ["「検索」を押す", "次のとおり入力する"],
    ["「検索」を押す", "次を行う: 「検索」を押す"],
    ["「検索」を押す", "部品「ない」の版1を呼び出す"],
    ["「検索」を押す", "「ない.csv」を {表} として読む"],
    ["「検索」を押す", "繰り返す: いつまでも。"],
    ["「検索」を押す", "計算する: 1"],
    ["「検索」を押す", "「検索」をを押す"],
    ["「検索」を押す", "[「検索」を押す]"],
  ];
  return worded(shipped, [...headers, ...verbs, ...shapes]).slice(0, 100);
}

/** Nine levels of nine aliases each, in ten dresses. */
function bombFiles(shipped: string): TrapFile[] {
  return Array.from({ length: 10 }, (_, n) => {
    const levels = Array.from({ length: 3 + n }, (__, i) => {
      const inner = i === 0 ? "x" : `*a${i - 1}`;
      return `a${i}: &a${i} [${Array.from({ length: 9 }, () => inner).join(", ")}]`;
    });
    return { name: `bomb ${n}`, text: `${levels.join("\n")}\n${shipped}`, line: 1, mended: null };
  });
}

/** All 330; `shipped` is a scenario without faults. */
export function trapFiles(shipped: string): readonly TrapFile[] {
  return [
    ...slipFiles(shipped),
    ...wordFiles(shipped),
    ...bombFiles(shipped),
    ...oddities(shipped).map((o) => ({ line: null, mended: null, ...o })),
  ];
}
