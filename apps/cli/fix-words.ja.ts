/** What `buka fix` and `buka format` tell. */

export const fixWords = {
  change: (a: { file: string; line: number; before: string; after: string }): string =>
    `${a.file} ${a.line}行目\n  前　${a.before}\n  後　${a.after}`,
  fixed: (a: { file: string; count: number }): string =>
    a.count === 0
      ? `「${a.file}」に、自動で直せるところはありません。`
      : `「${a.file}」の ${a.count} 行を直しました（元のファイルは「${a.file}.bak」にあります）。`,
  wouldFix: (a: { file: string; count: number }): string =>
    a.count === 0
      ? `「${a.file}」に、自動で直せるところはありません。`
      : `「${a.file}」の ${a.count} 行を直せます。まだ書き換えていません。`,
  formatted: (a: { file: string; count: number; look: boolean }): string => {
    if (a.count === 0) return `「${a.file}」は、そろっています。`;
    return a.look
      ? `「${a.file}」の ${a.count} 行が変わります。まだ書き換えていません。`
      : `「${a.file}」の ${a.count} 行を整えました（元のファイルは「${a.file}.bak」にあります）。`;
  },
  /** Problems that the decoder reports, with the name of what it found. */
  encodings: [
    ["YML051", "Shift_JIS"],
    ["YML052", "UTF-16（Unicode）"],
  ] as readonly (readonly [code: string, name: string])[],
  encoding: (a: { file: string; was: string; look: boolean }): string =>
    a.look
      ? `「${a.file}」の文字コードは ${a.was} です。直すときに UTF-8 にします。`
      : `「${a.file}」の文字コードを ${a.was} から UTF-8 に変えました。`,
  left: (count: number): string => `人が決めるところが ${count} か所あります。`,
} as const;
