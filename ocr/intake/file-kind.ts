/** Tells what a file is by its first bytes; its name is never believed. */
import type { otherKindNames } from "./messages.ja.ts";

export type FileKind = "pdf" | "png" | "jpeg" | "tiff";

/** Kinds that are not read, but that a clerk is told by name. */
export type OtherKind = keyof typeof otherKindNames;

interface Signature<Kind> {
  readonly kind: Kind;
  readonly at?: number;
  readonly text: string;
}

/** Bytes as latin-1 characters. */
const signatures: readonly Signature<FileKind>[] = [
  { kind: "png", text: "\x89PNG\r\n\x1a\n" },
  { kind: "jpeg", text: "\xff\xd8\xff" },
  { kind: "tiff", text: "II*\0" },
  { kind: "tiff", text: "MM\0*" },
  // BigTIFF: the same, for files above 4 GB.
  { kind: "tiff", text: "II+\0" },
  { kind: "tiff", text: "MM\0+" },
];

const others: readonly Signature<OtherKind>[] = [
  { kind: "webp", at: 8, text: "WEBP" },
  { kind: "gif", text: "GIF8" },
  { kind: "bmp", text: "BM" },
  { kind: "heic", at: 4, text: "ftyp" },
  { kind: "zip", text: "PK\x03\x04" },
  { kind: "office", text: "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" },
  { kind: "postscript", text: "%!PS" },
  { kind: "jbig", text: "\x97JB2" },
  { kind: "jbig", at: 4, text: "jP  " },
  { kind: "jbig", text: "\xff\x4f\xff\x51" },
];

/** A PDF header may stand anywhere in the first kilobyte, as readers have always allowed. */
const PDF_WINDOW = 1024;

export function fileKind(head: Uint8Array): FileKind | null {
  const text = latin1(head);
  const found = signatures.find((s) => text.startsWith(s.text));
  if (found) return found.kind;
  return text.includes("%PDF-") ? "pdf" : null;
}

/** What a file that is no page seems to be; null when nobody can tell. */
export function otherKind(head: Uint8Array): OtherKind | null {
  const text = latin1(head);
  const found = others.find((s) => text.startsWith(s.text, s.at ?? 0));
  if (found) return found.kind;
  if (/<svg[\s>]/u.test(text)) return "svg";
  return /<(?:!doctype\s+html|html)[\s>]/iu.test(text) ? "html" : null;
}

const latin1 = (head: Uint8Array): string =>
  Buffer.from(head.subarray(0, PDF_WINDOW)).toString("latin1");
