/** Words for files that are not opened: what they are, and why they are too big. */

/** Kinds of workbooks that are no .xlsx. */
export const otherFormats = {
  old: () => "古い形式（.xls）",
  binary: () => "バイナリ形式（.xlsb）",
  openDocument: () => " LibreOffice などの形式（.ods）",
} as const;

/** Why a file is too big to open. */
export const tooBigText = {
  total: () => "展開すると200MBを超えます",
  part: () => "1つのシートが展開すると100MBを超えます",
  parts: () => "中の部品が2,000個を超えます",
  ratio: () => "圧縮の割合が異常です",
  file: () => "ファイルが200MBを超えます",
  cells: () => "セルの数が多すぎます",
} as const;
