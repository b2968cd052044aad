/** Invented people, companies, places and banks for sample pages: parts in kanji and kana that go together. */
export type Pair = readonly [written: string, kana: string];

export const families: readonly Pair[] = [
  ["佐藤", "サトウ"],
  ["鈴木", "スズキ"],
  ["高橋", "タカハシ"],
  ["髙橋", "タカハシ"],
  ["渡邉", "ワタナベ"],
  ["渡辺", "ワタナベ"],
  ["伊藤", "イトウ"],
  ["斎藤", "サイトウ"],
  ["齋藤", "サイトウ"],
  ["山﨑", "ヤマザキ"],
  ["長谷川", "ハセガワ"],
  ["服部", "ハットリ"],
  ["新田", "ニッタ"],
  ["八木", "ヤギ"],
  ["二宮", "ニノミヤ"],
  ["工藤", "クドウ"],
  ["五十嵐", "イガラシ"],
  ["久保田", "クボタ"],
  ["邊見", "ヘンミ"],
  ["塚越", "ツカゴシ"],
  ["飯塚", "イイヅカ"],
  ["見本", "ミホン"],
  ["例示", "レイジ"],
  ["仮野", "カリノ"],
  ["土田", "ツチダ"],
  ["千葉", "チバ"],
  ["小野寺", "オノデラ"],
  ["東海林", "ショウジ"],
  ["柳瀬", "ヤナセ"],
  ["諸井", "モロイ"],
];

export const givens: readonly Pair[] = [
  ["健太郎", "ケンタロウ"],
  ["美咲", "ミサキ"],
  ["翔", "ショウ"],
  ["京子", "キョウコ"],
  ["一郎", "イチロウ"],
  ["純一", "ジュンイチ"],
  ["由紀子", "ユキコ"],
  ["龍之介", "リュウノスケ"],
  ["さくら", "サクラ"],
  ["恵", "メグミ"],
  ["修", "オサム"],
  ["裕二", "ユウジ"],
  ["ひろみ", "ヒロミ"],
  ["亮", "リョウ"],
  ["千代", "チヨ"],
  ["八重", "ヤエ"],
  ["俊介", "シュンスケ"],
  ["太郎", "タロウ"],
  ["花子", "ハナコ"],
  ["敬子", "ケイコ"],
  ["正", "タダシ"],
  ["光", "ヒカル"],
  ["和夫", "カズオ"],
  ["直美", "ナオミ"],
];

/** First halves of company names. */
export const houses: readonly Pair[] = [
  ["みほん", "ミホン"],
  ["れいじ", "レイジ"],
  ["架空", "カクウ"],
  ["仮想", "カソウ"],
  ["ひながた", "ヒナガタ"],
  ["大手町", "オオテマチ"],
  ["東みほん", "ヒガシミホン"],
  ["ミホンテック", "ミホンテック"],
  ["サンプル", "サンプル"],
  ["アオゾラ", "アオゾラ"],
  ["みどり野", "ミドリノ"],
  ["エコー", "エコー"],
];

/** Second halves of company names. */
export const trades: readonly Pair[] = [
  ["電設", "デンセツ"],
  ["建設", "ケンセツ"],
  ["印刷", "インサツ"],
  ["商事", "ショウジ"],
  ["運輸", "ウンユ"],
  ["造園", "ゾウエン"],
  ["設備工業", "セツビコウギョウ"],
  ["測量設計", "ソクリョウセッケイ"],
  ["警備保障", "ケイビホショウ"],
  ["給食", "キュウショク"],
  ["清掃社", "セイソウシャ"],
  ["システム", "システム"],
  ["サービス", "サービス"],
];

export interface LegalForm {
  readonly written: string;
  readonly kana: string;
  /** 全銀 abbreviation. */
  readonly short: string;
  readonly chief: string;
}

export const legalForms: readonly LegalForm[] = [
  { written: "株式会社", kana: "カブシキガイシャ", short: "ｶ", chief: "代表取締役" },
  { written: "有限会社", kana: "ユウゲンガイシャ", short: "ﾕ", chief: "代表取締役" },
  { written: "合同会社", kana: "ゴウドウガイシャ", short: "ﾄﾞ", chief: "代表社員" },
  { written: "社会福祉法人", kana: "シャカイフクシホウジン", short: "ﾌｸ", chief: "理事長" },
  {
    written: "特定非営利活動法人",
    kana: "トクテイヒエイリカツドウホウジン",
    short: "ﾄｸﾋ",
    chief: "理事長",
  },
];

/** Groups without legal personality (団体). */
export const groups: readonly Pair[] = [
  ["大手町自治会", "オオテマチジチカイ"],
  ["緑町子ども会", "ミドリチョウコドモカイ"],
  ["みほん市文化協会", "ミホンシブンカキョウカイ"],
  ["港町商店会", "ミナトマチショウテンカイ"],
  ["みほん合唱団", "ミホンガッショウダン"],
  ["北町見守り隊", "キタマチミマモリタイ"],
  ["みほん市体育振興会", "ミホンシタイイクシンコウカイ"],
];

export const towns = [
  "大手町",
  "本町",
  "緑町",
  "港町",
  "北町",
  "千代町",
  "土橋",
  "八幡町",
  "二ノ丸",
];
export const buildings = [
  "みほんビル",
  "緑町ハイツ",
  "コーポ見本",
  "メゾン・ド・ミホン",
  "大手町センタービル",
];

/** 所属コード of the city. */
export const sections = [
  "110100",
  "110200",
  "120100",
  "130300",
  "210500",
  "220100",
  "310200",
  "410600",
];

export interface Branch {
  readonly bankCode: string;
  readonly bank: string;
  readonly code: string;
  readonly name: string;
}

const branch = (bankCode: string, bank: string, code: string, name: string): Branch => ({
  bankCode,
  bank,
  code,
  name,
});

/** The same fictitious banks as in the demo finance system. */
export const branches: readonly Branch[] = [
  branch("0999", "見本銀行", "012", "本店営業部"),
  branch("0999", "見本銀行", "013", "駅前"),
  branch("0999", "見本銀行", "101", "東"),
  branch("0998", "例示信用金庫", "001", "本店"),
  branch("0998", "例示信用金庫", "015", "西"),
  branch("0997", "架空農業協同組合", "201", "中央"),
  branch("0996", "試験銀行", "110", "本店"),
  branch("0996", "試験銀行", "222", "港町"),
];
