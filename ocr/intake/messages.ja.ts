/** What intake says about files that cost too much or are of a kind that offices often mix up (OCR05x). */
import { defineErrors, errorRow } from "../../core/index.ts";

interface InFile {
  /** File name without folders. */
  readonly file: string;
}

export const intakeErrors = defineErrors({
  tooSlow: errorRow<InFile>({
    code: "OCR050",
    kind: "input",
    retryable: false,
    what: ({ file }) => `「${file}」を開くのに時間がかかりすぎるため、途中でやめました。`,
    next: () => "紙に印刷してスキャンし直すか、300dpiのPDFに作り直してください。",
  }),
  tooHeavy: errorRow<InFile>({
    code: "OCR051",
    kind: "input",
    retryable: false,
    what: ({ file }) => `「${file}」は中の画像が大きすぎて、開けません。`,
    next: () => "A4用紙を300dpiでスキャンし直してください。",
  }),
  otherKind: errorRow<InFile & { kind: string }>({
    code: "OCR052",
    kind: "input",
    retryable: false,
    what: ({ file, kind }) => `「${file}」は${kind}です。このままでは読み取れません。`,
    next: () => "PDF、PNG、JPEG、TIFFのどれかで保存し直してください。",
  }),
});

/** Kinds of files that lie in trays by mistake, as a clerk calls them. */
export const otherKindNames = {
  webp: "WebP形式の画像",
  gif: "GIF形式の画像",
  bmp: "BMP形式の画像",
  heic: "HEIC形式の写真（iPhoneの標準の形式）",
  zip: "圧縮ファイル（zip）かOffice文書",
  office: "古い形式のOffice文書",
  html: "ホームページの文書（HTML）",
  svg: "SVG形式の図",
  postscript: "PostScript形式の文書",
  jbig: "JBIG2やJPEG 2000などの特殊な画像",
} as const;
