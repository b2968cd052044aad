/** Words of the rehearsal (予行): on the terminal and in its record. */
import type { PlannedField, RehearsalOutcome } from "../../runner/index.ts";

export const rehearsalWords = {
  nothing:
    "予行する案件がありません。「--data 表.csv」で行を渡すか、「buka run」で入力待ちの案件を作ってください。",
  next: (number: number, sentence: string): string =>
    `${number}番目の文：${sentence}\n  Enter で進みます。q を打って Enter で終わります。`,
  progress: "予行",
  record: (file: string): string => `予行の記録：${file}`,
  line: (name: string, end: string): string => `${name}　${end}`,
  total: (good: number, all: number): string =>
    good === all
      ? `${all} 件すべて、登録の手前まで予定どおりに入りました。何も登録していません。`
      : `${all} 件のうち ${good} 件が、登録の手前まで予定どおりに入りました。何も登録していません。`,
} as const;

export const verdictNames: Readonly<Record<PlannedField["verdict"], string>> = {
  same: "○ 同じ",
  different: "× 違う",
  missing: "？ 画面にない",
  "not-shown-by-design": "－ 読み返さない欄（閉じた画面など）",
};

/** True when 登録する was reached and the screen shows what was meant. */
export function wentAsPlanned(outcome: RehearsalOutcome): boolean {
  const wrong = outcome.fields.some((f) => f.verdict === "different" || f.verdict === "missing");
  return outcome.kind === "reached" && !wrong;
}

/** How a rehearsal ended, in one sentence. */
export function endOf(outcome: RehearsalOutcome): string {
  switch (outcome.kind) {
    case "reached":
      return wentAsPlanned(outcome)
        ? "登録の手前まで進み、画面の値は予定と同じでした。"
        : "登録の手前まで進みましたが、画面の値が予定と違います。";
    case "no-commit":
      return "「登録する」の文に出会わずに、最後まで進みました。";
    case "ask-person":
      return `人に聞く文で止まりました：${outcome.message}`;
    case "ended-by-person":
      return "途中で終わりました。";
    case "stopped":
      return `止まりました：${outcome.error.message}`;
    default:
      return outcome satisfies never;
  }
}
