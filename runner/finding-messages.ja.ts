/** What the runner says when a thing of a sentence is not found, or not the right one, on the screens. No values of a case in any of them. */
import { errorRow } from "../core/index.ts";

export type Caption = { caption: string };
type ErrorRow<A> = ReturnType<typeof errorRow<A>>;

export function target<A>(
  code: string,
  retryable: boolean,
  say: Pick<ErrorRow<A>, "what" | "next">,
): ErrorRow<A> {
  return errorRow<A>({ code, kind: "target", retryable, ...say });
}

/** A list by its name; "" where the sentence names none. */
export const listName = (table: string): string => (table === "" ? "表" : `「${table}」表`);
const askClerk =
  "画面とシナリオを見比べてください。製品の言葉が違うだけなら、画面辞書（screens.yaml）の読み替えに書きます。";
export const allowOrTell =
  "正しい宛先なら、buka.yaml の「許可する宛先」に足してください。心当たりがなければ担当者に知らせてください。";
const notFoundWords = (f: Caption & { seconds: number; scope: string | null }): string =>
  `${f.scope === null ? "" : `「${f.scope}」画面に`}「${f.caption}」が見つかりません（${f.seconds}秒待ちました）。`;

/** RUN010…RUN027 and RUN145; part of the one table `runnerError`. */
export const findingRows = {
  notFound: target<Caption & { seconds: number; nearest: string | null; scope: string | null }>(
    "RUN010",
    true,
    {
      what: (f) =>
        notFoundWords(f) + (f.nearest === null ? "" : `もしかして「${f.nearest}」ですか。`),
      next: () => askClerk,
    },
  ),
  notFoundButTold: target<Caption & { seconds: number; notice: string; scope: string | null }>(
    "RUN018",
    true,
    {
      what: (f) => `${notFoundWords(f)}画面には「${f.notice}」と出ています。`,
      next: () =>
        "画面の言葉に従って、案件か手順を直してください。いつも出る断りの言葉なら、画面辞書（screens.yaml）の「業務エラーの文言」か「やり直す文言」に書くと、次からはその言葉で知らせます。",
    },
  ),
  notFoundFrameBlocked: target<Caption & { seconds: number; host: string; scope: string | null }>(
    "RUN019",
    false,
    {
      what: (f) =>
        `${notFoundWords(f)}画面の一部が、許可されていない宛先（${f.host}）へ移ろうとして止められています。`,
      next: () => allowOrTell,
    },
  ),
  noFieldBeside: target<Caption & { verb: string; seconds: number }>("RUN025", true, {
    what: (f) =>
      `「${f.caption}」という見出しはありますが、${f.verb}欄がありません（${f.seconds}秒待ちました）。`,
    next: () =>
      "画面で、欄が隠れていないか、先に選ぶものがないか確かめてください。欄がなくなったのなら、シナリオのその文を直します。",
  }),
  ambiguous: target<Caption & { hits: readonly string[]; instead?: readonly string[] }>(
    "RUN011",
    false,
    {
      what: (f) =>
        `「${f.caption}」が${f.hits.length}つあり、どれか決められません：${f.hits.join("／")}`,
      next: ({ instead = [] }) =>
        instead.length > 0
          ? `番号を付けた写しを証跡に残しました。場所か番号を書き足して、${instead.slice(0, 3).join("、")}のように書けば、この画面で一つに決まります。`
          : "番号を付けた写しを証跡に残しました。「…」画面の「…」のように場所を書き足すか、画面辞書の読み替えで区別してください。",
    },
  ),
  ambiguousInRow: target<Caption & { count: number }>("RUN026", false, {
    what: (f) => `その行の「${f.caption}」の下に欄が${f.count}つあり、どれか決められません。`,
    next: () => "左（縦に並ぶときは上）から数えて、「…」の2番目、のように書いてください。",
  }),
  notInRow: target<Caption & { table: string }>("RUN027", true, {
    what: (f) =>
      `${listName(f.table)}のその行に、「${f.caption}」という列・欄・ボタンがありません。`,
    next: () =>
      "画面の列の見出しや、その行のボタンの言葉と見比べて、文を画面の言葉に合わせてください。",
  }),
  disabled: target<Caption>("RUN012", true, {
    what: (f) => `「${f.caption}」はいま操作できません（灰色の状態です）。`,
    next: () => "先に入力や選択が要らないか、画面で確かめてください。",
  }),
  wrongKind: target<Caption & { verb: string }>("RUN013", false, {
    what: (f) => `「${f.caption}」は見つかりましたが、${f.verb}欄ではありません。`,
    next: () => "文の動詞（入力する・選ぶ・チェックする・押す）を画面に合わせてください。",
  }),
  scopeNotFound: target<{ scope: string; seconds: number; titles: readonly string[] }>(
    "RUN014",
    true,
    {
      what: (f) =>
        `「${f.scope}」という画面・枠・欄が見当たりません（${f.seconds}秒待ちました）。いま出ている画面：${f.titles.map((t) => `「${t}」`).join("") || "なし"}`,
      next: () => askClerk,
    },
  ),
  typedDiffers: target<Caption>("RUN015", false, {
    what: (f) => `「${f.caption}」に入力した値と、欄に入った値が違います。`,
    next: () => "桁数や使える文字の制限を画面で確かめ、点検表か様式で先に整えてください。",
  }),
  choiceNotFound: target<Caption & { choices: readonly string[]; many: boolean }>("RUN016", false, {
    what: (f) =>
      `「${f.caption}」の選択肢${f.many ? "が2つ以上当てはまります" : "に当てはまるものがありません"}。選択肢：${f.choices.join("、")}`,
    next: () => "案件の値を画面の選択肢に合わせてください。",
  }),
  secretField: target<Caption>("RUN017", false, {
    what: (f) => `「${f.caption}」は暗証の欄なので、シナリオからは入力しません。`,
    next: () => "「…」にログインする、の文を使ってください。",
  }),
  tableNotFound: target<{ table: string; column: string; seconds: number }>("RUN020", true, {
    what: (f) =>
      `「${f.column}」の列がある${listName(f.table)}が見つかりません（${f.seconds}秒待ちました）。`,
    next: () => askClerk,
  }),
  tableAmbiguous: target<{ table: string; column: string; count: number }>("RUN021", false, {
    what: (f) =>
      `${listName(f.table)}に当てはまる表が${f.count}つあります（「${f.column}」の列）。`,
    next: () => "「…」画面の「…」表のように場所を書き足してください。",
  }),
  rowNotFound: target<{ table: string; column: string }>("RUN022", true, {
    what: (f) => `${listName(f.table)}に、「${f.column}」の値が合う行がありません。`,
    next: () => "検索の条件と案件の値を確かめてください。",
  }),
  rowAmbiguous: target<{ table: string; column: string; count: number }>("RUN023", false, {
    what: (f) => `${listName(f.table)}に、「${f.column}」の値が合う行が${f.count}行あります。`,
    next: () => "一行に決まる列（番号など）で指定してください。",
  }),
  listIncomplete: target<{ table: string }>("RUN024", false, {
    what: (f) =>
      `${listName(f.table)}に続きがあるか、検索が終わったと言い切れないため、「ない」とは判断できません。`,
    next: () =>
      "検索の条件を足して一画面に収まるようにするか、人が財務会計の画面で確かめてください。",
  }),
  listNotWhole: target<{ table: string }>("RUN145", false, {
    what: (f) =>
      `${listName(f.table)}の全部が一つの画面に出ていないため、件数と合計を照らせません。`,
    next: () =>
      "一覧手順で検索の条件を足すか、一覧をファイルに書き出して読む文（「CSV出力」で出たファイルを…）に変えてください。",
  }),
};
