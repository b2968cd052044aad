/** What reading one page gives: fields, or the reason why this page is no readable form. */
import type { CaseReason, Readings } from "../core/index.ts";

/** One page as read: `kind` tells a form from everything else. */
export type PageReading = FormPage | OtherPage;

/** A page of one of the forms at hand, with a reading for every field of that form. */
export interface FormPage {
  readonly kind: "form";
  /** Page of the source file from 1. */
  readonly page: number;
  readonly formId: string;
  readonly formVersion: number;
  readonly fields: Readings;
  /** Registered page, grey PNG at `dpi`; the boxes of the readings refer to it. */
  readonly image: Uint8Array;
  readonly dpi: number;
  /** What the QR code carries besides form id, version and page, if anything. */
  readonly qrExtra: string | null;
  readonly cpuSeconds: number;
}

/** A page that is not to be entered, with the reason for a person. */
export interface OtherPage {
  /** blank = nothing on it; foreign = none of our forms; unreadable = our form, but not to be registered; private-number = 個人番号 found. */
  readonly kind: "blank" | "foreign" | "unreadable" | "private-number";
  readonly page: number;
  readonly reason: CaseReason;
  /** Only with private-number: the page with the fields that hold it painted black, PNG at `dpi`. */
  readonly masked?: Uint8Array;
  readonly dpi?: number;
  readonly cpuSeconds: number;
}

/**
 * Master lists by "シート名/列名". Every list holds one entry per row of its sheet ("" where the cell is empty, words may
 * repeat), so that lists of one sheet go together row by row.
 */
export type Masters = Readonly<Record<string, readonly string[]>>;

/** Reads pages one after another; give it a process of its own. */
export interface PageReader {
  /** Number of pages of a file. Throws BukaError (OCR…) for files that cannot be opened. */
  countPages(file: string): Promise<number>;
  /** Reads one page (from 1) against the forms at hand. Bad pages are outcomes, bad files are BukaErrors. */
  readPage(
    file: string,
    page: number,
    forms: readonly import("./form.ts").Form[],
    masters: Masters,
  ): Promise<PageReading>;
  close(): Promise<void>;
}
