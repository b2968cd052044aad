/** Every message of the demo finance system with its code, as domain.md 1.3 lists them, and those for the person who starts it. */
import type { Fault } from "../check-creditor.ts";
import { captions } from "./captions.ts";

export const messages = {
  blankLogin: "利用者IDとパスワードを入力してください。",
  wrongPassword: (triesLeft: number): string =>
    `E001 利用者IDまたはパスワードが正しくありません（あと${triesLeft}回でロックされます）`,
  locked: "E002 利用者IDがロックされています。会計課のシステム管理者に連絡してください",
  tookOver: "他の端末で使用中だったため、前の端末のログインを終了しました。",
  blankCriteria: "検索条件を1つ以上入力してください。",
  nothingFound: "該当する債権者はありません",
  noSuchCreditor: "E104 債権者番号が存在しません／使用停止中です",
  conflict: "E107 他の利用者が編集中です（排他）。しばらくしてからやり直してください",
  sessionLost: "E108 セッションの有効期限が切れました",
  sessionLostHint:
    "30分以上操作がなかったか、同じ利用者IDで別の端末からログインされました。お手数ですが、もう一度ログインしてください。",
  noRight: (section: string): string => `E112 起票権限がありません（所属 ${section}）`,
  closed: "E113 本日の起票は締め切りました",
  maintenance: "E114 システムメンテナンス中です（22:00～翌6:00）",
  maintenanceHint: "ご迷惑をおかけしますが、終了までお待ちください。",
  confirmRegister: "登録しますか？",
  duplicate: (number: string): string =>
    `E105 同一口座の債権者が登録されています（債権者番号 ${number}）登録しますか？`,
  registered: "登録が完了しました",
  writeDown: "債権者番号は再表示できません。必ず控えてください。",
};

const shapes: Readonly<Record<string, string>> = {
  kana: "全角カタカナで入力してください",
  postalCode: "半角数字7桁で入力してください",
  phone: "半角数字とハイフンで入力してください",
  corporateNumber: "半角数字13桁で入力してください",
  invoiceNumber: "半角の T と数字13桁で入力してください",
  accountNumber: "半角数字7桁で入力してください",
  accountKana: "30文字以内で入力してください",
  section: "半角数字6桁で入力してください",
  name: "40文字以内で入力してください",
  representative: "40文字以内で入力してください",
  address: "60文字以内で入力してください",
  memo: "40文字以内で入力してください",
};

export function faultText(fault: Fault): string {
  switch (fault.kind) {
    case "missing":
      return `E110 必須項目が入力されていません：${captions[fault.field]}`;
    case "badKana":
      return `E106 口座名義に使用できない文字があります（${fault.letters}）`;
    case "badFormat":
      return `E115 ${captions[fault.field]}の形式が正しくありません。${shapes[fault.field] ?? "選び直してください"}`;
    case "unknownBranch":
      return "E116 金融機関・支店が正しくありません。金融機関検索で選び直してください";
  }
}

/** For the person who starts the program with --fault. */
export const faultTexts = {
  unknown: (about: { spec: string; names: readonly string[] }): string =>
    `「${about.spec}」という障害の指定はありません。使えるもの：${about.names.join("、")}`,
  needsNumber: (about: { spec: string; name: string }): string =>
    `「${about.spec}」には1以上の数が必要です。例：${about.name}:3`,
  noNumber: (about: { spec: string }): string => `「${about.spec}」に数は付けられません。`,
};

export const startTexts = {
  badOptions: (detail: string): string =>
    `起動の指定に誤りがあります：${detail}\n使い方：main.js --port 0 --db ファイル [--fault 障害] [--seed-creditors 件数] ／ main.js --dump ファイル`,
  badNumber: (about: { option: string; value: string; most: number }): string =>
    `--${about.option} には0から${about.most}までの数を指定してください（指定された値：${about.value}）`,
  noDump: (file: string): string =>
    `台帳のファイル「${file}」がありません。--dump には --db と同じファイルを指定してください。`,
  cannotStart: (detail: string): string => `起動できませんでした：${detail}`,
};
