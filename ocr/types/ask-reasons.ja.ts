/** Why a field goes to a person: one table of codes and sentences. No sentence carries the value itself. */
import type { AskReason } from "../../core/index.ts";

const sentences = {
  "blank-required": "必ず書く欄ですが、空欄です。",
  "not-read": "何か書かれていますが、読み取れませんでした。",
  "readers-differ": "2つの読み取り結果が一致しません。",
  unsure: "読み取りに自信がありません。",
  length: "書かれた文字の数が、枠の数と合いません。",
  "too-long": "文字数が上限を超えています。",
  "check-digit": "番号の検査数字が合いません。読み違いか、書き間違いです。",
  "not-a-phone":
    "電話番号として読めません。「-」で区切った10けたか11けたの番号か、紙と見比べてください。",
  "phone-in-one":
    "電話番号が「-」なしで書かれています。けたの数と区切る所を、紙と見比べてください。",
  "not-an-amount": "金額として読めません。「,」が3けたごとか、紙と見比べてください。",
  "not-a-date": "日付として読めません。",
  charset: "この項目では使わない文字があります。",
  "small-kana": "小さいカナか大きいカナか、はっきりしません。",
  "small-kana-written": "小さいカナで書かれています。口座名義では大きいカナを使います。",
  "similar-kana":
    "よく似た別のカナかもしれません。濁点・半濁点や、シとツ、ソとンなどを紙と見比べてください。",
  "space-unclear": "空白があるかどうか、はっきりしません。",
  "similar-kanji": "よく似た別の字（異体字など）があります。紙と見比べてください。",
  "legal-form": "法人の種類（株式会社など）が、名前の頭にも終わりにも読み取れません。",
  "near-word":
    "決まった言葉（株式会社、代表取締役、丁目など）と一字だけ違います。読み違いかもしれません。",
  "point-or-comma": "数字の間の点が「.」か「,」か、はっきりしません。",
  "missed-ink": "読み取れていない文字があるかもしれません。",
  "not-in-master": "一覧にある名前と一致しません。",
  "other-row":
    "同じ一覧のほかの項目（コードと名前など）と合いません。どれかの読み違いか書き間違いです。",
  "kana-differ":
    "フリガナ・口座名義カナ・名前のカナが食い違っています。どれかの読み違いか、名義が別の人です。",
  "numbers-differ": "法人番号と登録番号の13桁が違います。どちらかの読み違いか書き間違いです。",
  "totals-differ": "合計と合いません。どれかの升の読み違いか、計算の誤りです。",
  "no-master": "照らし合わせる一覧がありません。",
  "none-ticked": "どれにも印がありません。",
  "many-ticked": "2つ以上に印があります。",
  "faint-tick": "印かどうか、はっきりしません。",
  "coarse-scan":
    "ファクスや粗い画像のため、字の細かい違いを見分けられません。紙と見比べてください。",
  overflow: "枠からはみ出しているか、線と重なっています。",
  "frame-gone":
    "この欄を囲む罫線が、取り込んだ白紙の用紙と同じ所にありません。様式が改められていないか、紙と見比べてください。",
  "text-layer": "PDFの中の文字データと、見えている文字が一致しません。紙か画面と見比べてください。",
  handwriting: "手書きの欄は、人が確かめます。",
} as const;

export type AskCode = keyof typeof sentences;

export const ask = (code: AskCode): AskReason => ({ code, message: sentences[code] });
