/** The two flows of a bot's work (業務フロー): how people do it by hand, and what is left for them with the bot. */
import type { Bot } from "../../queues/index.ts";
import { flatSteps } from "../../scenarios/index.ts";

/** Who does a box. */
export type FlowLane = "person" | "bot" | "system";

export interface FlowBox {
  readonly lane: FlowLane;
  readonly text: string;
  /** 登録: the one thing that cannot be taken back. */
  readonly commits?: boolean;
}

export interface Flow {
  readonly title: string;
  readonly boxes: readonly FlowBox[];
}

export const laneNames: Readonly<Record<FlowLane, string>> = {
  person: "担当者",
  bot: "部下（buka）",
  system: "財務会計など",
};

/** By hand today. The steps are the usual ones; the time is the one that the owner has written. */
export function flowBefore(bot: Bot): Flow {
  const { manualMinutes, systems } = bot.scenario;
  const paper = bot.form !== null;
  const title =
    manualMinutes === null ? "いま（手作業）" : `いま（手作業、1件 ${manualMinutes}分）`;
  const screen = systems[0] ?? "画面";
  return {
    title,
    boxes: [
      { lane: "person", text: paper ? "申請書を受け取る" : "表・申請を受け取る" },
      { lane: "person", text: paper ? "字を読み、記入もれを目で調べる" : "値を目で調べる" },
      { lane: "person", text: `${screen}に1件ずつ打ち込む` },
      { lane: "person", text: "打ち間違いを読み合わせる" },
      ...(commits(bot)
        ? [
            { lane: "person" as const, text: "登録を押し、番号を書き写す", commits: true },
            { lane: "system" as const, text: "登録される" },
          ]
        : []),
    ],
  };
}

/** With the bot, box by box out of what it has: form, check book, questions, look-up. */
export function flowAfter(bot: Bot): Flow {
  const { scenario, form, book } = bot;
  const asks = flatSteps(scenario.steps).some((s) => s.kind === "ask-person");
  const paper = form !== null;
  const boxes: FlowBox[] = [
    { lane: "person", text: paper ? "申請書を受付トレイに入れる" : "表を受付に渡す" },
    { lane: "bot", text: paper ? "読み取る" : "1行ずつ受け付ける" },
    ...(book === null ? [] : [{ lane: "bot" as const, text: "点検の表（Excel）で確かめる" }]),
    ...(paper || book !== null
      ? [{ lane: "person" as const, text: "疑わしい項目だけを確かめる" }]
      : []),
    ...(asks ? [{ lane: "person" as const, text: "部下の質問に答える" }] : []),
    { lane: "bot", text: "画面に打ち込み、全部の欄を読み返す" },
  ];
  if (!commits(bot)) return { title: "これから（部下と）", boxes };
  const doubt =
    scenario.lookup.length > 0 ? "分からないときは照会で確かめる" : "分からないときは担当者に渡す";
  return {
    title: "これから（部下と）",
    boxes: [
      ...boxes,
      { lane: "bot", text: "登録を1回だけ押す", commits: true },
      { lane: "system", text: "登録される" },
      { lane: "bot", text: `番号を控える。${doubt}` },
      { lane: "person", text: "報告書を見る。承認・支払は人が行う" },
    ],
  };
}

const commits = ({ scenario }: Bot): boolean =>
  flatSteps(scenario.steps).some((s) => s.kind === "commit");

export const manualWords = {
  heading: (title: string): string => `${title}　手順書`,
  made: (at: string): string => `作成 ${at}`,
  flow: "業務の流れ",
  header: "この部下について",
  steps: "手順",
  classes: "種別の 見 は見るだけ、書 は画面の内容を変える、確 は取り消せない動作です。",
  doubt: "登録の結果が分からないとき",
  listing: "まとめ実行の終わりに",
  fields: "使う項目",
  none: "なし",
  picture: (sentence: string): string => `${sentence} のあとの画面`,
  noPictures: "画面の写しは、予行（buka rehearse）をすると入ります。",
  pictures: "画面（最後の予行から）",
  footer: (rehearsed: boolean): string =>
    rehearsed
      ? "画面の写しは最後の予行のものです。予行に使った値が写っているので、配る前に見本の案件であることを確かめてください。"
      : "この手順書はシナリオから作りました。",
  columns: { number: "番号", class: "種別", text: "手順" },
} as const;
