/** The life of one case as one HTML file that needs nothing beside it: facts, fields, events, sentences, pictures. */
import type { CaseView } from "../case-view.ts";
import { showWords } from "../show-words.ja.ts";
import { text } from "./escape-html.ts";
import { htmlPage } from "./html-page.ts";

export interface CasePageFacts {
  readonly owner: string;
  readonly madeAt: string;
  /** True when values are shown as they are. */
  readonly open: boolean;
  /** PNG of a picture as base64, by evidence key. */
  readonly pictures: ReadonlyMap<string, string>;
}

/** The whole document. All texts are escaped; there is no script in it. */
export function caseHtml(view: CaseView, facts: CasePageFacts): string {
  return htmlPage({
    title: `${view.heading} ${showWords.page}`,
    owner: facts.owner,
    heading: view.heading,
    made: `作成 ${text(facts.madeAt)}　／　${text(facts.open ? showWords.notMasked : showWords.maskedPage)}`,
    style,
    embedded: true,
    body: `<table class="facts">${view.facts.map(([k, v]) => `<tr><th>${text(k)}</th><td>${text(v)}</td></tr>`).join("")}</table>
<h2>${showWords.fields}</h2>
${fieldTable(view)}
<h2>${showWords.life}</h2>
<ol class="life">${view.moments.map((m) => moment(m, facts)).join("\n")}</ol>`,
    footer: showWords.footer,
  });
}

function fieldTable({ fields }: CaseView): string {
  const { name, value, how } = showWords.columns;
  const rows = fields.map(
    (f) => `<tr><th>${text(f.name)}</th><td>${text(f.value)}</td><td>${text(f.how)}</td></tr>`,
  );
  return `<table class="fields"><thead><tr><th>${name}</th><th>${value}</th><th>${how}</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

function moment(m: CaseView["moments"][number], facts: CasePageFacts): string {
  const picture = m.picture === null ? undefined : facts.pictures.get(m.picture);
  const shown =
    picture === undefined
      ? ""
      : `<figure><img src="data:image/png;base64,${picture}" alt="${text(m.what)}"></figure>`;
  return `<li class="${m.actor.kind}"><span class="time">${text(m.time)}</span> <span class="who">${text(m.who)}</span> ${text(m.what)}${steps(m)}${shown}</li>`;
}

function steps({ steps }: CaseView["moments"][number]): string {
  if (steps === null || steps.length === 0) return "";
  const { number, sentence, millis, found } = showWords.steps;
  const rows = steps.map(
    (s, i) =>
      `<tr class="${s.outcome}"><td class="n">${i + 1}</td><td>${text(s.sentence)}</td><td class="n">${showWords.seconds(s.millis)}</td><td>${text(s.foundBy ?? "")}</td></tr>`,
  );
  return `<details><summary>${steps.length} 文</summary><table><thead><tr><th>${number}</th><th>${sentence}</th><th>${millis}</th><th>${found}</th></tr></thead><tbody>${rows.join("")}</tbody></table></details>`;
}

const style = `
.facts th, .fields th { background: var(--soft); width: 12em; font-weight: normal; }
.fields thead th { font-weight: bold; }
.life { list-style: none; margin: 0; padding: 0 0 0 14px; border-left: 3px solid var(--line); }
.life li { margin: 0 0 10px; position: relative; }
.life li::before { content: ""; position: absolute; left: -21px; top: 7px; width: 11px; height: 11px; border-radius: 50%; background: var(--accent); }
.life li.person::before { background: #b8570b; }
.time { color: #4a5560; font-variant-numeric: tabular-nums; }
.who { background: var(--soft); border-radius: 4px; padding: 0 6px; }
figure { margin: 6px 0; } figure img { max-width: 100%; max-height: 420px; border: 1px solid var(--line); }
tr.stopped td { background: #fdecea; font-weight: bold; }
`;
