/** Tells what a file is by its first bytes; its name is never believed. */

export type FileKind = "pdf" | "png" | "jpeg" | "tiff";

const signatures: readonly { readonly kind: FileKind; readonly bytes: readonly number[] }[] = [
  { kind: "png", bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { kind: "jpeg", bytes: [0xff, 0xd8, 0xff] },
  { kind: "tiff", bytes: [0x49, 0x49, 0x2a, 0x00] },
  { kind: "tiff", bytes: [0x4d, 0x4d, 0x00, 0x2a] },
];

/** A PDF header may stand anywhere in the first kilobyte, as readers have always allowed. */
const PDF_WINDOW = 1024;

export function fileKind(head: Uint8Array): FileKind | null {
  for (const { kind, bytes } of signatures) {
    if (bytes.every((b, i) => head[i] === b)) return kind;
  }
  const window = Buffer.from(head.subarray(0, PDF_WINDOW)).toString("latin1");
  return window.includes("%PDF-") ? "pdf" : null;
}
