/** The 手順書 of a bot as one HTML file: flow before and after, header, sentences screen by screen with pictures; prints on A4. */
import type { Bot } from "../../../queues/index.ts";
import {
  type ExplainedRow,
  explainDoubt,
  explainHeader,
  explainListing,
  explainSteps,
} from "../../../scenarios/index.ts";
import { flowAfter, flowBefore, manualWords } from "../flow-words.ja.ts";
import { text } from "./escape-html.ts";
import { flowStyle, flowSvg } from "./flow-svg.ts";
import { htmlPage } from "./html-page.ts";

export interface ManualFacts {
  readonly madeAt: string;
  /** Pictures of the last rehearsal by line of the sentence, PNG as base64. */
  readonly pictures: ReadonlyMap<number, string>;
}

/** The whole document. All texts are escaped; there is no script in it. */
export function manualHtml(bot: Bot, facts: ManualFacts): string {
  const { scenario } = bot;
  const words = manualWords;
  return htmlPage({
    title: words.heading(scenario.title),
    owner: scenario.owner,
    heading: words.heading(scenario.title),
    made: text(words.made(facts.madeAt)),
    style: style + flowStyle,
    embedded: true,
    body: `${scenario.description === undefined ? "" : `<p>${text(scenario.description)}</p>`}
<h2>${words.flow}</h2>
${flowSvg(flowBefore(bot))}
${flowSvg(flowAfter(bot))}
<h2>${words.header}</h2>
<table class="facts">${explainHeader(scenario)
      .map(([k, v]) => `<tr><th>${text(k)}</th><td>${text(v === "" ? words.none : v)}</td></tr>`)
      .join("")}</table>
<h2>${words.steps}</h2>
<p>${words.classes}${facts.pictures.size === 0 ? `　${words.noPictures}` : ""}</p>
${screens(explainSteps(scenario.steps), facts)}
<h2>${words.doubt}</h2>
<p>${text(explainDoubt(scenario))}</p>
${scenario.lookup.length === 0 ? "" : table(explainSteps(scenario.lookup))}
${scenario.listing.length === 0 ? "" : `<h2>${words.listing}</h2><p>${text(explainListing(scenario))}</p>${table(explainSteps(scenario.listing))}`}
<h2>${words.fields}</h2>
<p>${scenario.fieldsUsed.map((f) => `{${text(f)}}`).join("、") || words.none}</p>`,
    footer: words.footer(facts.pictures.size > 0),
  });
}

/** Sentences up to the next screen with a picture, and the screen as they leave it. */
function screens(rows: readonly ExplainedRow[], facts: ManualFacts): string {
  const groups: ExplainedRow[][] = [];
  const pictured = (group: readonly ExplainedRow[]): boolean =>
    group.some((r) => facts.pictures.has(r.line));
  for (const row of rows) {
    const last = groups.at(-1);
    // What turns the page stands at the end of its screen.
    if (last === undefined || (last.at(-1)?.turns && pictured(last))) groups.push([row]);
    else last.push(row);
  }
  return groups.map((group) => screen(group, facts)).join("\n");
}

function screen(group: readonly ExplainedRow[], facts: ManualFacts): string {
  const filled = group.findLast((r) => !r.turns && facts.pictures.has(r.line));
  const shown = filled ?? group.findLast((r) => facts.pictures.has(r.line));
  const picture = shown === undefined ? undefined : facts.pictures.get(shown.line);
  const caption = text(manualWords.picture(shown?.text ?? ""));
  const figure =
    picture === undefined
      ? ""
      : `<figure><img src="data:image/png;base64,${picture}" alt="${caption}"><figcaption>${caption}</figcaption></figure>`;
  return `<section>${table(group)}${figure}</section>`;
}

function table(rows: readonly ExplainedRow[]): string {
  const lines = rows.map(
    (r) =>
      `<tr class="${r.class === "確" ? "commit" : ""}"><td class="n">${text(r.number)}</td><td class="n">${text(r.class)}</td><td>${text(r.text)}</td></tr>`,
  );
  const { number, class: kind, text: sentence } = manualWords.columns;
  return `<table class="steps"><thead><tr><th>${number}</th><th>${kind}</th><th>${sentence}</th></tr></thead><tbody>${lines.join("")}</tbody></table>`;
}

const style = `
.facts th { background: var(--soft); width: 12em; font-weight: normal; }
.steps { margin-bottom: 8px; } .steps th { background: var(--soft); white-space: nowrap; } .steps td:first-child { width: 6.5em; } .steps td:nth-child(2) { width: 3em; text-align: center; }
tr.commit td { font-weight: bold; background: #fdecea; }
section { margin-bottom: 18px; }
figure { margin: 4px 0 0 24px; break-inside: avoid; } figure img { max-width: 92%; max-height: 460px; border: 1px solid var(--line); } figcaption { color: #4a5560; font-size: 13px; }
@media print { figure img { max-height: 95mm; } h2 { break-after: avoid; } }
`;
