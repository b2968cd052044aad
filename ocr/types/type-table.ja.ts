/** Every type of field (項目の種類) in one table: what may be written, what is checked, what may go on without a person. */
import type { FieldType } from "../form.ts";

/**
 * What a value of the type needs before it goes on without a person, besides passing its checks:
 * agreed = both readers say the same; listed = that, and it stands in the master list; marks = the ink of tick boxes is
 * beyond doubt; cells = every cell by its own type, and the totals come out.
 */
export type AcceptRule = "agreed" | "listed" | "marks" | "cells";

/** One row of the table. */
export interface TypeRow {
  /** "table" is no field of its own: its cells are. */
  readonly type: FieldType | "table";
  /** 種類 in form.yaml: every word for it, the plain one first. */
  readonly words: readonly string[];
  /** What people may write, as a clerk says it. */
  readonly writes: string;
  readonly example: string;
  /** How buka keeps it: the form in which check book and scenario see the value. */
  readonly keeps: string;
  /** The only characters that a reader is asked for; null = everything that it knows. */
  readonly charset: string | null;
  /** What a kept value looks like; null = checked by other means. */
  readonly pattern: RegExp | null;
  /** Checks in words. */
  readonly checks: readonly string[];
  /** Signs that readers take for each other here, one group per entry. */
  readonly confusions: readonly string[];
  readonly accept: AcceptRule;
  /** Whether handwriting may go on without a person once a calibration file allows it for the reader at hand. */
  readonly hand: boolean;
}

const digits = "0123456789";
const digitTwins = ["0689", "17", "27", "38", "49", "56", "58"] as const;
/** Kana that differ by a mark, or by the slant of their strokes. */
const kanaTwins = [
  "ソンリノ",
  "シツンソ",
  "ゾジヅ",
  "クワケタ",
  "グゲダ",
  "ロコユヨ",
  "ニミ",
  "ヘハ",
  "アヤマ",
  "フワラウヲ",
  "スヌ",
  "チテラ",
  "ナメ",
  "ホオ",
  "ーニ",
  "バパ",
  "ビピ",
  "ブプ",
  "ベペ",
  "ボポ",
] as const;
const hiraganaTwins = [
  "はほ",
  "ばぱぼぽ",
  "びぴ",
  "ぶぷ",
  "べぺ",
  "ぬめ",
  "るろ",
  "われね",
  "さき",
  "ざぎ",
  "らち",
  "いり",
  "こに",
] as const;
const kanjiTwins = [
  "千干",
  "土士",
  "未末",
  "高髙",
  "崎﨑嵜碕",
  "辺邊邉",
  "斉斎齊齋",
  "浜濱濵",
  "島嶋嶌",
  "吉𠮷",
  "徳德",
  "柳栁桺",
  "冨富",
  "瀬瀨",
  "曽曾",
  "槇槙",
  "亙亘",
  "来桒桑",
] as const;
const twoReaders = "2つの読み取りが一致すること";
const noGaps = "枠の数だけ数字があること";

const digitRow = {
  charset: digits,
  confusions: digitTwins,
  accept: "agreed",
  hand: true,
} as const;

const textRow = {
  charset: null,
  pattern: /^[\p{L}\p{M}\p{N}\p{Zs}〇々〆ー・（）()「」『』、。,.\-&＆'’/:：~〜～#＃+＋㈱㈲㈳]*$/u,
  confusions: [...kanjiTwins, ...kanaTwins, ...hiraganaTwins],
  accept: "agreed",
  hand: false,
} as const;

const variants = "異体字のある字（高と髙など）は、一字の読み手もその字と見ること";

/** In the order in which a clerk meets them. */
const table: Readonly<Record<TypeRow["type"], Omit<TypeRow, "type">>> = {
  digits: {
    words: ["数字", "金融機関コード", "支店コード"],
    writes: "決まった桁数の番号。頭の0も書く",
    example: "0999",
    keeps: "数字だけ",
    ...digitRow,
    pattern: /^\d*$/u,
    checks: [twoReaders, noGaps, "一覧があれば、同じ行の項目（コードと名前）が合うこと"],
  },
  amount: {
    words: ["金額"],
    writes: "円の金額。位取りの「,」はあってもなくてもよい",
    example: "135,795",
    keeps: "「,」のない数字",
    ...digitRow,
    charset: `${digits},`,
    pattern: /^(?:0|[1-9]\d*)?$/u,
    checks: [twoReaders, "「,」が3桁ごとであること", "枠は右づめで、間が空かないこと"],
  },
  date: {
    words: ["日付", "西暦日付", "自由日付"],
    writes: "和暦（令和の年・月・日の枠、または令和8年11月2日）か西暦",
    example: "R8.11.2",
    keeps: "2026-11-02",
    ...digitRow,
    pattern: /^(?:\d{4}-\d{2}-\d{2})?$/u,
    checks: [twoReaders, "暦にある日で、元号の期間の内であること"],
  },
  choice: {
    words: ["選択"],
    writes: "☑を一つ",
    example: "普通",
    keeps: "選択肢の言葉",
    charset: null,
    pattern: null,
    checks: ["印がちょうど一つであること"],
    confusions: [],
    accept: "marks",
    hand: true,
  },
  check: {
    words: ["チェック"],
    writes: "☑があるか、ないか",
    example: "対象",
    keeps: "選択肢の言葉か空",
    charset: null,
    pattern: null,
    checks: ["印かどうかが、はっきりしていること"],
    confusions: [],
    accept: "marks",
    hand: true,
  },
  "postal-code": {
    words: ["郵便番号"],
    writes: "7桁の数字。「-」は枠の間に刷ってある",
    example: "1000001",
    keeps: "数字7桁",
    ...digitRow,
    pattern: /^(?:\d{7})?$/u,
    checks: [twoReaders, noGaps, "一覧があれば、住所と同じ行にあること"],
  },
  phone: {
    words: ["電話番号"],
    writes: "「-」か（ ）で区切った電話番号",
    example: "03-0000-0000",
    keeps: "「-」で区切った番号",
    ...digitRow,
    charset: `${digits}-()`,
    pattern: /^(?:0\d{1,4}-\d{1,4}-\d{3,4})?$/u,
    checks: [twoReaders, "0から始まり、10桁か11桁であること"],
  },
  master: {
    words: ["一覧から", "金融機関名", "支店名"],
    writes: "一覧にある言葉（金融機関名・支店名など）",
    example: "見本銀行",
    keeps: "一覧にある言葉",
    charset: null,
    pattern: null,
    checks: ["一覧の一つの言葉と一致すること", "同じ一覧のほかの項目（コード）と同じ行にあること"],
    confusions: kanjiTwins,
    accept: "listed",
    hand: false,
  },
  "account-number": {
    words: ["口座番号"],
    writes: "7桁の数字。足りないときは左に0",
    example: "0123456",
    keeps: "数字7桁",
    ...digitRow,
    pattern: /^(?:\d{7})?$/u,
    checks: [twoReaders, noGaps],
  },
  "account-kana": {
    words: ["口座名義カナ"],
    writes: "全銀の文字。1枠に1文字（濁点は同じ枠）、小さいカナは大きく書く",
    example: "ｶ)ﾐﾎﾝﾃﾞﾝｾﾂ",
    keeps: "半角30文字まで（濁点も1文字）",
    charset: null,
    pattern: /^[ｱ-ﾝﾞﾟA-Z0-9().\- ]{0,30}$/u,
    checks: [
      twoReaders,
      "全銀で使える文字だけであること",
      "30文字を超えないこと",
      "フリガナと食い違わないこと",
    ],
    confusions: kanaTwins,
    accept: "agreed",
    hand: false,
  },
  kana: {
    words: ["カナ"],
    writes: "全角カタカナ。小さいカナは小さく書く",
    example: "ミホン タロウ",
    keeps: "全角カタカナ（空白は半角1つ）",
    charset: null,
    pattern: /^[ァ-ヴー・（）()A-Za-z0-9. ]*$/u,
    checks: [twoReaders, "カナの大小が字の大きさから決まること", "口座名義カナと食い違わないこと"],
    confusions: [
      ...kanaTwins,
      "アァ",
      "イィ",
      "ウゥ",
      "エェ",
      "オォ",
      "ヤャ",
      "ユュ",
      "ヨョ",
      "ツッ",
    ],
    accept: "agreed",
    hand: false,
  },
  name: {
    words: ["氏名"],
    writes: "人の名前（法人の名前も可）",
    example: "見本 太郎",
    keeps: "書かれた字のまま",
    ...textRow,
    checks: [twoReaders, "字のすき間に読み落としがないこと", variants],
  },
  organisation: {
    words: ["団体名"],
    writes: "会社・法人・団体の名前",
    example: "株式会社みほん電設",
    keeps: "書かれた字のまま",
    ...textRow,
    checks: [
      twoReaders,
      "法人の種類（株式会社など）が頭か終わりにあること",
      "字のすき間に読み落としがないこと",
      variants,
    ],
  },
  address: {
    words: ["住所"],
    writes: "住所・所在地",
    example: "みほん市大手町0-0-0",
    keeps: "書かれた字のまま（番地の「ー」は「-」に）",
    ...textRow,
    checks: [
      twoReaders,
      "字のすき間に読み落としがないこと",
      "郵便番号の一覧があれば、その町の名で始まること",
    ],
  },
  "corporate-number": {
    words: ["法人番号"],
    writes: "13桁の数字",
    example: "8999999000001",
    keeps: "数字13桁",
    ...digitRow,
    pattern: /^(?:\d{13})?$/u,
    checks: [
      twoReaders,
      noGaps,
      "検査数字が合うこと",
      "0と9は検査数字では見分けられないため、確かさが足りなければ人に聞く",
    ],
  },
  "invoice-number": {
    words: ["登録番号"],
    writes: "T（刷ってある）のあとに13桁の数字",
    example: "T8999999000001",
    keeps: "T と数字13桁",
    ...digitRow,
    pattern: /^(?:T\d{13})?$/u,
    checks: [twoReaders, noGaps, "同じ紙に法人番号があれば、同じ13桁であること"],
  },
  text: {
    words: ["文字"],
    writes: "自由な文",
    example: "庁舎清掃業務 11月分",
    keeps: "書かれた字のまま",
    ...textRow,
    checks: [twoReaders, "字のすき間に読み落としがないこと", variants],
  },
  table: {
    words: ["表"],
    writes: "行と列のある表。升ごとに種類を決める",
    example: "4月〜3月 × 数量・金額・計",
    keeps: "升ごとの値（「表の名前・行・列」という項目）",
    charset: null,
    pattern: null,
    checks: ["升ごとに、その種類の点検に通ること", "合計の行・列と、升の合計が一致すること"],
    confusions: [],
    accept: "cells",
    hand: false,
  },
};

/** All rows in order. */
export const typeTable: readonly TypeRow[] = (Object.keys(table) as TypeRow["type"][]).map(typeRow);

/** The row of a type. */
export function typeRow(type: TypeRow["type"]): TypeRow {
  return { type, ...table[type] };
}

/** Signs that may stand where `c` was read, `c` first; empty when the table knows none. */
export function lookAlikesOf(type: FieldType, c: string): readonly string[] {
  const groups = table[type].confusions.filter((g) => [...g].includes(c));
  const others = groups.flatMap((g) => [...g]).filter((x) => x !== c);
  return others.length === 0 ? [] : [c, ...new Set(others)];
}
