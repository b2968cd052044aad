/** A page in some old system's hand, and its things by the names that a clerk would use for them. */

export interface WantedThing {
  /** The sentence, with V for a value that is typed. */
  readonly sentence: string;
  /** data-t of what must be touched, or the value that must be read. */
  readonly truth: string;
  readonly kind: "type" | "choose" | "tick" | "press" | "read" | "cell";
  /** Caption alone, for the peers. */
  readonly caption: string;
  /** A sentence that leads there (opens a window), and the data-t that it touches. */
  readonly after?: { readonly sentence: string; readonly touches: string };
}

export interface LegacyPage {
  readonly name: string;
  /** In whose hand it is written, in words. */
  readonly hand: string;
  /** Path → document; "/" is the page itself, the others its frames and windows. */
  readonly documents: Readonly<Record<string, string>>;
  readonly things: readonly WantedThing[];
}

/** `scope` with its noun: "請求日/欄" is 「請求日」欄の. */
function inScope(scope: string | undefined): string {
  const [name = "", noun = ""] = (scope ?? "").split("/");
  return name === "" ? "" : `「${name}」${noun}の`;
}

export const type = (caption: string, truth: string, scope?: string): WantedThing => ({
  kind: "type",
  caption,
  truth,
  sentence: `${inScope(scope)}「${caption}」に「V」を入力する`,
});
export const choose = (
  caption: string,
  option: string,
  truth: string,
  scope?: string,
): WantedThing => ({
  kind: "choose",
  caption,
  truth,
  sentence: `${inScope(scope)}「${caption}」で「${option}」を選ぶ`,
});
export const tick = (caption: string, truth: string, scope?: string): WantedThing => ({
  kind: "tick",
  caption,
  truth,
  sentence: `${inScope(scope)}「${caption}」をチェックする`,
});
export const press = (caption: string, truth: string, scope?: string): WantedThing => ({
  kind: "press",
  caption,
  truth,
  sentence: `${inScope(scope)}「${caption}」を押す`,
});
export const read = (caption: string, truth: string, scope?: string): WantedThing => ({
  kind: "read",
  caption,
  truth,
  sentence: `${inScope(scope)}「${caption}」の値を {読んだ値} として読み取る`,
});
/** A place in a list: 「一覧」表で「番号」が「12」の行の「数量」 and what is done there. */
export const cell = (place: string, act: string, truth: string): WantedThing => ({
  kind: "cell",
  caption: place,
  truth,
  sentence: `${place}${act}`,
});

/** An element that the truth is told by. */
export const input = (t: string, more = ""): string => `<input data-t="${t}" ${more}>`;
export const select = (t: string, ...options: string[]): string =>
  `<select data-t="${t}"><option></option>${options.map((o) => `<option>${o}</option>`).join("")}</select>`;

export const doc = (title: string, body: string, head = ""): string =>
  `<!DOCTYPE html><html><head><meta charset="UTF-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;
