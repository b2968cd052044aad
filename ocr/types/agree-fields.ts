/** What the fields of one page say about each other: a second, independent look at a value, or a contradiction to ask about. */
import type { AskReason } from "../../core/index.ts";
import type { Form } from "../form.ts";
import type { Masters } from "../page-reading.ts";
import { agreeBlanks, agreeKana, agreeNames } from "./agree-kana.ts";
import { agreeListed } from "./agree-listed.ts";
import { agreeNumbers } from "./agree-numbers.ts";
import { agreeTotals } from "./agree-totals.ts";
import { type AskCode, ask } from "./ask-reasons.ja.ts";
import { moveDoubts } from "./char-doubts.ts";
import { agreement, type FieldDraft } from "./field-draft.ts";
import { likelyText } from "./office-words.ja.ts";

/** The drafts of one page; rules read and replace them by field name. */
export class PageDrafts {
  readonly form: Form;
  readonly masters: Masters;
  readonly #drafts: Map<string, FieldDraft>;

  constructor(form: Form, masters: Masters, drafts: ReadonlyMap<string, FieldDraft>) {
    this.form = form;
    this.masters = masters;
    this.#drafts = new Map(drafts);
  }

  get(name: string): FieldDraft | undefined {
    return this.#drafts.get(name);
  }

  value(name: string): string {
    return this.#drafts.get(name)?.value ?? "";
  }

  /** True when nothing about the field is in doubt. */
  sure(name: string): boolean {
    return this.#drafts.get(name)?.reasons.length === 0;
  }

  /** True when nothing but the size of its kana and its blanks is in doubt, which names are compared without. */
  surelySpelt(name: string): boolean {
    const reasons = this.#drafts.get(name)?.reasons;
    return reasons?.every((r) => unspelt.has(r.code)) ?? false;
  }

  /**
   * True when only the readers were in doubt, on a page fine enough: a second piece of evidence may settle that. What the
   * paper itself leaves open (size of kana, variants of kanji, coarse scans) no other field can settle.
   */
  open(name: string): boolean {
    const reasons = this.#drafts.get(name)?.reasons ?? [];
    return reasons.length > 0 && reasons.every((r) => settleable.has(r.code));
  }

  /** Everything that some reader proposed for the field, its value first. */
  proposals(name: string): readonly string[] {
    const draft = this.#drafts.get(name);
    return draft ? [...new Set([draft.value, ...draft.candidates.map((c) => c.value)])] : [];
  }

  /** `value` is confirmed by another field: the doubt is over. */
  settle(name: string, value: string): void {
    const draft = this.#drafts.get(name);
    if (!draft) return;
    const readers = [...draft.readers, agreement];
    this.#drafts.set(name, { ...draft, value, reasons: [], doubts: [], readers });
  }

  /** What is shown to the person who looks anyway: `value` is more likely than what was read. */
  propose(name: string, value: string): void {
    const draft = this.#drafts.get(name);
    if (!draft || draft.reasons.length === 0) return;
    const same = [...value].length === draft.charConfidences.length;
    const doubts = draft.doubts.length > 0 ? moveDoubts(draft.value, value, draft.doubts) : [];
    const charConfidences = same ? draft.charConfidences : [];
    this.#drafts.set(name, { ...draft, value, doubts, charConfidences });
  }

  /** A person must look, because fields contradict each other. */
  doubt(name: string, code: AskCode): void {
    const draft = this.#drafts.get(name);
    if (!draft || draft.reasons.some((r) => r.code === code)) return;
    const reasons: AskReason[] = [...draft.reasons, ask(code)];
    this.#drafts.set(name, { ...draft, reasons });
  }

  all(): Map<string, FieldDraft> {
    return this.#drafts;
  }
}

const unspelt: ReadonlySet<string> = new Set<AskCode>(["small-kana", "space-unclear"]);

const settleable: ReadonlySet<string> = new Set<AskCode>([
  "readers-differ",
  "unsure",
  "not-in-master",
]);

/** Applies every rule once. Lists first: they settle most. */
export function agreeFields(
  form: Form,
  masters: Masters,
  drafts: ReadonlyMap<string, FieldDraft>,
): Map<string, FieldDraft> {
  const page = new PageDrafts(form, masters, drafts);
  agreeListed(page);
  agreeKana(page);
  agreeNames(page);
  agreeBlanks(page);
  agreeNumbers(page);
  agreeTotals(page);
  proposeWords(page);
  return page.all();
}

/** Last, so that nothing is settled by a word that nobody read. */
function proposeWords(page: PageDrafts): void {
  for (const { name, type } of page.form.fields) {
    const likely = likelyText(type, page.value(name));
    if (likely === page.value(name)) continue;
    page.doubt(name, "near-word");
    page.propose(name, likely);
  }
}
