/** What `buka form adopt`, `lint` and `collect` say to a clerk. */

export const formKitWords = {
  score: (a: { title: string; score: number }): string =>
    `様式「${a.title}」：${a.score} 点（100点満点）`,
  fit: "直すところはありません。",
  advice: (a: { points: number; message: string }): string => `・−${a.points} 点　${a.message}`,
  adopted: (a: { file: string; overlay: string; fields: number; unsure: number }): string =>
    [
      `「${a.file}」に ${a.fields} 項目の様式を書き出しました。`,
      `「${a.overlay}」の重ね図と見比べて、名前・種類・必須を直してください（確かめる項目 ${a.unsure} 件は橙色の枠です）。`,
      "直したら、部下のフォルダーに form.yaml として置き、「buka lint」で確かめてください。",
    ].join("\n"),
  columns: ["番号", "項目", "種類", "扱い"],
  unsure: "確かめる",
  remark: (text: string): string => `！ ${text}`,
  sheet: (file: string): string =>
    `「${file}」に文字の見本用紙を書き出しました。書いてもらった用紙をスキャンし、「buka form collect --read 書いた用紙… --out フォルダー」で取り込みます。`,
  collected: (a: { folder: string; samples: number; empty: number; overflowing: number }): string =>
    `「${a.folder}」に ${a.samples} 文字を書き出しました（空の枠 ${a.empty}、枠からはみ出した文字 ${a.overflowing} は除きました）。`,
  refusedPage: (a: { file: string; page: number; message: string }): string =>
    `  ${a.file} ${a.page}ページ：${a.message}`,
  sheetFile: "moji-mihon.pdf",
  sampleFolder: "moji-mihon",
} as const;
