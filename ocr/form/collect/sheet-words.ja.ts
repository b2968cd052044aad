/** Characters and words of the collection sheet (文字の見本用紙). */

export const digits = [..."0123456789"];
export const kana = [
  ..."アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンー",
  ..."ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポャュョッ",
];

export const sheetWords = {
  id: "MIHON-01",
  title: "文字の見本用紙",
  how: [
    "ふだん書類に書くとおりに、黒のペンで1枠に1文字ずつ、同じ文字を3回書いてください。",
    "枠からはみ出した枠や空けた枠は、取り込みません。名前や番号は書かないでください。",
  ],
  note: "この用紙は、読み取りの基準を職場の文字に合わせるために使います。画像は庁内のパソコンの中だけに残ります。",
  digitsHead: "数字",
  kanaHead: "カタカナ",
} as const;
