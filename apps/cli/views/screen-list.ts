/** What buka sees on a screen, as lines that a clerk can copy into a scenario. */
import type { SeenScreen, SeenThing } from "../../../runner/index.ts";

const kindNames: Readonly<Record<SeenThing["kind"], string>> = {
  text: "入力欄",
  choice: "選択",
  tick: "チェック",
  button: "ボタン",
  "commit-button": "登録ボタン",
  "forbidden-button": "人だけが押すボタン",
  shown: "表示",
  table: "表",
};

/** The sentence that would use it; null for what sentences never use. */
export function sentenceFor(thing: SeenThing): string | null {
  const seen = `「${thing.name}」`;
  // What nobody can type into can still be looked at.
  if (!thing.enabled && (thing.kind === "text" || thing.kind === "choice"))
    return `${seen}が {${thing.name}} であることを確かめる`;
  switch (thing.kind) {
    case "text":
      return `${seen}に {${thing.name}} を入力する`;
    case "choice":
      return `${seen}で {${thing.name}} を選ぶ`;
    case "tick":
      return `${seen}をチェックする`;
    case "button":
      return `${seen}を押す`;
    case "commit-button":
      return `${seen}で登録する`;
    case "shown":
      return `${seen}の値を {${thing.name}} として読み取る`;
    case "forbidden-button":
    case "table":
      return null;
    default:
      return thing.kind satisfies never;
  }
}

/** One block per window or frame; shown texts only when asked for, they are many. */
export function screenList(screens: readonly SeenScreen[], all: boolean): string {
  const blocks = screens.map((screen) => {
    const things = screen.things.filter((t) => all || t.kind !== "shown");
    if (things.length === 0) return "";
    const title = screen.title === "" ? "（題名のない画面）" : screen.title;
    return [`■ ${title}`, ...things.map(line)].join("\n");
  });
  return blocks.filter((b) => b !== "").join("\n\n");
}

function line(thing: SeenThing): string {
  const notes = [
    ...(thing.unique ? [] : ["同じ名前がほかにもあるため、文では一つに決まりません"]),
    ...(thing.enabled ? [] : ["いまは押せません・入力できません"]),
    ...(thing.kind === "forbidden-button" ? ["部下は押しません"] : []),
  ];
  const sentence = thing.unique ? sentenceFor(thing) : null;
  const parts = thing.parts.length === 0 ? "" : `（${shortList(thing.parts)}）`;
  const end = [...(sentence === null ? [] : [`- ${sentence}`]), ...notes.map((n) => `※ ${n}`)];
  return `  ${kindNames[thing.kind]}　「${thing.name}」${parts}${end.map((e) => `\n      ${e}`).join("")}`;
}

const mostParts = 12;

function shortList(parts: readonly string[]): string {
  const shown = parts.slice(0, mostParts).join("・");
  return parts.length > mostParts ? `${shown} ほか${parts.length - mostParts}` : shown;
}
