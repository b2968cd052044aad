/** Every verb of `buka` in one table: names, help, options; the parser, the help page and the guards derive from it. */
import { authorVerbs } from "./author-verbs.ja.ts";
import { operationVerbs } from "./operation-verbs.ja.ts";
import type { Verb, VerbOption } from "./verb.ts";
import { headed, mapping, receivedOn, slow, workspace } from "./verb-options.ja.ts";

export type { Verb, VerbOption } from "./verb.ts";

/** Options that every verb takes. */
export const commonOptions: Readonly<Record<string, VerbOption>> = {
  json: { type: "boolean", help: "結果を JSON で出す（記録は標準エラーへ）" },
  verbose: { type: "boolean", help: "くわしい記録を標準エラーに出す" },
  help: { type: "boolean", help: "この説明を出す" },
};

export const verbs: readonly Verb[] = [
  {
    name: "demo",
    aliases: ["実演"],
    summary: "見本の書類で、読み取りから財務会計への入力までを通して見せます",
    usage: "",
    leastWords: 0,
    mostWords: 0,
    options: {
      workspace: { ...workspace, help: "実演用の作業フォルダー（なければ demo-workspace）" },
      fresh: { type: "boolean", help: "前回の実演を消して、最初からやり直す" },
      keep: { type: "boolean", help: "終わっても財務会計の見本を動かしたままにする" },
      headed,
      slow,
    },
    load: async () => (await import("./commands/demo.ts")).demo,
  },
  {
    name: "init",
    aliases: ["準備"],
    summary: "作業フォルダーを作ります（写して使える部下が一つ入ります）",
    usage: "フォルダー",
    leastWords: 1,
    mostWords: 1,
    options: {},
    load: async () => (await import("./commands/init.ts")).init,
  },
  ...authorVerbs,
  {
    name: "read",
    aliases: ["読取"],
    summary: "書類を読み取って値を示します（台帳には載せません）",
    usage: "様式か部下 書類…（--whole のときは 書類… だけ）",
    leastWords: 1,
    mostWords: 500,
    options: {
      workspace,
      whole: { type: "boolean", help: "様式を使わず、紙全体の文と見出し・値の候補を出す" },
      overlay: {
        type: "string",
        value: "フォルダー",
        help: "読んだ場所と値を重ねた絵を、1ページに1枚書き出す",
      },
    },
    load: async () => (await import("./commands/read.ts")).read,
  },
  {
    name: "calibrate",
    aliases: ["測定"],
    summary: "正解の分かる書類を読み、自分の職場の読取の基準を作ります",
    usage: "様式か部下 正解.csv 書類…（か --samples）",
    leastWords: 0,
    mostWords: 500,
    options: {
      workspace,
      samples: {
        type: "string",
        value: "フォルダー",
        help: "収集用紙の見本から、手書きの数字の基準を作る（form collect --read の出力）",
      },
      out: { type: "string", value: "ファイル", help: "書き出し先（なければ calibration.json）" },
    },
    load: async () => (await import("./commands/calibrate.ts")).calibrate,
  },
  {
    name: "form",
    aliases: ["様式"],
    summary:
      "様式を印刷用の PDF にします（print）、読みやすさを点にします（lint）、既存の用紙を取り込みます（adopt）、文字の見本を集めます（collect）",
    usage:
      "print（印刷）|lint（点検） 様式か部下、adopt（取り入れる） 白紙の用紙、collect（見本） [書いた用紙…]",
    leastWords: 1,
    mostWords: 200,
    options: {
      workspace,
      out: {
        type: "string",
        value: "ファイル",
        help: "書き出し先（collect --read ではフォルダー）",
      },
      data: { type: "string", value: "CSV", help: "print：差込印刷する値（1行目は項目名）" },
      id: { type: "string", value: "番号", help: "adopt：様式番号（英大文字・数字・ハイフン）" },
      paper: { type: "string", value: "用紙", help: "adopt：A4縦・A4横・B5縦 など（なければ A4）" },
      page: { type: "string", value: "数", help: "adopt：何ページ目を取り込むか（なければ 1）" },
      read: { type: "boolean", help: "collect：書いた用紙を読み、1文字ずつの画像にする" },
    },
    load: async () => (await import("./commands/form.ts")).form,
  },
  {
    name: "check",
    aliases: ["点検"],
    summary: "表の各行を点検の表（check.xlsx）で点検します。new 様式 で点検の表を作ります",
    usage: "点検の表か部下 [データ.csv・xlsx]、または new 様式",
    leastWords: 1,
    mostWords: 2,
    options: {
      workspace,
      "received-on": receivedOn,
      out: {
        type: "string",
        short: "o",
        value: "ブック",
        help: "点検の表に値と指摘を書き込んだ写し（new では作る表）の書き出し先",
      },
      report: { type: "string", value: "ブック", help: "結果だけの新しい Excel の書き出し先" },
    },
    load: async () => (await import("./commands/check.ts")).check,
  },
  {
    name: "calc",
    aliases: ["計算"],
    summary: "Excel ブックの式をすべて計算して値を示します",
    usage: "ブック.xlsx",
    leastWords: 1,
    mostWords: 1,
    options: {
      out: {
        type: "string",
        short: "o",
        value: "ブック",
        help: "計算した値を入れた写しの書き出し先（値のほかは元のまま）",
      },
    },
    load: async () => (await import("./commands/calc.ts")).calc,
  },
  {
    name: "run",
    aliases: ["実行"],
    summary: "受付トレイの書類（または表）を読み取り、点検し、入力します",
    usage: "部下",
    leastWords: 1,
    mostWords: 1,
    options: {
      workspace,
      tray: {
        type: "string",
        value: "フォルダー",
        help: "書類のフォルダー（なければ設定の受付トレイ）",
      },
      data: { type: "string", value: "CSV・xlsx", help: "書類の代わりに表を受け付ける" },
      mapping,
      preview: {
        type: "boolean",
        help: "表のどの列がどの項目になり、点検で何が出るかを示す（受け付けない）",
      },
      "received-on": receivedOn,
      retry: { type: "boolean", help: "失敗した案件をもう一度試す" },
      headed,
      slow,
    },
    load: async () => (await import("./commands/run.ts")).run,
  },
  {
    name: "intake",
    aliases: ["受付"],
    summary: "電子申請の表（CSV・xlsx）を受け付けます。--preview で受け付ける前に確かめます",
    usage: "部下 データ.csv",
    leastWords: 2,
    mostWords: 2,
    options: {
      workspace,
      mapping,
      preview: { type: "boolean", help: "どの列がどの項目になるかを示す（受け付けない）" },
      "received-on": receivedOn,
    },
    load: async () => (await import("./commands/intake.ts")).intake,
  },
  {
    name: "rehearse",
    aliases: ["予行"],
    summary: "財務会計の画面に入力して見せ、登録の手前で止まります（何も登録しません）",
    usage: "部下",
    leastWords: 1,
    mostWords: 1,
    options: {
      workspace,
      data: {
        type: "string",
        value: "CSV",
        help: "この表の行で予行する（なければ入力待ちの案件）",
      },
      most: { type: "string", value: "件数", help: "何件まで予行するか（なければ 3）" },
      step: { type: "boolean", help: "一文ごとに止まる（Enter で次へ、q で終わり）" },
      out: { type: "string", value: "フォルダー", help: "予行の記録の書き出し先" },
      headed,
      slow,
    },
    load: async () => (await import("./commands/rehearse.ts")).rehearse,
  },
  {
    name: "watch",
    aliases: ["見張り"],
    summary: "受付トレイを見張り、入った書類を受け付けて入力まで進めます",
    usage: "部下",
    leastWords: 1,
    mostWords: 1,
    options: {
      workspace,
      tray: {
        type: "string",
        value: "フォルダー",
        help: "書類のフォルダー（なければ設定の受付トレイ）",
      },
      every: { type: "string", value: "秒", help: "何秒ごとに見るか（なければ 10）" },
      once: { type: "boolean", help: "いまある書類がそろったら終える" },
      "receive-only": { type: "boolean", help: "受付だけをして、読み取りと入力はしない" },
      "received-on": receivedOn,
    },
    load: async () => (await import("./commands/watch.ts")).watch,
  },
  {
    name: "review",
    aliases: ["確認"],
    summary:
      "確認待ちの項目を Excel に書き出し（export）、記入済みの Excel を取り込みます（import）",
    usage: "export（書き出す）|import（取り込む） ファイル.xlsx",
    leastWords: 2,
    mostWords: 2,
    options: {
      workspace,
      bot: { type: "string", value: "部下", help: "この部下の案件だけ" },
      by: { type: "string", value: "氏名", help: "確認した人（なければ設定の担当者）" },
    },
    load: async () => (await import("./commands/review.ts")).review,
  },
  {
    name: "status",
    aliases: ["状況"],
    summary: "案件の状況と、今日することを示します",
    usage: "[部下]",
    leastWords: 0,
    mostWords: 1,
    options: { workspace },
    load: async () => (await import("./commands/status.ts")).status,
  },
  {
    name: "report",
    aliases: ["報告"],
    summary: "結果の報告書（HTML と Excel）を作ります",
    usage: "[部下]",
    leastWords: 0,
    mostWords: 1,
    options: {
      workspace,
      out: { type: "string", value: "フォルダー", help: "書き出し先" },
      pictures: {
        type: "boolean",
        help: "人が確かめた項目と指摘のある項目の画像を入れた Excel も作る",
      },
    },
    load: async () => (await import("./commands/report.ts")).report,
  },
  ...operationVerbs,
];

/** The verb of this name or alias, or null. */
export function findVerb(word: string): Verb | null {
  const name = word.normalize("NFKC");
  return verbs.find((v) => v.name === name || v.aliases.includes(name)) ?? null;
}
