/** The report of the pre-flight (朝の点検) as one HTML page: per sentence, what stands on the screens this morning. */
import type { ComparedFinding } from "../compare-preflight.ts";
import { foundByName, preflightWords, verdictOf } from "../preflight-words.ja.ts";
import { text } from "./escape-html.ts";
import { htmlPage } from "./html-page.ts";

export interface PreflightFacts {
  readonly title: string;
  readonly owner: string;
  readonly madeAt: string;
  readonly findings: readonly ComparedFinding[];
  /** Things behind buttons that were not pressed. */
  readonly unseen: number;
  /** Why the walk ended early; null when it went through. */
  readonly stopped: { readonly message: string; readonly next: string } | null;
}

/** The whole document. All texts are escaped; there is no script in it, and no value of a case. */
export function preflightHtml(facts: PreflightFacts): string {
  const { findings, stopped } = facts;
  const head = preflightWords.head(findings, stopped !== null);
  return htmlPage({
    title: `${facts.title} 朝の点検`,
    owner: facts.owner,
    heading: `${facts.title}　朝の点検`,
    made: `作成 ${text(facts.madeAt)}　／　<b>何も入力していません</b>`,
    style,
    body: `<p class="${head.good ? "good" : "bad"}">${text(head.text)}</p>
${stopped === null ? "" : `<p class="stop">✕ ${text(stopped.message)}<br>→ ${text(stopped.next)}</p>`}
${findings.length === 0 ? "" : table(findings)}`,
    footer: text(preflightWords.sum(findings.length, facts.unseen)),
  });
}

function table(findings: readonly ComparedFinding[]): string {
  return `<table><thead><tr><th>行</th><th>文</th><th>見出し</th><th>結果</th><th>見つかり方</th></tr></thead><tbody>
${findings.map(row).join("\n")}
</tbody></table>`;
}

function row(finding: ComparedFinding): string {
  const verdict = verdictOf(finding);
  const advice = preflightWords.advice(finding);
  const before =
    finding.moved && finding.before !== null
      ? `<br><span class="next">前回：${text(foundByName(finding.before))}</span>`
      : "";
  const next =
    advice === null
      ? ""
      : `<tr class="${verdict.kind} more"><td></td><td colspan="4">→ ${text(advice)}</td></tr>`;
  return `<tr class="${verdict.kind}"><td class="n">${finding.at.line ?? ""}</td><td>${text(finding.sentence)}</td><td class="n">${text(finding.caption)}</td><td class="n">${verdict.name}</td><td>${text(foundByName(finding.foundBy))}${before}</td></tr>${next}`;
}

const style = `
.good, .bad { border: 1px solid currentColor; border-radius: 6px; padding: 6px 12px; font-weight: bold; }
.good { color: #1d6b34; } .bad { color: #a3161f; }
.stop { background: #fdecea; border-left: 6px solid #a3161f; padding: 6px 12px; }
thead th { background: var(--soft); white-space: nowrap; }
tr.missing td, tr.several td { background: #fdecea; }
tr.moved td { background: #fff6e0; }
tr.more td { border-top: none; }
`;
