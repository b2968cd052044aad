/** The record of a rehearsal (予行の記録) as one HTML page: planned against screen, and one picture per sentence. */
import type { RehearsedCase } from "../../../queues/index.ts";
import { endOf, verdictNames, wentAsPlanned } from "../rehearsal-words.ja.ts";
import { text } from "./escape-html.ts";
import { htmlPage } from "./html-page.ts";

export interface RehearsalFacts {
  readonly title: string;
  readonly owner: string;
  readonly madeAt: string;
  /** Address of a picture beside the page, or null when there is none. */
  readonly picture: (caseName: string, purpose: string) => string | null;
}

/** The whole document. All texts are escaped; there is no script in it. */
export function rehearsalHtml(cases: readonly RehearsedCase[], facts: RehearsalFacts): string {
  const good = cases.filter((c) => wentAsPlanned(c.outcome)).length;
  return htmlPage({
    title: `${facts.title} 予行の記録`,
    owner: facts.owner,
    heading: `${facts.title}　予行の記録`,
    made: `作成 ${text(facts.madeAt)}　／　${cases.length} 件のうち ${good} 件が予定どおり　／　<b>何も登録していません</b>`,
    style,
    body: cases.map((c) => oneCase(c, facts)).join("\n"),
    footer:
      "この記録には申請者の値と画面の写しが入っています。この職場の外に出さず、見終わったら消してください。",
  });
}

function oneCase(one: RehearsedCase, facts: RehearsalFacts): string {
  const { outcome } = one;
  const next =
    outcome.kind === "stopped" ? `<p class="next">→ ${text(outcome.error.next)}</p>` : "";
  const stopped = facts.picture(one.name, "stopped");
  return `<section>
<h2>${text(one.name)}</h2>
<p class="${wentAsPlanned(outcome) ? "good" : "bad"}">${text(endOf(outcome))}</p>${next}
${one.findings.map((f) => `<p class="finding">点検：${text(f.message)}</p>`).join("")}
${fieldTable(one)}
${stopped === null ? "" : `<figure><figcaption>止まった画面</figcaption><img src="${text(stopped)}" alt="止まった画面"></figure>`}
<h3>一文ごとの記録</h3>
<table class="steps"><thead><tr><th>順</th><th>行</th><th>文</th><th>時間</th><th>画面</th></tr></thead><tbody>
${outcome.steps.map((s, i) => stepRow(one, i, s, facts)).join("\n")}
</tbody></table>
</section>`;
}

function fieldTable(one: RehearsedCase): string {
  const { fields } = one.outcome;
  if (fields.length === 0) return "";
  const rows = fields.map(
    (f) =>
      `<tr class="${f.verdict}"><th>${text(f.caption)}</th><td>${text(f.planned)}</td><td>${text(f.shown ?? "")}</td><td>${verdictNames[f.verdict]}</td></tr>`,
  );
  return `<h3>予定と画面</h3><table><thead><tr><th>欄</th><th>予定の値</th><th>画面の値</th><th>結果</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

type StepOf = RehearsedCase["outcome"]["steps"][number];

function stepRow(one: RehearsedCase, index: number, step: StepOf, facts: RehearsalFacts): string {
  const picture = facts.picture(one.name, `step-${index + 1}`);
  const shown =
    picture === null
      ? ""
      : `<a href="${text(picture)}"><img src="${text(picture)}" alt="${index + 1}番目の文のあとの画面" loading="lazy"></a>`;
  const mark = step.outcome === "stopped" ? "✕ " : "";
  return `<tr><td class="n">${index + 1}</td><td class="n">${step.at.line ?? ""}</td><td>${mark}${text(step.sentence)}</td><td class="n">${(step.millis / 1000).toFixed(1)}秒</td><td>${shown}</td></tr>`;
}

const style = `
.good, .bad { border: 1px solid currentColor; border-radius: 6px; padding: 6px 12px; font-weight: bold; }
.good { color: #1d6b34; } .bad { color: #a3161f; }
.next, .finding { margin: 4px 0; color: #4a5560; }
thead th { background: var(--soft); white-space: nowrap; }
tr.different td, tr.missing td { background: #fdecea; font-weight: bold; }
.steps img { width: 260px; border: 1px solid var(--line); display: block; }
figure { margin: 10px 0; } figure img { max-width: 100%; border: 1px solid var(--line); }
`;
