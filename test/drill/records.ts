/** Records of a drill: fictitious creditors, each one of its kind, the same for the same seed; and seeded chance. */

/** Numbers from 0 up to 1; the same row for the same seed. */
export function chanceOf(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 1) % 4_294_967_296;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const kana = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホ";
const branches = [
  ["0999", "見本銀行", "012", "本店営業部"],
  ["0999", "見本銀行", "013", "駅前"],
  ["0998", "例示信用金庫", "001", "本店"],
  ["0996", "試験銀行", "222", "港町"],
] as const;

export type DrillRecord = Readonly<Record<string, string>>;

/** Letters of `n`: no two records share a name, so that a mix-up shows in every field. */
function letters(n: number): string {
  let text = "";
  for (let rest = n, i = 0; i < 4; i += 1, rest = Math.floor(rest / kana.length))
    text += kana[rest % kana.length] ?? "ア";
  return text;
}

export function drillRecords(count: number, seed: number): DrillRecord[] {
  const chance = chanceOf(seed);
  return Array.from({ length: count }, (_, n) => {
    const [bankCode, bankName, branchCode, branchName] =
      branches[Math.floor(chance() * branches.length)] ?? branches[0];
    const word = letters(n + 1);
    const number = String(n + 1);
    return {
      区分: "個人",
      氏名: `見本 ${word}${seed}`,
      フリガナ: `ミホン ${word}`,
      代表者: "",
      郵便番号: `1000${number.padStart(3, "0").slice(-3)}`,
      住所: `みほん市大手町0-0-${number}`,
      電話番号: `09${number.padStart(8, "0")}`,
      法人番号: "",
      登録番号: "",
      金融機関コード: bankCode,
      金融機関名: bankName,
      支店コード: branchCode,
      支店名: branchName,
      預金種別: "普通",
      口座番号: String(1_000_000 + n),
      口座名義カナ: `ﾐﾎﾝ ${number}`,
      源泉対象: chance() < 0.5 ? "対象" : "",
      担当所属: "110100",
    };
  });
}

/** As a file for `buka intake`: UTF-8 with BOM, CRLF. */
export function recordsCsv(records: readonly DrillRecord[]): string {
  const names = Object.keys(records[0] ?? {});
  const lines = [names, ...records.map((r) => names.map((n) => r[n] ?? ""))];
  return `\ufeff${lines.map((cells) => cells.map((c) => `"${c}"`).join(",")).join("\r\n")}\r\n`;
}
