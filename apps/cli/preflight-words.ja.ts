/** What the pre-flight (朝の点検) says, on the terminal and on its page. */
import type { ComparedFinding } from "./compare-preflight.ts";

/** How a thing was found, in words of the screen. */
const ways: Readonly<Record<string, string>> = {
  label: "画面の名札",
  "after-choice": "すぐ後ろの言葉",
  "heading-left": "左の見出し",
  "heading-above": "上の見出し",
  "text-before": "すぐ前の言葉",
  "text-after": "すぐ後ろの単位",
  title: "画面の説明の言葉",
  "near-left": "左のいちばん近い言葉",
  "near-above": "上のいちばん近い言葉",
  "button-name": "ボタンの言葉",
  "clickable-text": "押せる言葉",
};

/** "dictionary/heading-left/prefix" in words; 「－」 for what was not found. */
export function foundByName(foundBy: string | null): string {
  if (foundBy === null) return "－";
  const parts = foundBy.split("/");
  const way = parts.map((p) => ways[p]).find((w) => w !== undefined) ?? foundBy;
  const notes = [
    ...(parts.includes("dictionary") ? ["画面辞書の読み替え"] : []),
    ...(parts.includes("prefix") ? ["言葉の初めが同じ"] : []),
    ...(parts.includes("counted") ? ["番号やキーの印を除いて同じ"] : []),
  ];
  return notes.length === 0 ? way : `${way}（${notes.join("、")}）`;
}

type VerdictKind = "found" | "moved" | "several" | "missing";

export function verdictOf(f: ComparedFinding): {
  readonly kind: VerdictKind;
  readonly name: string;
} {
  if (f.verdict === "several") return { kind: "several", name: "✕ 2つ以上ある" };
  if (f.verdict === "missing") return { kind: "missing", name: "✕ 見つからない" };
  if (f.moved) return { kind: "moved", name: "△ 見つかり方が変わった" };
  return { kind: "found", name: "○ 見つかった" };
}

export const preflightWords = {
  /** What to do about a finding; null when all is well. */
  advice(f: ComparedFinding): string | null {
    switch (verdictOf(f).kind) {
      case "several":
        return "「…」画面の「…」のように、場所を書き足してください。";
      case "missing":
        return f.proposal === null
          ? "画面が変わっていないか、「buka inspect」で確かめてください。"
          : `直し候補：「${f.proposal.caption}」（${f.proposal.distance}文字の違い）。人が画面で確かめてから、画面辞書（screens.yaml）の読み替えに「${f.caption}: ${f.proposal.caption}」と書いてください。`;
      case "moved":
        return "画面の並びが変わったかもしれません。「buka rehearse」で確かめてください。";
      default:
        return null;
    }
  },
  finding: (f: ComparedFinding, advice: string): string =>
    `${verdictOf(f).name}　${f.at.line}行目「${f.caption}」\n  → ${advice}`,
  stopped: (message: string, next: string): string =>
    `✕ ここで止まりました：${message}\n  → ${next}`,
  sum: (seen: number, unseen: number): string =>
    `${seen}か所を見ました。何も入力していません。${unseen === 0 ? "" : `ボタンの先の${unseen}か所は見ていません（「buka rehearse」で確かめます）。`}`,
  head(
    findings: readonly ComparedFinding[],
    stopped: boolean,
  ): { readonly good: boolean; readonly text: string } {
    const bad = findings.filter((f) => f.verdict !== "found").length;
    const moved = findings.filter((f) => f.moved).length;
    const note = moved === 0 ? "" : `見つかり方の変わったものが ${moved} か所あります。`;
    if (stopped)
      return {
        good: false,
        text: "途中で止まりました。理由がなくなるまで、この部下を動かさないでください。",
      };
    if (bad > 0)
      return {
        good: false,
        text: `画面が変わっています。${bad} か所を直すまで、この部下を動かさないでください。${note}`,
      };
    return { good: true, text: `今朝の画面で動かせます。${note}` };
  },
  page: (file: string): string => `点検の記録：${file}`,
} as const;
