/** Conjugates the verbs of the keyword table: one dictionary form, every ending that clerks write. */

/** A verb with all the ways to write it; `forms` are normalised (NFKC, no spaces), the first is canonical. */
export interface Verb {
  readonly word: string;
  /** Dictionary forms: the canonical word and its variants. */
  readonly words: readonly string[];
  readonly forms: readonly string[];
}

const teEndings = ["", "ください", "下さい"];

/** 入力 → 入力する, 入力します, 入力してください, 入力 … */
export function suru(stem: string): readonly string[] {
  const te = teEndings.map((e) => `${stem}して${e}`);
  return [`${stem}する`, `${stem}します`, `${stem}すること`, ...te, stem];
}

/** 入れる → 入れる, 入れます, 入れて … */
export function ichidan(word: string): readonly string[] {
  const stem = word.slice(0, -1);
  const te = teEndings.map((e) => `${stem}て${e}`);
  return [word, `${stem}ます`, `${word}こと`, ...te];
}

/** Last kana of the dictionary form: ending before ます, ending of て. */
const godanEndings: Readonly<Record<string, readonly [string, string]>> = {
  す: ["し", "して"],
  く: ["き", "いて"],
  つ: ["ち", "って"],
  む: ["み", "んで"],
  ぶ: ["び", "んで"],
  う: ["い", "って"],
  る: ["り", "って"],
};

/** 押す → 押す, 押します, 押して, 押してください … */
export function godan(word: string): readonly string[] {
  const stem = word.slice(0, -1);
  const [masu, te] = godanEndings[word.slice(-1)] ?? ["", ""];
  return [word, `${stem}${masu}ます`, `${word}こと`, ...teEndings.map((e) => `${stem}${te}${e}`)];
}

/** Gathers variants; the first form of the first group is the word that buka writes itself. */
export function verb(...groups: readonly (readonly string[])[]): Verb {
  const words = groups.flatMap((group) => group.slice(0, 1));
  return { word: words[0] ?? "", words, forms: groups.flat() };
}
