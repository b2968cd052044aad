/** Scenarios that want to do harm by what stands in them: each must be refused when it is read (domain.md, malicious list). */

export interface MaliciousText {
  readonly name: string;
  /** Whole text of a scenario.yaml. */
  readonly text: string;
  /** Codes of which one must be among the errors. */
  readonly codes: readonly string[];
}

const header = `版: 1
題名: 試験
持ち主: 会計課
使う画面: [財務会計]
使うファイル: [明細.csv]
取り違え防止の鍵: [番号]
成功の印: 完了
`;
const steps = (...lines: readonly string[]): string =>
  `${header}手順:\n${lines.map((l) => (/^\s/u.test(l) ? l : `  - ${l}`)).join("\n")}\n`;

const row = (
  name: string,
  codes: string | readonly string[],
  ...lines: string[]
): MaliciousText => ({
  name,
  codes: typeof codes === "string" ? [codes] : codes,
  text: steps(...lines),
});
const whole = (name: string, codes: string | readonly string[], text: string): MaliciousText => ({
  name,
  codes: typeof codes === "string" ? [codes] : codes,
  text,
});

const addresses = [
  ["a local file", "file:///etc/passwd"],
  ["a script", "javascript:alert(1)"],
  ["an inline document", "data:text/html,<script>1</script>"],
  ["another host", "https://evil.example/"],
  ["the metadata address", "http://169.254.169.254/latest/meta-data/"],
  ["a decimal address", "http://2130706433/"],
  ["an address without scheme", "192.0.2.1/admin"],
  ["the browser's own pages", "chrome://settings"],
  ["the source of a page", "view-source:http://127.0.0.1/"],
  ["a network folder", "\\\\server\\share"],
  ["a drive", "C:\\Windows\\System32\\cmd.exe"],
  ["a home folder", "~/.ssh/id_rsa"],
] as const;

const files = [
  ["a folder above", "../../etc/passwd"],
  ["an absolute path", "/etc/shadow"],
  ["a drive", "C:\\Users\\x\\見積.pdf"],
  ["a network path", "\\\\server\\share\\a.csv"],
  ["a hidden file", ".env"],
  ["a device", "CON.csv"],
  ["a stream", "明細.csv:hidden"],
  ["a variable", "%TEMP%.csv"],
  ["a home folder", "~a.csv"],
  ["a program", "道具.exe"],
  ["a macro book", "明細.xlsm"],
  ["an encoded path", "..%2f..%2fa.csv"],
  ["an undeclared name", "名簿.csv"],
] as const;

const forbidden = ["承認", "一括承認", "承　認", "決裁する", "支払確定", "ｼ払承認", "承認する"];
const fieldTricks = [
  ["the environment", "{{env.HOME}}"],
  ["a constructor", "{constructor}"],
  ["a prototype", "{__proto__}"],
  ["code", "{process.exit()}"],
  ["a template", "${process.env.PATH}"],
] as const;

export const maliciousTexts: readonly MaliciousText[] = [
  ...addresses.map(([name, to]) => row(`opens ${name}`, "SCN213", `「${to}」を開く`)),
  ...files.map(([name, file]) =>
    row(`attaches ${name}`, ["SCN219", "SCN220"], `「添付」に「${file}」を添付する`),
  ),
  row(
    "saves outside its folder",
    "SCN219",
    "「帳票出力」で出たファイルを「../../x.csv」として保存する",
  ),
  row("reads a program's file", "SCN219", "「/proc/self/environ」を {表} として読む"),
  row("writes over its own scenario", ["SCN219"], "{表} を「../scenario.yaml」に書く"),
  ...forbidden.map((caption) => row(`presses ${caption}`, "SCN211", `「${caption}」を押す`)),
  row("commits by a forbidden button", "SCN211", "「承認」で登録する"),
  row("commits by 押す", "SCN212", "「登　録」を押す"),
  row("commits twice", "SCN205", "「登録」で登録する", "「登録」で登録する"),
  row("commits in a loop", "SCN216", "繰り返す: 100回", "    手順:", "      - 「登録」で登録する"),
  row(
    "commits again when it fails",
    "SCN217",
    "次を行う: 「登録」で登録する",
    "    うまくいかないとき: やり直す 9回",
  ),
  row(
    "repeats a million times",
    "SCN040",
    "繰り返す: 1000000回",
    "    手順:",
    "      - 「A」を押す",
  ),
  row("repeats for ever", "SCN215", "繰り返す: 1 = 1 の間", "    手順:", "      - 「A」を押す"),
  row("waits for ever", "SCN208", "999999999秒待つ"),
  ...fieldTricks.map(([name, field]) =>
    row(
      `types ${name}`,
      ["SCN019", "SCN014", "SCN015", "SCN016"],
      `「備考」に ${field} を入力する`,
    ),
  ),
  row("types a password", "SCN209", "「パスワード」に「abc」を入力する"),
  row("types a secret of the case", "SCN209", "「備考」に {暗証番号} を入力する"),
  row("types a secret by a table", "SCN209", "次のとおり入力する:", "      暗証番号: {番号}"),
  whole(
    "holds a password",
    "SCN210",
    `${header}説明: パスワード=Passw0rd!\n手順:\n  - 「A」を押す\n`,
  ),
  whole(
    "holds a key",
    "SCN210",
    `${header}手順:\n  - 「備考」に「AKIAABCDEFGHIJKLMNOP」を入力する\n`,
  ),
  row("logs in elsewhere", "SCN028", "「給与システム」にログインする"),
  row("runs a program", "SCN003", "「cmd.exe」を実行する"),
  row("puts itself in the queue", "SCN003", "「試験」を1000回投入する"),
  row("speaks to the clock", "SCN003", "「毎秒」に予約する"),
  row("calls a part by path", "SCN043", "部品「../../other/part」の版1を呼び出す"),
  whole("calls code by a tag", "YML016", `${header}手順: !!js/function "function(){}"\n`),
  whole(
    "a bomb of aliases",
    "YML015",
    `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n${header}手順:\n  - *c\n`,
  ),
  whole("a merge of prototypes", ["YML017", "YML015"], `<<: *x\n${header}手順:\n  - 「A」を押す\n`),
  whole("a header named __proto__", "SCN002", `__proto__: x\n${header}手順:\n  - 「A」を押す\n`),
  whole(
    "values named __proto__",
    "SCN019",
    `${header}所属ごとの値:\n  会計課: { __proto__: x }\n手順:\n  - 「A」を押す\n`,
  ),
  row(
    "a sentence without end",
    ["SCN030", "YML001"],
    `「${"あ".repeat(200)}」${"を押す".repeat(60_000)}`,
  ),
  row("a line that turns round", "YML025", "「\u202e備考」に {番号} を入力する"),
  row("a line that rings", "YML025", "「備考\u0007」に {番号} を入力する"),
  whole(
    "look-up that commits",
    "SCN206",
    `${steps("「A」を押す")}照会手順:\n  - 「登録」で登録する\n`,
  ),
  whole(
    "look-up that passes over",
    "SCN221",
    `${steps("「A」を押す")}照会手順:\n  - 次を行う:\n      - 「一覧」表で「番号」が {番号} の行があることを確かめる\n    うまくいかないとき: 飛ばす\n`,
  ),
];

/** Formulas of conditions and calculations that reach for the outside; none may have a value. */
export const maliciousFormulas: readonly string[] = [
  'WEBSERVICE("http://127.0.0.1:9/")="x"',
  "[他の表.xlsx]Sheet1!A1=1",
  "INDIRECT(\"'C:\\x\\[a.xlsx]S'!A1\")=1",
  'CALL("kernel32","WinExec","JJ",1)=1',
  "cmd|'/c calc'!A1=1",
];
