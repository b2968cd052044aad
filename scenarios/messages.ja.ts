/** Every sentence that the scenario reader says to clerks (SCN001…; SCN2xx are lint rules). */
import { problemRow } from "../core/index.ts";
import { stageList } from "./header-table.ja.ts";

const near = (nearest: string | null): { nearest?: string } =>
  nearest === null ? {} : { nearest };

type Unknown = { readonly word: string; readonly nearest: string | null };

/** A word without the wrong brackets round it. */
const bare = (word: string): string =>
  word.replace(/^[\s{【[［〔（(<＜〈《'‘`]+|[\s}】\]］〕）)>＞〉》'’`]+$/gu, "");

export const scenarioProblem = {
  notAScenario: problemRow("SCN001", "error", () => ({
    message: "シナリオの形になっていません。",
    fix: "「題名: …」「持ち主: …」「手順:」の項目を並べて書いてください。",
  })),
  unknownHeader: problemRow<Unknown & { known: string }>("SCN002", "error", (f) => ({
    message: `「${f.word}」という見出しはありません。`,
    ...near(f.nearest),
    fix: f.nearest === null ? `使える見出し: ${f.known}` : `${f.nearest}: …`,
  })),
  unknownVerb: problemRow<Unknown & { fix: string }>("SCN003", "error", (f) => ({
    message: `「${f.word}」という動作はありません。`,
    ...near(f.nearest),
    fix: f.fix,
  })),
  missingHeader: problemRow<{ key: string; example: string }>("SCN004", "error", (f) => ({
    message: `見出し「${f.key}」がありません。`,
    fix: `${f.example}（この行を書き足してください）`,
  })),
  badVersion: problemRow<{ text: string }>("SCN005", "error", (f) => ({
    message: `版「${f.text}」のシナリオは読めません。`,
    fix: "版: 1（もっと新しい版なら、buka を新しくしてください）",
  })),
  badStage: problemRow<{ text: string; nearest: string | null }>("SCN006", "error", (f) => ({
    message: `「${f.text}」という段階はありません。`,
    ...near(f.nearest),
    fix: `${stageList}のどれかを書いてください。`,
  })),
  badMinutes: problemRow<{ text: string }>("SCN007", "error", (f) => ({
    message: `「${f.text}」は時間として読めません。`,
    fix: "「8分」や「1時間30分」のように書いてください。",
  })),
  badSeconds: problemRow<{ text: string }>("SCN008", "error", (f) => ({
    message: `「${f.text}」は秒数として読めません。`,
    fix: "「5」や「5秒」のように書いてください。",
  })),
  headerShape: problemRow<{ key: string; example: string }>("SCN009", "error", (f) => ({
    message: `見出し「${f.key}」の書き方が違います。`,
    fix: f.example,
  })),
  stepsNotList: problemRow<{ key: string }>("SCN010", "error", (f) => ({
    message: `「${f.key}」の中は、文を「- 」で並べて書きます。`,
    fix: "  - 「検索」を押す",
  })),
  noSteps: problemRow<{ key: string }>("SCN011", "error", (f) => ({
    message: `「${f.key}」に文が1つもありません。`,
    fix: "  - 「検索」を押す",
  })),
  stepEmpty: problemRow("SCN012", "error", () => ({
    message: "「- 」のあとに文がありません。",
    fix: "文を書くか、この行を消してください。",
  })),
  stepAsMap: problemRow<{ key: string; example: string; nearest: string | null }>(
    "SCN013",
    "error",
    (f) => ({
      message: `手順は「${f.key}: …」の形ではなく、文で書きます。`,
      ...near(f.nearest),
      understood: `「${f.key}」という見出し`,
      fix: `- ${f.example}`,
    }),
  ),
  unquoted: problemRow<{ word: string; fix: string }>("SCN014", "error", (f) => ({
    message: `「${f.word}」にかぎかっこがありません。画面に出ている言葉は「 」で囲みます。`,
    understood: `画面の言葉「${bare(f.word)}」`,
    fix: f.fix,
  })),
  unquotedValue: problemRow<{ word: string; fix: string }>("SCN031", "error", (f) => ({
    message: `「${f.word}」にかっこがありません。案件の項目は { }、決まった文字は「 」で囲みます。`,
    understood: `案件の項目 {${bare(f.word)}}`,
    fix: f.fix,
  })),
  missingPart: problemRow<{ verb: string; part: string; fix: string }>("SCN015", "error", (f) => ({
    message: `「${f.verb}」の文に、足りない部分か違う助詞があります（要るのは：${f.part}）。`,
    fix: f.fix,
  })),
  leftover: problemRow<{ verb: string; rest: string; fix: string }>("SCN016", "error", (f) => ({
    message: `文の中の「${f.rest}」を読み取れません。`,
    understood: `「${f.verb}」の文`,
    fix: f.fix,
  })),
  several: problemRow<{ fix: string }>("SCN251", "error", (f) => ({
    message: "1つの文に、動作が2つ以上書かれています。1つの文には1つの動作だけを書きます。",
    fix: f.fix,
  })),
  rowAlone: problemRow<{ fix: string }>("SCN250", "error", (f) => ({
    message: "行の中の何を押すか（何を入力するか）が書かれていません。",
    fix: f.fix,
  })),
  noVerb: problemRow("SCN017", "error", () => ({
    message: "文の終わりに動作（押す、入力するなど）がありません。",
    fix: "「検索」を押す、のように動作で終えてください。",
  })),
  otherQuotes: problemRow<{ mark: string; fix: string }>("SCN018", "error", (f) => ({
    message: `「${f.mark}」は使えません。画面に出ている言葉は、全角の「 」で囲みます。`,
    fix: f.fix,
  })),
  fieldName: problemRow<{ name: string }>("SCN019", "error", (f) => ({
    message:
      f.name === ""
        ? "{ } の中に項目名がありません。"
        : `{${f.name}} は項目の名前として使えません。`,
    fix: "{氏名} のように、様式や点検表にある項目名を書いてください。",
  })),
  fieldInCaption: problemRow("SCN020", "error", () => ({
    message: "画面の言葉「 」の中に { } は書けません。",
    fix: "画面に出ているとおりの言葉を書いてください。",
  })),
  emptyCaption: problemRow("SCN021", "error", () => ({
    message: "「」の中に言葉がありません。",
    fix: "画面に出ているとおりの言葉を書いてください。",
  })),
  ifShape: problemRow<{ example: string }>("SCN022", "error", (f) => ({
    message: "「もし」は、次のように行を分けて書きます。",
    fix: f.example,
  })),
  ifAlone: problemRow("SCN023", "error", () => ({
    message: "「もし」のあとに「なら」がありません。",
    understood: "条件だけで、行うことのない「もし」",
    fix: "「もし」と同じ字下げで「なら:」を書き、その下に文を並べてください。",
  })),
  thenAlone: problemRow<{ key: string }>("SCN024", "error", (f) => ({
    message: `「${f.key}」の前に「もし」がありません。`,
    fix: "「- もし: 条件」の下に、「もし」と同じ字下げで書いてください。",
  })),
  emptyCondition: problemRow("SCN025", "error", () => ({
    message: "「もし」の条件がありません。",
    fix: "もし: 金額 >= 1000000",
  })),
  conditionShape: problemRow<{ fix: string }>("SCN026", "error", (f) => ({
    message:
      '条件はExcelの式と同じく、半角の記号で書きます。項目名に { } は付けず、文字は " " で囲みます。',
    fix: f.fix,
  })),
  unknownBranchKey: problemRow<{ key: string; nearest: string | null }>("SCN027", "error", (f) => ({
    message: `「もし」の中に「${f.key}」は書けません。`,
    ...near(f.nearest),
    fix: "「もし」「なら」「でなければ」だけを書いてください。",
  })),
  unknownSystem: problemRow<{ name: string; nearest: string | null; known: string }>(
    "SCN028",
    "error",
    (f) => ({
      message: `「${f.name}」は「使う画面」に書かれていません。`,
      ...near(f.nearest),
      fix: f.nearest === null ? `使う画面: [${f.known}]` : `- 「${f.nearest}」にログインする`,
    }),
  ),
  wideComma: problemRow<{ fix: string }>("SCN029", "error", (f) => ({
    message: "並べるときの区切りは、半角の「,」です。",
    fix: f.fix,
    certain: true,
  })),
  loneBracket: problemRow("SCN032", "error", () => ({
    message: "「 と 」が対になっていません。",
    fix: "画面に出ている言葉は「 」の対で囲んでください。",
  })),
  blockShape: problemRow<{ word: string; example: string }>("SCN033", "error", (f) => ({
    message: `「${f.word}」は、次のように行を分けて書きます。`,
    fix: f.example,
  })),
  missingBlockKey: problemRow<{ block: string; key: string; example: string }>(
    "SCN034",
    "error",
    (f) => ({
      message: `「${f.block}」の下に「${f.key}」がありません。`,
      fix: f.example,
    }),
  ),
  unknownBlockKey: problemRow<{
    block: string;
    key: string;
    nearest: string | null;
    example: string;
  }>("SCN035", "error", (f) => ({
    message: `「${f.block}」の中に「${f.key}」は書けません。`,
    ...near(f.nearest),
    fix: f.example,
  })),
  blockNotTable: problemRow<{ block: string; example: string }>("SCN036", "error", (f) => ({
    message: `「${f.block}」の下には「名前: 値」を1行ずつ書きます。`,
    fix: f.example,
  })),
  cellField: problemRow<{ key: string; rest: string }>("SCN037", "error", (f) => ({
    message: `「${f.key}」は欄の名前として読めません。`,
    fix: "債権者氏名: {氏名}（ほかの画面の欄は「検索」画面の「番号」: {番号}）",
  })),
  cellNotText: problemRow("SCN038", "error", () => ({
    message: "欄に入れる値は1つだけです。",
    fix: "債権者氏名: {氏名}",
  })),
  repeatOver: problemRow<{ text: string }>("SCN039", "error", (f) => ({
    message: `「${f.text}」は、繰り返すものとして読めません。`,
    fix: "「繰り返す: 明細」（表の行ごと）、「繰り返す: 3回」、「繰り返す: 残り件数 > 0 の間」のどれかで書いてください。",
  })),
  tooManyRounds: problemRow<{ limit: number }>("SCN040", "error", (f) => ({
    message: `繰り返せるのは${f.limit}回までです。`,
    fix: "案件を分けるか、表の行ごとに繰り返してください。",
  })),
  badMost: problemRow<{ limit: number }>("SCN041", "error", (f) => ({
    message: `上限は1から${f.limit}までの回数で書きます。`,
    fix: "上限: 50回",
  })),
  badRemedy: problemRow<{ word: string; nearest: string | null }>("SCN042", "error", (f) => ({
    message:
      f.word === ""
        ? "うまくいかないときの動きがありません。"
        : `「${f.word}」は、うまくいかないときの動きとして読めません。`,
    ...near(f.nearest),
    fix: "うまくいかないとき: やり直す 2回、だめなら 人に渡す",
  })),
  unknownPart: problemRow<{ part: string; nearest: string | null }>("SCN043", "error", (f) => ({
    message: `「${f.part}」という部品がありません。`,
    ...near(f.nearest),
    fix: "部下のフォルダーの parts か、作業フォルダーの parts に部品のファイルを置いてください。",
  })),
  partVersion: problemRow<{ part: string; version: number; versions: readonly number[] }>(
    "SCN044",
    "error",
    (f) => ({
      message:
        f.version === 0
          ? `部品「${f.part}」の版が書かれていません。`
          : `部品「${f.part}」に版${f.version}はありません。`,
      fix: `- 部品「${f.part}」の版${f.versions.at(-1) ?? 1}を呼び出す（ある版: ${f.versions.join("、")}）`,
    }),
  ),
  partCircle: problemRow<{ trail: readonly string[] }>("SCN045", "error", (f) => ({
    message: `部品が互いに呼び合っていて終わりません（${f.trail.join("→")}）。`,
    fix: "どれか1つの部品から、呼び出す文を消してください。",
  })),
  partBroken: problemRow<{ part: string; file: string }>("SCN046", "error", (f) => ({
    message: `部品「${f.part}」に直すところがあります。`,
    fix: `先に部品のファイル（${f.file}）を直してください。`,
  })),
  unknownGiven: problemRow<{ part: string; name: string; nearest: string | null }>(
    "SCN047",
    "error",
    (f) => ({
      message: `部品「${f.part}」は「${f.name}」を受け取りません。`,
      ...near(f.nearest),
      fix: f.nearest === null ? "この行を消してください。" : `${f.nearest}: …`,
    }),
  ),
  unknownInput: problemRow<{ name: string; nearest: string | null; fix: string | null }>(
    "SCN048",
    "error",
    (f) => ({
      message: `{${f.name}} は「受け取る項目」にありません。`,
      ...near(f.nearest),
      understood: `案件の項目 {${f.name}}`,
      fix: f.fix ?? "項目名の打ち間違いでなければ、「受け取る項目」に書き足してください。",
    }),
  ),
  notReturned: problemRow<{ name: string }>("SCN049", "error", (f) => ({
    message: `「返す項目」の {${f.name}} を、どの文も読み取っていません。`,
    fix: `- 「${f.name}」の値を {${f.name}} として読み取る`,
  })),
  oldKey: problemRow<{ old: string; key: string; line: string }>("SCN050", "warning", (f) => ({
    message: `見出し「${f.old}」は古い書き方です。いまは「${f.key}」と書きます。`,
    understood: `「${f.key}」`,
    fix: f.line,
    certain: true,
  })),
  sectionField: problemRow<{ section: string; names: readonly string[] }>(
    "SCN051",
    "error",
    (f) => ({
      message: `「所属ごとの値」の「${f.section}」に、ほかの所属にある項目がありません（${f.names.join("、")}）。`,
      fix: `${f.section}の下に「${f.names[0] ?? ""}: 値」を書き足してください。`,
    }),
  ),
  longSentence: problemRow("SCN030", "error", () => ({
    message: "文が長すぎます。",
    fix: "1つの文には1つの動作だけを書いてください。",
  })),
} as const;

/** Rules of good scenarios: they need the whole file, or forbid what buka never does. */
export const lintProblem = {
  commitWithoutKey: problemRow("SCN201", "error", () => ({
    message:
      "「登録する」があるのに「取り違え防止の鍵」がありません。同じ案件を2回登録するおそれがあります。",
    fix: "取り違え防止の鍵: [口座番号]（案件を見分ける項目を書き足してください）",
  })),
  commitWithoutLookup: problemRow("SCN202", "warning", () => ({
    message: "「照会手順」がないので、登録の結果が分からないときに自動でやり直しません。",
    fix: "登録した内容を画面で探して確かめる文を「照会手順:」に書くと、自動で確かめられます。",
  })),
  commitWithoutSign: problemRow("SCN203", "warning", () => ({
    message: "「成功の印」がないので、登録できたことを画面の文字で確かめられません。",
    fix: "成功の印: 登録が完了しました（登録後の画面に出る文字を書き足してください）",
  })),
  commitWithoutProof: problemRow("SCN204", "warning", () => ({
    message: "「登録する」のあとに、結果を読み取る文や確かめる文がありません。",
    fix: "- 「受付番号」の値を {受付番号} として読み取る",
  })),
  commitTwice: problemRow<{ first: number }>("SCN205", "error", (f) => ({
    message: `「登録する」が2回あります（1回目は${f.first}行目）。1つの案件で登録できるのは1回だけです。`,
    fix: "シナリオを2つに分けてください。",
  })),
  commitInLookup: problemRow("SCN206", "error", () => ({
    message: "照会手順の中で「登録する」は使えません。",
    fix: "照会手順には、探す文と確かめる文だけを書いてください。",
  })),
  longWait: problemRow<{ seconds: number }>("SCN207", "warning", (f) => ({
    message: `${f.seconds}秒待つと、早く済んだときも待ち、遅いときは足りません。`,
    fix: "「検索結果」が出るまで待つ、のように画面の文字を目印にしてください。",
  })),
  endlessWait: problemRow<{ limit: number }>("SCN208", "error", (f) => ({
    message: `秒数で待てるのは${f.limit}秒までです。`,
    fix: "「処理中」が消えるまで待つ、のように画面の文字を目印にしてください。",
  })),
  typedSecret: problemRow("SCN209", "error", () => ({
    message: "暗証やパスワードの欄に入力する文は書けません。暗証は金庫に入れます。",
    fix: "- 「財務会計」にログインする（IDと暗証は金庫から入ります）",
  })),
  writtenSecret: problemRow("SCN210", "error", () => ({
    message:
      "暗証やパスワードのような文字が書かれています。暗証はファイルに書かず、金庫に入れます。",
    fix: "この文字を消し、暗証を変更してから金庫に入れてください。",
  })),
  forbiddenPress: problemRow<{ caption: string }>("SCN211", "error", (f) => ({
    message: `「${f.caption}」は押しません。承認や決裁、支払は人が行います。`,
    fix: "この文を消してください。",
  })),
  commitByPress: problemRow<{ caption: string }>("SCN212", "error", (f) => ({
    message: `「${f.caption}」は取り消せないボタンなので、「押す」では押しません。`,
    fix: `- 「${f.caption}」で登録する`,
  })),
  badPath: problemRow<{ text: string }>("SCN213", "error", (f) => ({
    message: `「${f.text}」は開けません。アドレスやファイルの場所は、シナリオに書けません。`,
    fix: "- 「債権者管理」→「債権者検索」を開く（画面のメニューの言葉で書きます）",
  })),
  endlessLoop: problemRow<{ limit: number }>("SCN215", "error", (f) => ({
    message: "条件で繰り返すときは「上限」を書きます。条件がいつまでも変わらないと終わりません。",
    fix: `  上限: 50回（${f.limit}回まで書けます）`,
  })),
  commitInLoop: problemRow("SCN216", "error", () => ({
    message: "「登録する」は、繰り返しの中に書けません。1つの案件で登録できるのは1回だけです。",
    fix: "1件の登録を1つの案件にして、受付トレイか表で渡してください。",
  })),
  commitInGuard: problemRow("SCN217", "error", () => ({
    message:
      "「登録する」は、やり直しや飛ばしの中に書けません。押した結果が分からないときは照会手順で確かめます。",
    fix: "「登録する」を「次を行う」の外に出してください。",
  })),
  commitInPart: problemRow("SCN218", "error", () => ({
    message: "「登録する」は、部品の中に書けません。登録は、呼び出すシナリオに書きます。",
    fix: "この文を部品から消し、呼び出すシナリオの手順に書いてください。",
  })),
  badFileName: problemRow<{ name: string }>("SCN219", "error", (f) => ({
    message: `「${f.name}」はファイルの名前として使えません。フォルダーの場所や、表・文書・画像でないものは書けません。`,
    fix: "「明細.xlsx」のように、名前だけを書いてください（xlsx・csv・txt・pdf・png・jpg・tif）。",
  })),
  undeclaredFile: problemRow<{ name: string; known: string }>("SCN220", "error", (f) => ({
    message: `「${f.name}」は「使うファイル」に書かれていません。`,
    fix: `使うファイル: [${f.known}]`,
  })),
  skipInLookup: problemRow("SCN221", "error", () => ({
    message:
      "照会手順では「飛ばす」を使えません。見つからないことを飛ばすと、登録があったことになってしまいます。",
    fix: "うまくいかないとき: やり直す 2回",
  })),
  openQuestion: problemRow<{ question: string }>("SCN222", "warning", (f) => ({
    message: `まだ答えていない問いがあります：${f.question}`,
    fix: "文を確かめて直し、「# 問い」の行を消してください。",
  })),
  commitInListing: problemRow("SCN240", "error", () => ({
    message: "一覧手順に「登録する」は書けません。一覧手順は、一覧を読むだけです。",
    fix: "この文を消してください。",
  })),
  listingWithoutTable: problemRow("SCN241", "error", () => ({
    message: "一覧手順に、一覧を読む文がありません。",
    fix: "- 「検索結果」表を {一覧} として読み取る",
  })),
  listingField: problemRow<{ name: string; known: readonly string[] }>("SCN242", "error", (f) => ({
    message: `一覧手順では {${f.name}} を使えません。一覧手順は、案件ごとではなく、まとめ実行の終わりに一度だけ行います。`,
    fix: `使えるのは ${f.known.map((n) => `{${n}}`).join("・")} です。`,
  })),
  lookupWithoutCheck: problemRow("SCN214", "error", () => ({
    message: "照会手順に、登録の有無を確かめる文がありません。",
    fix: "- 「検索結果」表で「備考」が {受付番号} の行があることを確かめる",
  })),
} as const;
