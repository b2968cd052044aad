/** Words of `buka show`: what happened to a case, in sentences; values of people masked unless somebody asks for them. */
import type { CaseState, FieldReading } from "../../core/index.ts";
import { eventNames, type LifeMoment, stateNames } from "../../queues/index.ts";

const fact = (m: LifeMoment, name: string): string => `${m.facts[name] ?? ""}`;
const isState = (name: string): name is CaseState => Object.hasOwn(stateNames, name);
const stateName = (name: string): string => (isState(name) ? stateNames[name] : name);
const isFlow = (name: string): name is keyof typeof eventNames => Object.hasOwn(eventNames, name);

const purposes: Readonly<Record<string, string>> = {
  "before-commit": "登録を押す前の画面",
  "after-commit": "登録のあとの画面",
  stopped: "止まった画面",
};

const outcomes: Readonly<Record<string, string>> = {
  done: "最後まで入力した",
  "business-error": "業務エラーで止まった",
  "system-error": "途中で止まった",
  "ask-person": "人に聞くところで止まった",
  "in-doubt": "登録できたか分からない",
  found: "登録が見つかった",
  "not-found": "登録はなかった",
  unknown: "確かめられなかった",
};

const sentences: Readonly<Record<string, (m: LifeMoment) => string>> = {
  received: (m) => `受け付けた（${fact(m, "page")}${fact(m, "kind") === "row" ? "行目" : "頁目"}）`,
  "received-again": () => "同じ書類がもう一度届いた（増やしていない）",
  "page-image": () => "頁の画像を残した",
  "review-saved": (m) => `確認の途中まで答えた（残り ${fact(m, "open")} 項目）`,
  "question-asked": () => "担当者に聞いた",
  "question-answered": () => "担当者が答えた",
  "intent-planned": () => "入力の予定を台帳に書いた（まだ押していない）",
  "commit-pressed": () => "登録を押すことを台帳に書き、1回だけ押した",
  "intent-settled": (m) => `登録の結果を台帳に書いた（${settled[fact(m, "to")] ?? fact(m, "to")}）`,
  "key-released": () =>
    "断られ、照会でもなかったので、取り違え防止の鍵を空けた（直した案件を入力できる）",
  "intent-dropped": () => "入力の予定を取り消した（押していない）",
  "priority-set": (m) => priorities[Math.sign(Number(m.facts["priority"]))] ?? "順番を変えた",
  picture: (m) => `写しを残した：${purposes[fact(m, "purpose")] ?? fact(m, "purpose")}`,
  played: (m) => played("画面に入力した", m),
  "looked-up": (m) => played("照会手順で確かめた", m),
  "evidence-erased": (m) =>
    `保存の期間（${fact(m, "keptUntil")} まで）が過ぎたので、${erasedKinds[fact(m, "kind")] ?? "証跡"}を消した（${fact(m, "files")} 個）`,
  "original-erased": () => "個人番号があったため、原本を消した",
};

const priorities: Readonly<Record<number, string>> = {
  [-1]: "順番を後にした",
  0: "順番を受付順に戻した",
  1: "順番を先にした",
};

const erasedKinds: Readonly<Record<string, string>> = {
  papers: "書類の画像・もとの表",
  screens: "画面の写し",
  records: "手順の記録",
};

const settled: Readonly<Record<string, string>> = {
  committed: "登録あり",
  "not-committed": "登録なし",
  "in-doubt": "不明",
};

function played(what: string, m: LifeMoment): string {
  const seconds = (Number(m.facts["millis"] ?? 0) / 1000).toFixed(1);
  const code = fact(m, "code");
  const end = outcomes[fact(m, "outcome")] ?? fact(m, "outcome");
  return `${what}：${end}（${fact(m, "steps")} 文、${seconds} 秒${code === "" ? "" : `、${code}`}）`;
}

export const showWords = {
  heading: (receipt: string, title: string, state: CaseState): string =>
    `${receipt}　${title}　【${stateNames[state]}】`,
  masked: "値は一部を伏せています。すべて見るには「--values」を付けてください。",
  maskedPage: "項目の値は一部を伏せています。画面の写しは、写したままです。",
  notMasked: "申請者の値がそのまま出ています。この職場の外に出さないでください。",
  written: (file: string): string => `案件の記録：${file}`,
  page: "案件の記録",
  footer:
    "この記録には、申請者の書類と画面の写しが入っています。この職場の外に出さず、見終わったら消してください。",
  life: "いきさつ",
  fields: "項目",
  pictures: "写し",
  source: (name: string, page: number, row: boolean): string =>
    `${name}　${page}${row ? "行目" : "頁目"}`,
  facts: {
    state: "いまの状態",
    received: "受付日",
    source: "書類",
    number: "財務会計の番号",
    reason: "理由",
    next: "次にすること",
    attempts: "入力した回数",
    press: "登録を押したか",
    findings: "点検の指摘",
    leftOut: "出していないもの",
  },
  leftOut: (why: { code: string; message: string }): string =>
    `写しと文の記録の一部。${why.message}（${why.code}）`,
  pressed: (state: string | undefined): string =>
    state === undefined || state === "planned" ? "押していない" : "1回押した",
  columns: { name: "項目", value: "値", how: "決め方" },
  moments: { at: "時刻", who: "だれが", what: "したこと" },
  steps: { number: "順", sentence: "文", millis: "時間", found: "見つけ方" },
  person: (name: string): string => `${name}（人）`,
  seconds: (millis: number): string => `${(millis / 1000).toFixed(1)}秒`,
  derived: "点検の表で求めた",
  given: "財務会計が出した",
} as const;

/** What happened, in one sentence. */
export function momentSentence(m: LifeMoment): string {
  const own = sentences[m.event];
  if (own) return own(m);
  if (!isFlow(m.event)) return m.event;
  const to = fact(m, "to");
  const code = fact(m, "code");
  return `${eventNames[m.event]}${to === "" ? "" : `（→ ${stateName(to)}）`}${code === "" ? "" : `　${code}`}`;
}

/** How a value came to be what it is: as read, asked why, confirmed by whom. */
export function howDecided(reading: FieldReading, at: (iso: string) => string): string {
  const { confirmed, reasons, accepted } = reading;
  if (confirmed) return `${confirmed.by} さんが確かめた（${at(confirmed.at)}）`;
  if (!accepted) return `人に聞いている：${reasons.map((r) => r.message).join(" ")}`;
  if (reading.value === "") return "空欄のまま（人を通さず採用）";
  return reading.readers.length === 0 ? "表の値のまま" : "読み取りのまま（人を通さず採用）";
}

/** Answers that tell nothing about a person. */
const plainAnswers = new Set(["はい", "いいえ"]);

/** 見本電設 → 見●●●; codes and numbers keep their last two signs. Values of one sign stay hidden. */
export function maskValue(value: string): string {
  if (plainAnswers.has(value)) return value;
  const signs = [...value];
  if (signs.length < 2) return signs.map(() => "●").join("");
  if (/^[\d\s\-A-Z]+$/iu.test(value) && signs.length > 3)
    return `${"●".repeat(signs.length - 2)}${signs.slice(-2).join("")}`;
  return `${signs[0] ?? ""}${"●".repeat(signs.length - 1)}`;
}
