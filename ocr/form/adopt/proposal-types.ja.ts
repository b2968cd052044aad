/** 種類 that a proposal may use by what the paper shows, and how many boxes the ruled ones may have. */

export const proposalTypes = {
  digits: "数字",
  date: "日付",
  text: "文字",
  address: "住所",
  check: "チェック",
  choice: "選択",
  option: (n: number): string => `選択肢${n}`,
  /** Types of free text, whose length depends on the room. */
  long: ["文字", "住所", "氏名", "団体名", "カナ"] as readonly string[],
} as const;

const upTo = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** Number of one-character boxes that a type may have. */
export const boxedTypes: Readonly<Record<string, readonly number[]>> = {
  口座番号: [7],
  郵便番号: [7],
  法人番号: [13],
  登録番号: [13],
  日付: [6, 8],
  金額: upTo(4, 11),
  数字: upTo(3, 40),
  電話番号: [],
  口座名義カナ: upTo(10, 40),
  カナ: upTo(8, 40),
};
