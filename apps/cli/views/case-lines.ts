/** The life of one case as lines for the terminal. */
import type { CaseView } from "../case-view.ts";
import { showWords } from "../show-words.ja.ts";

/** Facts, fields and events; control characters of values cannot reach the terminal. */
export function caseLines(view: CaseView, open: boolean): string {
  const facts = view.facts.map(([name, value]) => `${name}：${value}`);
  const fields = view.fields.map(
    (f) => `  ${f.name}　${f.value === "" ? "（空）" : f.value}　… ${f.how}`,
  );
  const life = view.moments.flatMap((m) => [
    `  ${m.time}　${m.who}　${m.what}`,
    ...(m.steps ?? []).map(
      (s, i) =>
        `      ${s.outcome === "stopped" ? "✕" : " "} ${i + 1}. ${s.sentence}　${showWords.seconds(s.millis)}`,
    ),
  ]);
  const lines = [
    view.heading,
    ...facts,
    "",
    showWords.fields,
    ...fields,
    "",
    showWords.life,
    ...life,
    "",
    open ? showWords.notMasked : showWords.masked,
  ];
  return lines.map((line) => line.replace(/[\p{Cc}\p{Cf}]/gu, "□")).join("\n");
}
