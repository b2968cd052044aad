/** The morning report (朝の報告) as one HTML file: works offline, prints on A4, shows nothing by colour alone. */
import type { CaseReason, CaseState } from "../../../core/index.ts";
import type { DoubleEntrySummary, Summary, SummaryRow } from "../../../queues/index.ts";
import { stateNames } from "../../../queues/index.ts";
import { text } from "./escape-html.ts";
import { htmlPage } from "./html-page.ts";

export interface ReportFacts {
  readonly title: string;
  readonly owner: string;
  /** For example 令和8年11月22日（2026-11-22） 12:04. */
  readonly madeAt: string;
  readonly manualMinutes: number | null;
  /** Why cases wait: pauses, closed systems, the end of a window. */
  readonly waiting: readonly CaseReason[];
  /** Path of an evidence file relative to the report, or null. */
  readonly pictureLink: (key: string) => string | null;
  /** A time as HH:MM in Japan. */
  readonly clockTime: (iso: string) => string;
  /** What comparing the books said (合計の確認), line by line. */
  readonly books: { readonly good: boolean; readonly lines: readonly string[] };
}

const marks: Readonly<Record<CaseState, string>> = {
  received: "○",
  read: "○",
  checked: "○",
  "awaiting-review": "？",
  ready: "…",
  entering: "…",
  committing: "…",
  done: "✓",
  returned: "↩",
  failed: "✕",
  "in-doubt": "！",
};

const tiles: readonly {
  readonly label: string;
  readonly note: string;
  readonly states: readonly CaseState[];
}[] = [
  { label: "登録済み", note: "財務会計に入りました", states: ["done"] },
  { label: "確認待ち", note: "Excel で確かめてください", states: ["awaiting-review"] },
  { label: "差戻し", note: "提出者へ連絡してください", states: ["returned"] },
  { label: "要照会・失敗", note: "最初に見てください", states: ["in-doubt", "failed"] },
  {
    label: "途中",
    note: "次の実行で続きます",
    states: ["received", "read", "checked", "ready", "entering", "committing"],
  },
];

/** The whole document. All texts are escaped; there is no script in it. */
export function reportHtml(summary: Summary, facts: ReportFacts): string {
  const done = summary.rows.filter((r) => r.state === "done");
  return htmlPage({
    title: `${facts.title} 実行報告`,
    owner: facts.owner,
    heading: `${facts.title}　実行報告`,
    made: `作成 ${text(facts.madeAt)}　／　受付 ${summary.rows.length} 件`,
    style,
    body: `<section class="tiles">${tiles.map((t) => tile(t, summary)).join("")}</section>
${books(facts.books)}
${effect(done.length, facts)}
${trust(summary.doubleEntry)}
${waits(facts.waiting)}
<h2>今日すること</h2>
${summary.todo.length === 0 ? "<p>担当者がすることはありません。</p>" : todoTable(summary.todo, facts)}
<h2>登録済み（${done.length} 件）</h2>
${done.length === 0 ? "<p>まだありません。</p>" : doneTable(done, facts)}`,
    footer: `<p>この報告書には申請者の氏名や口座番号を載せていません。書類と画面の写しは台帳のフォルダーにあり、この職場の外には出ません。</p>
<p>登録済みの案件は、もう一度実行しても二重に登録されません。</p>`,
  });
}

/** What stands between the cases and the keyboard, in the words of the command line. */
function waits(reasons: readonly CaseReason[]): string {
  if (reasons.length === 0) return "";
  const lines = reasons.map((r) => `<li>${text(r.message)}${text(r.next)}［${text(r.code)}］</li>`);
  return `<h2>待っている理由</h2>\n<ul>${lines.join("")}</ul>`;
}

function tile(t: (typeof tiles)[number], summary: Summary): string {
  const count = t.states.reduce((sum, state) => sum + summary.counts[state], 0);
  return `<div class="tile${count === 0 ? " none" : ""}"><b>${count}</b><span>${t.label}</span><small>${t.note}</small></div>`;
}

/** By word and mark, not by colour alone. */
function books({ good, lines }: ReportFacts["books"]): string {
  const [first = "", ...rest] = lines.map((line) => text(line.trim()));
  const more = rest.map((line) => `<br>${line}`).join("");
  return `<p class="books ${good ? "good" : "open"}"><b>${good ? "✓" : "！"}</b> ${first}${more}</p>`;
}

function effect(done: number, facts: ReportFacts): string {
  if (facts.manualMinutes === null || done === 0) return "";
  const minutes = facts.manualMinutes * done;
  const hours = minutes >= 120 ? `（約 ${(minutes / 60).toFixed(1)} 時間）` : "";
  return `<p class="effect">手作業なら ${done} 件 × ${facts.manualMinutes} 分 ＝ <b>${minutes} 分</b>${hours}の入力を、部下が済ませました。</p>`;
}

/** What blind double entry says about the values that nobody looked at. */
function trust(d: DoubleEntrySummary): string {
  if (d.drawn === 0) return "";
  const { checked, wrong, rate, low, high } = d.rate;
  const percent = (share: number): string => `${(100 * share).toFixed(share < 0.001 ? 3 : 2)} %`;
  const found =
    checked === 0
      ? "まだ一つも打たれていないため、誤りの割合は分かりません。"
      : `確かめた ${checked} 項目のうち誤り ${wrong} 項目。人を通さず採用した項目の誤りは推定 <b>${percent(rate)}</b>（95 % 信頼区間 ${percent(low)} 〜 ${percent(high)}）です。`;
  const rest = [
    ...(d.waiting > 0 ? [`まだ打たれていない ${d.waiting} 項目`] : []),
    ...(d.undecided > 0 ? [`値が違い、決着していない ${d.undecided} 項目`] : []),
  ].join("、");
  const next =
    rest === ""
      ? ""
      : `<br>残り：${rest}。「buka review export 確認.xlsx」で書き出した Excel で答えてください。`;
  return `<p class="trust">二重入力：採用した ${d.accepted} 項目から ${d.drawn} 項目を選びました。${found}${next}</p>`;
}

function todoTable(rows: readonly SummaryRow[], facts: ReportFacts): string {
  const body = rows.map((row, i) => {
    const { what, next } = toDo(row);
    const nextLine = next === "" ? "" : `<br><span class="next">→ ${text(next)}</span>`;
    return `<tr><td class="n">${i + 1}</td><td>${state(row.state)}</td><td class="n">${text(row.receiptNumber)}</td><td class="file">${source(row)}</td><td>${text(what)}${nextLine}</td><td>${pictures(row, facts)}</td></tr>`;
  });
  const waiting = rows.some((r) => r.state === "awaiting-review")
    ? "<p>「確認待ち」は、「buka review export 確認.xlsx」で書き出した Excel に正しい値を書き、「buka review import 確認.xlsx」で取り込んでから、もう一度実行してください。</p>"
    : "";
  return `${waiting}<table><thead><tr><th>順</th><th>状態</th><th>受付番号</th><th>書類</th><th>内容と次にすること</th><th>写し</th></tr></thead><tbody>${body.join("")}</tbody></table>`;
}

/** What is wrong with a row and what to do; for waiting cases the latter stands once above the table. */
function toDo(row: SummaryRow): { readonly what: string; readonly next: string } {
  if (row.wrongAfterEntry.length > 0) {
    const fields = row.wrongAfterEntry.join("・");
    return {
      what: `登録した値が紙と違います：${fields}（二重入力で分かりました）`,
      next: "財務会計システムの登録を、紙のとおりに手で直してください。",
    };
  }
  if (row.state !== "awaiting-review")
    return { what: row.reason?.message ?? "", next: row.reason?.next ?? "" };
  const asked = row.asked.join("・") || "二重入力の食い違いか、点検の表";
  return { what: `確かめる項目：${asked}`, next: "" };
}

function doneTable(rows: readonly SummaryRow[], facts: ReportFacts): string {
  const names = [...new Set(rows.flatMap((r) => Object.keys(r.outcome)))];
  const body = rows.map((row) => {
    const numbers = names
      .map((n) => `<td class="n"><b>${text(row.outcome[n] ?? "")}</b></td>`)
      .join("");
    const notes = [
      ...(row.confirmedBy.length > 0 ? [`確認者 ${row.confirmedBy.join("・")}`] : []),
      ...row.warnings.map((w) => `注意 ${w}`),
      ...(row.attempt > 1 ? [`${row.attempt} 回目で入力`] : []),
    ];
    return `<tr><td>${state("done")}</td><td class="n">${text(row.receiptNumber)}</td>${numbers}<td class="n">${text(facts.clockTime(row.updatedAt))}</td><td class="file">${source(row)}</td><td>${text(notes.join("　"))}</td><td>${pictures(row, facts)}</td></tr>`;
  });
  const heads = names.map((n) => `<th>${text(n)}</th>`).join("");
  return `<table><thead><tr><th>状態</th><th>受付番号</th>${heads}<th>時刻</th><th>書類</th><th>備考</th><th>写し</th></tr></thead><tbody>${body.join("")}</tbody></table>`;
}

const state = (s: CaseState): string =>
  `<span class="state ${s}">${marks[s]} ${stateNames[s]}</span>`;

const source = (row: SummaryRow): string =>
  `${text(row.fileName)}<br><small>${row.page} ${row.kind === "page" ? "ページ目" : "件目"}</small>`;

const pictureNames: Readonly<Record<string, string>> = {
  page: "書類",
  "before-commit": "登録前",
  "after-commit": "登録後",
  stopped: "止まった画面",
};

function pictures(row: SummaryRow, facts: ReportFacts): string {
  const shown = Object.entries(row.pictures).map(([purpose, key]) => {
    const name = text(pictureNames[purpose] ?? purpose);
    const link = facts.pictureLink(key);
    return link === null ? name : `<a href="${text(link)}">${name}</a>`;
  });
  const elsewhere = Object.values(row.pictures).some((key) => facts.pictureLink(key) === null);
  const how = elsewhere ? [`<small>buka show ${text(row.receiptNumber)} --html</small>`] : [];
  return [...shown, ...how].join("<br>");
}

const style = `
.tiles { display: grid; grid-template-columns: repeat(5, 1fr); gap: 12px; }
.tile { border: 1px solid var(--line); border-radius: 6px; padding: 10px 12px; background: var(--soft); }
.tile b { display: block; font-size: 30px; line-height: 1.2; }
.tile span { display: block; font-weight: bold; }
.tile small { color: #4a5560; }
.tile.none { background: #fff; color: #6b7680; }
.effect { background: #eef5ea; border: 1px solid #b9d3ab; border-radius: 6px; padding: 8px 14px; }
.books { border: 1px solid var(--line); border-radius: 6px; padding: 8px 14px; } .books.open { border-color: #a3161f; }
.trust { border: 1px solid var(--line); border-radius: 6px; padding: 8px 14px; }
th { background: var(--soft); white-space: nowrap; }
td.file { white-space: nowrap; }
.state { white-space: nowrap; font-weight: bold; border: 1px solid currentColor; border-radius: 4px; padding: 1px 6px; }
.state.done { color: #1d6b34; } .state.returned { color: #7a4a00; } .state.awaiting-review { color: #0b5394; }
.state.in-doubt, .state.failed { color: #a3161f; }
small { color: #4a5560; } a { color: var(--accent); }
@media print { table { font-size: 10px; } a { color: inherit; text-decoration: none; } }
`;
