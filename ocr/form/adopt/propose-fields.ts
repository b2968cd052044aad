/** Proposes a name and a type for every place to write in, and says what a clerk should look at. */
import type { MmBox } from "../../form.ts";
import type { CaptionRow } from "./caption-table.ja.ts";
import {
  adoptWords,
  datePattern,
  isKnownCaption,
  meaningOf,
  officeWords,
  unitTypes,
} from "./caption-words.ja.ts";
import type { Entry } from "./entry.ts";
import { knownOptions } from "./option-words.ja.ts";
import { boxedTypes, proposalTypes } from "./proposal-types.ja.ts";

/** One 項目 as it will stand in form.yaml. */
export interface ProposedField {
  readonly name: string;
  /** 種類. */
  readonly type: string;
  readonly required: boolean;
  readonly options: readonly string[];
  readonly maxLength: number | null;
  readonly area: MmBox;
  readonly boxes: readonly MmBox[];
  readonly ticks: readonly MmBox[];
  readonly printed: readonly MmBox[];
  /** Sentences for the clerk. */
  readonly notes: readonly string[];
  /** False when the caption or the type is a guess. */
  readonly sure: boolean;
}

/** More would not be a form any more. */
const MOST_FIELDS = 100;

export function proposeFields(entries: readonly Entry[]): ProposedField[] {
  const wanted = entries.filter((e) => !isOffice(e)).slice(0, MOST_FIELDS);
  const names = uniqueNames(wanted);
  return wanted.map((entry, i) => propose(entry, names[i] ?? ""));
}

const isOffice = (e: Entry): boolean => officeWords.test(e.caption) || officeWords.test(e.group);

/** Names that occur twice get the name of their group in front, then a number behind. */
function uniqueNames(entries: readonly Entry[]): string[] {
  const bare = entries.map((e, i) => nameOf(e) || adoptWords.field(i + 1));
  const grouped = bare.map((name, i) => {
    const group = goodName(entries[i]?.group ?? "");
    const twice = bare.filter((n) => n === name).length > 1;
    return twice && group !== "" && group !== name ? goodName(`${group}${name}`) : name;
  });
  const given = new Set<string>();
  return grouped.map((name) => {
    let own = name;
    for (let n = 2; given.has(own); n++) own = `${name.slice(0, 17)}${n}`;
    given.add(own);
    return own;
  });
}

/** A lone square without a caption is called by the word beside it. */
const nameOf = (e: Entry): string =>
  goodName(e.caption) || (e.ticks.length === 1 ? goodName(e.ticks[0]?.caption ?? "") : "");

/** As form.yaml wants names: letters and digits, 20 at most. */
function goodName(text: string): string {
  return [...text.replace(/[^\p{L}\p{N}・]/gu, "")].slice(0, 20).join("");
}

type Typing = Pick<ProposedField, "type" | "required" | "options" | "notes" | "sure">;

function propose(entry: Entry, name: string): ProposedField {
  const typing = typeOf(entry);
  const unnamed = nameOf(entry) === "";
  const notes = unnamed ? [adoptWords.unknownCaption, ...typing.notes] : typing.notes;
  return {
    name,
    ...typing,
    notes,
    sure: typing.sure && !unnamed,
    maxLength: maxLengthOf(entry, typing.type),
    area: entry.area,
    boxes: entry.boxes,
    ticks: entry.ticks.map((t) => t.box),
    printed: entry.printed,
  };
}

function typeOf(entry: Entry): Typing {
  if (entry.ticks.length > 0) return ticked(entry);
  const bare = entry.caption.replace(/\d+$/u, "");
  const meaning = meaningOf(bare);
  // Rows of a table are seldom all filled in.
  const required = bare === entry.caption && (meaning?.required ?? false);
  const base = { required, options: [], notes: [], sure: true };
  if (entry.boxes.length > 0) return boxed(entry, meaning);
  if (datePattern.test(entry.units)) return { ...base, type: proposalTypes.date };
  const unit = unitTypes.find(([pattern]) => pattern.test(entry.units));
  if (unit) return { ...base, type: unit[1] };
  if (meaning) return { ...base, type: meaning.type, notes: meaning.note ? [meaning.note] : [] };
  if (isKnownCaption(bare)) return { ...base, type: proposalTypes.text };
  return { ...base, type: proposalTypes.text, sure: false, notes: [adoptWords.unknownType] };
}

/** One-character boxes: the caption's type where it may have so many, else plain digits. */
function boxed(entry: Entry, meaning: CaptionRow | null): Typing {
  const fits = boxedTypes[meaning?.type ?? ""]?.includes(entry.boxes.length) ?? false;
  const type = meaning && fits ? meaning.type : proposalTypes.digits;
  const sure = meaning !== null && (fits || meaning.type === proposalTypes.digits);
  const notes = sure ? [] : [adoptWords.unknownType];
  return { type, required: meaning?.required ?? false, options: [], sure, notes };
}

function ticked(entry: Entry): Typing {
  const { options: words, sure } = knownOptions(entry.ticks.map((t) => t.caption));
  const options = words.map((w, i) => w || proposalTypes.option(i + 1));
  const distinct = options.map((o, i) => (options.indexOf(o) === i ? o : `${o}${i + 1}`));
  const type = options.length === 1 ? proposalTypes.check : proposalTypes.choice;
  // A choice without any tick is asked for: a mark beside its square must not pass for none.
  const required = options.length > 1;
  const notes = sure ? [] : [adoptWords.unknownOptions];
  return { type, required, options: distinct, notes, sure };
}

/** As many characters as people can write there at 3.5 mm a piece; only for free text, where it may be many. */
function maxLengthOf(entry: Entry, type: string): number | null {
  if (entry.boxes.length > 0 || entry.ticks.length > 0) return null;
  if (!proposalTypes.long.includes(type)) return null;
  const lines = Math.max(1, Math.floor(entry.area.height / 6));
  return Math.max(10, Math.min(200, Math.floor(entry.area.width / 3) * lines));
}
