/** How captions are read: ornaments taken off, slips of readers mended, units and dates told from captions. */
import { editDistance } from "../../types/master-type.ts";
import { type CaptionRow, captionRows, plainWords } from "./caption-table.ja.ts";

const allWords: readonly string[] = [...captionRows.flatMap((r) => r.words), ...plainWords];

/** Signs round a caption that are no part of it. */
const dressing = /[\s　:：※*＊()（）「」『』【】〔〕［］[\]、。．.,_|｜'"]/gu;

/** A caption without ornaments and numbering: "１．氏　名：" → "氏名". */
export function bareCaption(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[(（][^)）]*[)）]?/gu, "")
    .replace(/^[0-9①-⑳ⅠⅡⅢ]+[.．、)）]?/u, "")
    .replace(dressing, "");
}

/** Confusions of readers that are settled by no caption being written so. */
const slips: readonly (readonly [RegExp, string])[] = [
  [/[巳民]名/gu, "氏名"],
  [/口坐|ロ座|囗座/gu, "口座"],
  [/ブリガナ|フリガ十|フリカナ|フリガナ/gu, "フリガナ"],
  [/力ナ/gu, "カナ"],
  [/佳所|往所/gu, "住所"],
];

/** The caption as people write it, without ornaments; that kana is asked for is no ornament. */
export function plainCaption(text: string): string {
  const plain = text.normalize("NFKC");
  const kana = /[(](?:全角|半角)?(?:カナ|力ナ|カタカナ|力タカナ|フリガナ|ふりがな)/u.test(plain);
  let bare = bareCaption(text) + (kana ? "カナ" : "");
  for (const [slip, word] of slips) bare = bare.replace(slip, word);
  return bare;
}

/** A known caption of which only a sign or two was read otherwise; the text itself when there is none. */
export function mendCaption(text: string): string {
  const bare = plainCaption(text);
  const length = [...bare].length;
  const near = allWords
    .filter((w) => w.length >= 3 && Math.abs([...w].length - length) <= 1)
    .map((word) => ({ word, distance: editDistance(word, bare) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = near;
  return best && best.distance <= Math.max(1, Math.floor(best.word.length / 4)) ? best.word : text;
}

export function isKnownCaption(text: string): boolean {
  return allWords.includes(plainCaption(text)) || unitText.test(text) || datePattern.test(text);
}

/** The meaning of a caption; null when it is not in the table. */
export function meaningOf(caption: string): CaptionRow | null {
  for (const row of captionRows) {
    if (row.words.includes(caption)) return row;
    if (row.part && row.words.some((w) => w.length >= 2 && caption.includes(w))) return row;
  }
  return null;
}

/** 年 月 日 with nothing but an era before: the frame of a date. */
export const datePattern = /^(?:令和|平成|昭和|大正|西暦|R|20)?年.{0,1}月.{0,1}[日目曰]?生?$/u;

/** A date on whose line its caption stands, too: 申込日：令和　年　月　日. */
const captionedDate = /^(\p{L}{1,8}日)[:：]?((?:令和|平成|昭和|西暦)年.?月.?[日目曰])$/u;

/** The caption and the date; null when there is no caption. */
export function dateCaption(
  text: string,
): { readonly caption: string; readonly date: string } | null {
  const [, caption, date] = captionedDate.exec(text) ?? [];
  return caption && date ? { caption, date } : null;
}

/** A cell that asks for an address and says where its postal code goes. */
export const postalMark = /^〒[-ー－―一]?$/u;

/** Name of the postal code in such a cell. */
export const postalCaption = "郵便番号";

/** Name of a date without a caption. */
export const freeDate = "日付";

/** Words that stand beside what people write, never captions. */
export const unitText =
  /^(?:金|[¥\\]|〒|T|TEL|第|円|円也|円整|号|様|殿|人|名|回|時|分|時間|日間|か月|箇月|個|枚|件|部|台|歳|才|km|%|㎡|m2|印|㊞|[(（)）\-ー－―一~～〜]|から|まで|時分|時から|時まで)+$/u;

/** Unit words that tell a type by themselves. */
export const unitTypes: readonly (readonly [RegExp, string])[] = [
  [/^[¥\\金]*円(?:也|整)?$/u, "金額"],
  [/^〒/u, "郵便番号"],
  [/^[(（][)）][-ー－―一]?$/u, "電話番号"],
];

/** Where circling is asked for: a machine cannot tell what a ring encloses. */
export const circleOptions = /^[^・]{1,6}(?:・[^・]{1,6}){1,5}$/u;

/** Captions of the office's own boxes: nobody outside writes there. */
export const officeWords =
  /^(?:決裁|課長|係長|係員|部長|起案|審査|受付|受付印|収受印|確認|処理|入力|市使用欄|処理欄|職員記入欄|会計課処理欄|事務処理欄)$/u;

/** How titles of forms end. */
export const titleText =
  /(?:申請書|届出書|請求書|依頼書|報告書|申込書|申出書|同意書|委任状|承諾書|計画書|調書|通知書|確認書|届|願|票)(?:[(（].*[)）])?$/u;

/** 口 in these words is no square to tick. */
export const mouthWords = /口座|窓口|人口|入口|出口|口数|一口|ロ座/u;

/** What follows an option in brackets is to be written in, not its caption. */
export const optionText = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[(（].*$/u, "")
    .replace(/[\s　・.,、。口ロ□|｜_]/gu, "");

export const adoptWords = {
  noTitle: "題名を書いてください",
  /** How a field is named on the overlay, the fullest name first. */
  labels: (f: { number: number; name: string; type: string }): string[] => [
    `${f.number} ${f.name}（${f.type}）`,
    `${f.number} ${f.name}`,
    `${f.number}`,
  ],
  field: (n: number): string => `項目${n}`,
  unknownCaption: "見出しを読み取れませんでした。重ね図の番号を見て、名前と種類を書いてください",
  unknownType: "種類を確かめてください",
  unknownOptions: "選択肢の言葉を紙と見比べてください",
  circled: (options: string): string =>
    `「${options}」は○で囲む欄なので、機械では読めません。読みたいときは□に✓を付ける様式に改めてください。`,
} as const;
