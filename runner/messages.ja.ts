/** Every sentence that the runner says to a clerk: errors with what to do next. No values of a case in any of them. */
import { defineErrors, errorRow } from "../core/index.ts";
import { allowOrTell, type Caption, findingRows, listName, target } from "./finding-messages.ja.ts";

const seeEvidence =
  "証跡の写しを見て、財務会計の画面で登録の有無を確かめてください。同じ案件をもう一度登録しないでください。";

/** RUN001…RUN099, each with its next step. */
export const runnerError = defineErrors({
  noBrowser: errorRow<{ remedy: string }>({
    code: "RUN001",
    kind: "environment",
    retryable: false,
    what: () => "使えるブラウザ（Edge・Chrome・Chromium）が見つかりません。",
    next: (f) => f.remedy,
  }),
  browserNotStarted: errorRow<{ path: string; why: string }>({
    code: "RUN002",
    kind: "environment",
    retryable: true,
    what: (f) => `ブラウザ（${f.path}）を起動できませんでした（${f.why}）。`,
    next: () =>
      "ブラウザを手で起動できるか確かめ、だめなら BUKA_BROWSER に別のブラウザの場所を指定してください。",
  }),
  playwrightMissing: errorRow({
    code: "RUN003",
    kind: "environment",
    retryable: false,
    what: () => "ブラウザを操作する部品（playwright）が入っていません。",
    next: () => "buka のフォルダで npm install を実行してください。",
  }),
  browserGone: target<Record<never, never>>("RUN004", true, {
    what: () => "ブラウザが閉じられたか、動かなくなりました。",
    next: () => "ブラウザを起動し直して、もう一度実行してください。",
  }),
  unknownSystem: errorRow<{ system: string }>({
    code: "RUN005",
    kind: "usage",
    retryable: false,
    what: (f) => `「${f.system}」の入口が設定にありません。`,
    next: () => "buka.yaml の「画面」に入口（URL）と許可する宛先を書いてください。",
  }),
  ...findingRows,
  textMissing: target<{ text: string; seconds: number }>("RUN030", false, {
    what: (f) => `「${f.text}」と出るはずですが、出ませんでした（${f.seconds}秒待ちました）。`,
    next: () => "証跡の写しを見て、案件を差し戻すか直すか決めてください。",
  }),
  textPresent: target<{ text: string }>("RUN031", false, {
    what: (f) => `出ないはずの「${f.text}」が出ています。`,
    next: () => "証跡の写しを見て、案件を差し戻すか直すか決めてください。",
  }),
  valueDiffers: target<Caption>("RUN032", false, {
    what: (f) => `画面の「${f.caption}」が案件の値と違います。`,
    next: () => "証跡の写しと案件の値を見比べて、正しいほうに直してください。",
  }),
  rowPresent: target<{ table: string; column: string }>("RUN033", false, {
    what: (f) => `${listName(f.table)}に、ないはずの行（「${f.column}」が同じもの）があります。`,
    next: () => "二重の登録にならないか、財務会計の画面で確かめてください。",
  }),
  waitedInVain: target<{ text: string; seconds: number; gone: boolean }>("RUN034", true, {
    what: (f) =>
      `「${f.text}」が${f.gone ? "消える" : "出る"}のを${f.seconds}秒待ちましたが、変わりませんでした。`,
    next: () => "財務会計が混んでいないか確かめ、時間をおいて実行してください。",
  }),
  undeclaredDialog: target<{ text: string }>("RUN040", false, {
    what: (f) => `シナリオにない確認の窓が出たため、取り消して止まりました：「${f.text}」`,
    next: () =>
      "続けてよい窓なら、その前の行に「ダイアログ「…」が出たら OK を押す」を書いてください。",
  }),
  businessError: target<{ text: string }>("RUN041", false, {
    what: (f) => `財務会計が受け付けませんでした：「${f.text}」`,
    next: () => "案件の内容を直すか差し戻してください。自動ではやり直しません。",
  }),
  declaredBusinessError: target<{ message: string }>("RUN042", false, {
    what: (f) => f.message,
    next: () => "案件の内容を確かめ、直すか差し戻してください。",
  }),
  targetBusy: target<{ text: string }>("RUN043", true, {
    what: (f) => `財務会計がいまは受け付けません：「${f.text}」`,
    next: () =>
      "時間をおいて自動でやり直します。続くときは、ほかの利用者が編集中でないか確かめてください。",
  }),
  targetClosed: errorRow<{ text: string }>({
    code: "RUN044",
    kind: "environment",
    retryable: true,
    what: (f) => `財務会計が受け付けを止めています：「${f.text}」`,
    next: () => "案件はすべて残っています。受け付けが始まってから、もう一度実行してください。",
  }),
  targetUnreachable: errorRow<{ system: string; host: string }>({
    code: "RUN056",
    kind: "environment",
    retryable: true,
    what: (f) => `「${f.system}」（${f.host}）につながりません。`,
    next: () =>
      "財務会計が動いているか、buka.yaml の入口（URL）が正しいか確かめて、もう一度実行してください。案件はすべて残っています。",
  }),
  logInRefused: target<{ system: string }>("RUN050", false, {
    what: (f) =>
      `「${f.system}」にログインできませんでした。利用者か暗証が違うか、利用が止められています。`,
    next: () =>
      "もう試しません。手でログインできるか確かめ、暗証を登録し直してください（口座が止まる前に）。",
  }),
  logInBlocked: target<{ system: string }>("RUN051", false, {
    what: (f) => `「${f.system}」へのログインは一度断られているため、暗証が直るまで試しません。`,
    next: () => "暗証を登録し直し、部下を起動し直してください。",
  }),
  sessionLost: target<{ system: string }>("RUN052", true, {
    what: (f) => `「${f.system}」のログインが途中で切れました。まだ何も登録していません。`,
    next: () =>
      "ログインからやり直します。続くときは、同じ利用者がほかで使っていないか確かめてください。",
  }),
  sectionNotFound: target<{ system: string; section: string }>("RUN053", false, {
    what: (f) => `「${f.system}」の所属の選択肢に「${f.section}」がありません。`,
    next: () => "buka.yaml の所属を画面の選択肢に合わせてください。",
  }),
  logInFormMissing: target<{ system: string; seconds: number }>("RUN054", true, {
    what: (f) => `「${f.system}」のログイン画面が${f.seconds}秒たっても出ません。`,
    next: () => "入口（URL）と、財務会計の運転時間を確かめてください。",
  }),
  logInUnanswered: target<{ system: string; seconds: number }>("RUN055", true, {
    what: (f) => `「${f.system}」がログインに${f.seconds}秒答えません。`,
    next: () => "時間をおいて実行してください。",
  }),
  forbiddenButton: target<Caption>("RUN060", false, {
    what: (f) => `「${f.caption}」は人が押すボタンなので、部下は押しません。`,
    next: () =>
      "承認・決裁・支払は権限のある人が行ってください。この文はシナリオから外してください。",
  }),
  commitByPress: target<Caption>("RUN061", false, {
    what: (f) => `「${f.caption}」は取り消せない登録のボタンです。「押す」では押しません。`,
    next: (f) => `「「${f.caption}」で登録する」と書いてください。`,
  }),
  readBackMissing: target<{ captions: readonly string[] }>("RUN062", false, {
    what: (f) => `登録の前に読み戻せない欄があります：${f.captions.join("、")}`,
    next: () =>
      "確認画面での呼び名が違うなら画面辞書の読み替えに、画面に出ないなら「確認画面に出ない欄」に書いてください。",
  }),
  readBackDiffers: target<{ captions: readonly string[] }>("RUN063", false, {
    what: (f) => `登録の前に読み戻した値が、入力した値と違います：${f.captions.join("、")}`,
    next: () =>
      "まだ登録していません。証跡の写しで、欄の取り違えや画面の変更がないか確かめてください。",
  }),
  noSuccessSign: target<Record<never, never>>("RUN064", false, {
    what: () => "成功の印が書かれていないため、登録しません。",
    next: () =>
      "シナリオの先頭に「成功の印: 登録が完了しました」のように、登録後に出る言葉を書いてください。",
  }),
  signAlreadyShown: target<{ text: string }>("RUN065", false, {
    what: (f) => `成功の印「${f.text}」が登録の前から画面に出ているため、登録しません。`,
    next: () => "登録した後にだけ出る言葉を「成功の印」に書いてください。",
  }),
  notPressed: target<Caption>("RUN066", true, {
    what: (f) =>
      `「${f.caption}」がほかのものに隠れているか動いていて押せませんでした。登録はしていません。`,
    next: () => "画面に重なって出ているものがないか、証跡の写しで確かめてください。",
  }),
  secondCommit: target<Record<never, never>>("RUN067", false, {
    what: () => "一つの案件で登録は一度だけです。二度目の登録は押しません。",
    next: () => "登録が二つ要る仕事は、シナリオを二つに分けてください。",
  }),
  outcomeUnknown: target<{ why: string }>("RUN070", false, {
    what: (f) => `登録を押しましたが、結果がわかりません（${f.why}）。`,
    next: () => seeEvidence,
  }),
  afterCommitFailed: target<{ why: string }>("RUN071", false, {
    what: (f) => `登録は受け付けられましたが、その後の文で止まりました：${f.why}`,
    next: () => seeEvidence,
  }),
  blockedHost: target<{ host: string }>("RUN080", false, {
    what: (f) => `許可されていない宛先（${f.host}）へ移ろうとしたため止めました。`,
    next: () => allowOrTell,
  }),
  downloadRefused: target<Record<never, never>>("RUN081", false, {
    what: () => "画面がファイルを保存しようとしたため、断って止まりました。",
    next: () => "ファイルを保存しない操作に変えてください。",
  }),
  conditionUncomputable: errorRow<{ condition: string; why: string }>({
    code: "RUN090",
    kind: "input",
    retryable: false,
    what: (f) => `「もし」の条件を計算できません（${f.condition}）：${f.why}`,
    next: () => "条件の式と、案件の値を確かめてください。",
  }),
  conditionNotTruth: errorRow<{ condition: string }>({
    code: "RUN091",
    kind: "input",
    retryable: false,
    what: (f) => `「もし」の条件が、はい・いいえになりません（${f.condition}）。`,
    next: () => "「金額 >= 1000000」のように、比べる式を書いてください。",
  }),
  fieldMissing: errorRow<{ field: string }>({
    code: "RUN092",
    kind: "input",
    retryable: false,
    what: (f) => `案件に {${f.field}} の値がありません。`,
    next: () => "様式・点検表・シナリオの項目名が同じか確かめてください。",
  }),
  tooManyRounds: target<{ most: number }>("RUN100", false, {
    what: (f) => `繰り返しが上限（${f.most}回）を超えたため、止まりました。`,
    next: () =>
      "画面が先に進んでいるか証跡の写しで確かめ、足りないだけなら「上限」を増やしてください。",
  }),
  endless: target<{ limit: number }>("RUN101", false, {
    what: (f) => `1つの案件で行った文が${f.limit}を超えたため、止まりました。`,
    next: () => "繰り返しの中に繰り返しがないか、シナリオを見直してください。",
  }),
  notRows: errorRow<{ field: string }>({
    code: "RUN102",
    kind: "input",
    retryable: false,
    what: (f) => `{${f.field}} は表ではないため、1行ずつ使えません。`,
    next: () =>
      "「表を読み取る」か「ファイルを読む」で入れた項目、または様式の表の名前を書いてください。",
  }),
  notCalculated: errorRow<{ into: string; why: string }>({
    code: "RUN103",
    kind: "input",
    retryable: false,
    what: (f) => `{${f.into}} を計算できません：${f.why}`,
    next: () => "式と、案件の値を確かめてください。",
  }),
  noFileDoor: errorRow({
    code: "RUN104",
    kind: "usage",
    retryable: false,
    what: () => "ファイルを使う文がありますが、ここではファイルを使えません。",
    next: () => "buka run か buka rehearse で、部下の名前を指定して動かしてください。",
  }),
  fileNotDeclared: errorRow({
    code: "RUN105",
    kind: "input",
    retryable: false,
    what: () => "「使うファイル」にない名前のファイルは使いません。",
    next: () => "シナリオの「使うファイル」に、その名前を書き足してください。",
  }),
  nothingSaved: target<Caption>("RUN106", false, {
    what: (f) => `「${f.caption}」を押しましたが、ファイルが出ませんでした。`,
    next: () => "証跡の写しで、画面に断りの言葉が出ていないか確かめてください。",
  }),
  noPaperDoor: errorRow<{ paper: string }>({
    code: "RUN107",
    kind: "usage",
    retryable: false,
    what: (f) => `書類「${f.paper}」を読む用意がありません。`,
    next: () =>
      "部下のフォルダーに、その書類の様式（書類の名前.form.yaml）があり、案件にその書類が付いているか確かめてください。",
  }),
  fileTooLarge: target<Caption>("RUN108", false, {
    what: (f) => `「${f.caption}」で出たファイルが大きすぎるため、保存しません。`,
    next: () => "画面で期間や件数をしぼり、分けて保存してください（50MBまで）。",
  }),
  lookUpCommits: errorRow({
    code: "RUN093",
    kind: "usage",
    retryable: false,
    what: () => "照会手順に「登録する」が入っているため、照会しません。",
    next: () => "照会手順は検索して確かめる文だけにしてください。",
  }),
  noLookUp: errorRow({
    code: "RUN094",
    kind: "usage",
    retryable: false,
    what: () => "照会手順がないため、登録の有無を自動では確かめられません。",
    next: () => "人が財務会計の画面で確かめ、シナリオに照会手順を書き足してください。",
  }),
  asksPerson: target<Record<never, never>>("RUN096", false, {
    what: () => "照会手順の途中で人に聞く文があるため、自動では照会できません。",
    next: () => "人が財務会計の画面で確かめてください。",
  }),
  unexpected: errorRow<{ why: string }>({
    code: "RUN099",
    kind: "internal",
    retryable: true,
    what: (f) => `画面の操作中に予期しないことが起きました（${f.why}）。`,
    next: () => "もう一度実行し、続くようなら記録を添えて担当者に知らせてください。",
  }),
});
