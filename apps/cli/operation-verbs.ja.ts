/** Verbs for running an office day by day: books that agree, health, secrets, workers and how to stop them. */
import type { Verb } from "./verb.ts";
import { headed, receivedOn, slow, workspace } from "./verb-options.ja.ts";

export const operationVerbs: readonly Verb[] = [
  {
    name: "reconcile",
    aliases: ["突き合わせ"],
    summary: "台帳の件数・合計と、財務会計が書き出した一覧（CSV・xlsx）を突き合わせます",
    usage: "部下 [一覧.csv]",
    leastWords: 1,
    mostWords: 2,
    options: {
      workspace,
      sum: { type: "string", value: "項目", help: "合計も比べる（金額の項目名）" },
      settle: { type: "boolean", help: "一覧に一つだけある要照会の案件を、済にする" },
    },
    load: async () => (await import("./commands/reconcile.ts")).reconcile,
  },
  {
    name: "schedule",
    aliases: ["予定"],
    summary:
      "まとめ実行の予定を示し（list）、次の時刻を示し（next）、足し（add）、時刻に実行します（run）",
    usage: "list|next [名前]|add 名前 部下 いつ|run",
    leastWords: 1,
    mostWords: 8,
    options: {
      workspace,
      until: { type: "string", value: "時刻", help: "add：この時刻で終える（翌 7:00）" },
      closed: {
        type: "string",
        value: "言葉",
        help: "add：休みのとき（翌営業日・前営業日・そのまま・行わない）",
      },
      count: { type: "string", value: "数", help: "next：いくつ示すか（なければ 5）" },
      once: { type: "boolean", help: "run：いま行うべき分だけを行って終える" },
      "received-on": receivedOn,
    },
    load: async () => (await import("./commands/schedule.ts")).schedule,
  },
  {
    name: "doctor",
    aliases: ["健康診断"],
    summary: "足りない部品・つながらない相手・いまの設定を調べ、直し方を示します",
    usage: "",
    leastWords: 0,
    mostWords: 0,
    options: { workspace },
    load: async () => (await import("./commands/doctor.ts")).doctor,
  },
  {
    name: "secret",
    aliases: ["金庫"],
    summary: "財務会計のパスワードを金庫に入れます（set）、名前の一覧（list）、消す（delete）",
    usage: "set|list|delete [画面/利用者]",
    leastWords: 1,
    mostWords: 2,
    options: { workspace },
    load: async () => (await import("./commands/secret.ts")).secret,
  },
  {
    name: "worker",
    aliases: ["係"],
    summary: "止めるまで働き続ける係を一つ動かします（ふだんは buka run が自分で動かします）",
    usage: "",
    leastWords: 0,
    mostWords: 0,
    options: {
      workspace,
      lanes: {
        type: "string",
        value: "仕事",
        help: "受け持つ仕事：read（読取・点検）、enter（入力）。なければ両方（read,enter）",
      },
      headed,
      slow,
      lease: { type: "string", value: "秒", help: "係が止まったとみなすまでの秒数（なければ 15）" },
    },
    load: async () => (await import("./commands/worker.ts")).worker,
  },
  {
    name: "stop",
    aliases: ["停止"],
    summary:
      "動いている係・まとめ実行・予定を、手元の案件を終えてから止めます（どのパソコンのものも）",
    usage: "",
    leastWords: 0,
    mostWords: 0,
    options: {
      workspace,
      wait: { type: "string", value: "秒", help: "手元の案件が終わるのを待つ秒数（なければ 180）" },
    },
    load: async () => (await import("./commands/stop.ts")).stop,
  },
];
