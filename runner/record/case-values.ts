/** Turns what was typed into fields of the case: by the sample case where there is one, else by the caption of the field. */
import { isReceiptNumber } from "../../core/index.ts";
import { builtInFields, isFieldName, type Value } from "../../scenarios/index.ts";
import { plainCaption } from "../find/match-caption.ts";
import { choicesMeant, type NamedChoice, sameValue } from "../find/same-value.ts";
import { recordWords } from "../record-words.ja.ts";

export interface CaseValues {
  /** What a typed text stands for, and what a clerk should look at. */
  typed(text: string, caption: string): { readonly value: Value; readonly question: string | null };
  /** The same for an option; what no field means is chosen as it stands. */
  chosen(
    text: string,
    caption: string,
    choices: readonly NamedChoice[],
  ): { readonly value: Value; readonly question: string | null };
  /** The field of a value that is known from the case or was typed before; null when it is not. */
  known(text: string, caption: string): Value | null;
  /** Names of the fields that were used so far. */
  used(): readonly string[];
}

/** Shortest value that is recognised inside a longer one. */
const leastInside = 3;

/** `sample`: values of the sample case by field; null when there is none. */
export function caseValues(sample: Readonly<Record<string, string>> | null): CaseValues {
  const values = sample === null ? valuesByCaption() : valuesOfSample(sample);
  const known = (text: string, caption: string): Value | null =>
    values.known(text, caption) ?? receiptIn(text);
  return {
    ...values,
    known,
    typed(text, caption) {
      const receipt = values.known(text, caption) === null ? receiptIn(text) : null;
      return receipt ? { value: receipt, question: null } : values.typed(text, caption);
    },
  };
}

/** A number that buka gave stands for that of each case. */
const receiptIn = (text: string): Value | null =>
  isReceiptNumber(text.trim()) ? field(builtInFields.receiptNumber) : null;

/** Without a sample every typed value becomes a field called like its caption; no value is kept in the scenario. */
function valuesByCaption(): CaseValues {
  const typed = new Map<string, string>();
  return {
    used: () => [...typed.keys()],
    typed(text, caption) {
      const name = freeName(caption, text, typed);
      typed.set(name, text);
      return { value: field(name), question: null };
    },
    chosen: (text) => ({ value: fixed(text), question: null }),
    known(text, caption) {
      const [name] = fieldsWith([...typed], text, caption);
      return name === undefined ? null : field(name);
    },
  };
}

const field = (name: string): Value => [{ kind: "field", name }];
const fixed = (text: string): Value => [{ kind: "text", text }];

function valuesOfSample(sample: Readonly<Record<string, string>>): CaseValues {
  const used = new Set<string>();
  const use = (value: Value): Value => {
    for (const part of value) if (part.kind === "field") used.add(part.name);
    return value;
  };
  const named = (text: string, caption: string): readonly string[] =>
    fieldsWith(Object.entries(sample), text, caption);
  return {
    used: () => [...used],
    typed(text, caption) {
      const names = named(text, caption);
      const [name] = names;
      if (name === undefined) {
        const parts = inside(text, sample);
        return parts
          ? { value: use(parts), question: null }
          : { value: fixed(text), question: recordWords.notOfCase };
      }
      const twins = names.length > 1 && plainCaption(name) !== plainCaption(caption);
      return {
        value: use(field(name)),
        question: twins ? recordWords.twinFields(names) : null,
      };
    },
    chosen(text, caption, choices) {
      const name = fieldChosen(sample, { text, caption, choices });
      return name === null
        ? { value: fixed(text), question: recordWords.notOfCase }
        : { value: use(field(name)), question: null };
    },
    known(text, caption) {
      const [name] = named(text, caption);
      return name === undefined ? null : field(name);
    },
  };
}

/** The field whose value means this option; a code alone counts only under a caption like its name. */
function fieldChosen(
  sample: Readonly<Record<string, string>>,
  of: { text: string; caption: string; choices: readonly NamedChoice[] },
): string | null {
  const { text, caption, choices } = of;
  const means = ([name, value]: [string, string]): boolean => {
    if (value.trim() === "") return false;
    const meant = choicesMeant(choices, value);
    const one = meant.length === 1 && meant[0]?.text === text;
    return one && (sameValue(value, text) || isNear(name, caption));
  };
  const names = Object.entries(sample)
    .filter(means)
    .map(([name]) => name);
  return nearestFirst(names, caption)[0] ?? null;
}

/** Fields with the same value, the one called like the caption first. */
function fieldsWith(
  pairs: readonly (readonly [string, string])[],
  text: string,
  caption: string,
): readonly string[] {
  if (text.trim() === "") return [];
  const hits = pairs.filter(([, value]) => value.trim() !== "" && sameValue(value, text));
  const names = hits.map(([name]) => name);
  return nearestFirst(names, caption);
}

/** Fields called like the caption first, then those whose name holds it or is held by it. */
function nearestFirst(names: readonly string[], caption: string): readonly string[] {
  const distance = (name: string): number => {
    if (plainCaption(name) === plainCaption(caption)) return 0;
    return isNear(name, caption) ? 1 : 2;
  };
  return [...names].sort((a, b) => distance(a) - distance(b));
}

/** One name holds the other. */
function isNear(name: string, caption: string): boolean {
  const [a, b] = [plainCaption(name), plainCaption(caption)];
  return a.includes(b) || b.includes(a);
}

/** The caption as the name of a field; a second value under the same caption gets a number. */
function freeName(caption: string, text: string, taken: ReadonlyMap<string, string>): string {
  const bare = [...caption].filter((c) => /[\p{L}\p{N}\u30FB\uFF08\uFF09()_]/u.test(c)).join("");
  const base = isFieldName(bare) ? bare : recordWords.value;
  for (let n = 1; ; n++) {
    const name = n === 1 ? base : `${base}${n}`;
    const before = taken.get(name);
    if (before === undefined || sameValue(before, text)) return name;
  }
}

/** 「R8-000123」 as 「R8-{番号}」: the longest value of the case that stands in it. */
function inside(text: string, sample: Readonly<Record<string, string>>): Value | null {
  const hits = Object.entries(sample)
    .filter(([, v]) => v.length >= leastInside && text.includes(v) && v.length * 2 >= text.length)
    .sort((a, b) => b[1].length - a[1].length);
  const [best] = hits;
  if (!best) return null;
  const [name, value] = best;
  const from = text.indexOf(value);
  const around = [text.slice(0, from), text.slice(from + value.length)];
  const [before = "", after = ""] = around;
  return [
    ...(before === "" ? [] : [{ kind: "text" as const, text: before }]),
    { kind: "field" as const, name },
    ...(after === "" ? [] : [{ kind: "text" as const, text: after }]),
  ];
}
