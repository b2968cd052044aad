/** The text layer of a PDF as one more reader of a field: it confirms what is seen, and never replaces it. */
import type { AskReason, ReaderRef } from "../../core/index.ts";
import type { FieldZone, Form, FormField, MmBox } from "../form.ts";
import { apply, type FourPoints, fitHomography, type Homography } from "../image/homography.ts";
import type { PageWord } from "../intake/text-layer.ts";
import { type AskCode, ask } from "./ask-reasons.ja.ts";
import type { FieldDraft } from "./field-draft.ts";
import { normaliseTyped } from "./normalise-typed.ja.ts";
import { holdsPrivateNumber } from "./private-number.ja.ts";

export interface TextLayer {
  readonly words: readonly PageWord[];
  readonly form: Form;
  /** Millimetres of the form → pixels of the page on which the words stand. */
  readonly toPage: Homography;
}

/** Doubts of readers of pictures that a text drawn by a program settles when it says the same. */
const settled: ReadonlySet<string> = new Set<AskCode>([
  "readers-differ",
  "unsure",
  "missed-ink",
  "space-unclear",
  "small-kana",
  "similar-kanji",
  "coarse-scan",
]);

const reader = (visible: boolean): ReaderRef => ({
  name: visible ? "pdf/text" : "pdf/hidden-text",
  version: "1",
});

/**
 * Letters that are drawn must say what the picture says: then they settle doubts of the readers, else a person
 * looks. Hidden letters (what a copier's OCR put behind a scan) only confirm; they neither ask nor settle.
 */
export function lookAtTextLayer(
  drafts: ReadonlyMap<string, FieldDraft>,
  layer: TextLayer,
): Map<string, FieldDraft> {
  const words = wordsInMillimetres(layer);
  const looked = new Map<string, FieldDraft>();
  for (const [name, draft] of drafts) {
    const field = layer.form.fields.find((f) => f.name === name);
    const zone = layer.form.layout.zones[name];
    const read = field && zone && zone.ticks.length === 0 ? textIn(zone, words) : null;
    looked.set(name, field && zone && read ? weigh(draft, { field, zone, read }) : draft);
  }
  return looked;
}

interface Letter {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

interface MmWord {
  readonly letters: readonly Letter[];
  readonly visible: boolean;
}

function wordsInMillimetres({ words, form, toPage }: TextLayer): MmWord[] {
  const { width, height } = form.paper;
  const paper: FourPoints = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: 0, y: height },
    { x: width, y: height },
  ];
  const [a, b, c, d] = paper.map((p) => apply(toPage, p));
  const back = a && b && c && d ? fitHomography([a, b, c, d], paper) : null;
  if (!back) return [];
  return words.map((w) => ({
    visible: w.visible,
    letters: w.letters.map((l) => ({ text: l.text, ...apply(back, l) })),
  }));
}

interface LayerText {
  /** One text per box; one text for a free zone. */
  readonly parts: readonly string[];
  readonly visible: boolean;
}

/** Null when the layer has nothing there. */
function textIn(zone: FieldZone, words: readonly MmWord[]): LayerText | null {
  const areas = zone.boxes.length > 0 ? zone.boxes : [zone.area];
  const parts = areas.map((area) => lettersIn(area, words));
  const found = parts.flatMap((p) => p.words);
  if (found.length === 0) return null;
  return { parts: parts.map((p) => p.text), visible: found.every((w) => w.visible) };
}

function lettersIn(area: MmBox, words: readonly MmWord[]): { text: string; words: MmWord[] } {
  const inside = words.flatMap((word) => {
    const letters = word.letters.filter((l) => isIn(area, l));
    return letters.length > 0 ? [{ word, text: letters.map((l) => l.text).join("") }] : [];
  });
  return { text: inside.map((i) => i.text).join(" "), words: inside.map((i) => i.word) };
}

const isIn = (area: MmBox, at: Letter): boolean =>
  at.x >= area.x && at.x <= area.x + area.width && at.y >= area.y && at.y <= area.y + area.height;

interface Look {
  readonly field: FormField;
  readonly zone: FieldZone;
  readonly read: LayerText;
}

function weigh(draft: FieldDraft, look: Look): FieldDraft {
  const { visible } = look.read;
  const value = layerValue(look);
  const same = fold(value) === fold(draft.value);
  const text = look.read.parts.join("");
  const common = {
    ...draft,
    seen: [...draft.seen, text],
    private: draft.private === true || holdsPrivateNumber(text),
  };
  if (!same && !visible) return common;
  const candidates = [...draft.candidates, { value, confidence: 1, reader: reader(visible) }];
  const readers = [...draft.readers, reader(visible)];
  const reasons = same ? kept(draft, value, visible) : [...draft.reasons, ask("text-layer")];
  return { ...common, candidates, readers, reasons, ...doubtsOf(draft, reasons) };
}

/** Blanks must be the same, too, before a doubt about them is settled. */
function kept(draft: FieldDraft, value: string, visible: boolean): readonly AskReason[] {
  if (!visible || value !== draft.value) return draft.reasons;
  return draft.reasons.filter((r) => !settled.has(r.code));
}

const doubtsOf = (
  draft: FieldDraft,
  reasons: readonly AskReason[],
): Pick<FieldDraft, "doubts"> => ({
  doubts: reasons.length === 0 ? [] : draft.doubts,
});

function layerValue({ field, zone, read }: Look): string {
  const text = read.parts.join("").trim();
  const typed = field.type === "date" && zone.boxes.length > 0 ? dateOf(zone, read) : text;
  const free = zone.boxes.length === 0 ? typed : typed.replaceAll(" ", "");
  const normal = normaliseTyped({ ...field, required: false }, free);
  return normal.ok ? normal.value : text;
}

/** Two boxes each for month and day; those before them hold the year, of the pre-printed era or of the western calendar. */
function dateOf(zone: FieldZone, { parts }: LayerText): string {
  const years = zone.boxes.length - 4;
  const joined = (from: number, to: number): string =>
    parts.slice(from, to).join("").replaceAll(" ", "");
  const texts = [joined(0, years), joined(years, years + 2), joined(years + 2, years + 4)];
  const [year, month, day] = texts.map((p) => p.replace(/^0(?=\d)/u, ""));
  return `${zone.preprinted}${year}.${month}.${day}`;
}

/** Blanks and full-width forms of ASCII are no difference; variant kanji are. */
function fold(value: string): string {
  return value
    .replace(/[\uff01-\uff5e]/gu, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) - 0xfee0))
    .replace(/[\s\u3000]/gu, "");
}
