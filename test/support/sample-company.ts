/** The company of the examples, field by field as buka keeps it after reading; tests put over it what they need otherwise. */
export const sampleCompany = {
  区分: "法人",
  担当所属: "110100",
  フリガナ: "カブシキガイシャ ミホンデンセツ",
  氏名: "株式会社みほん電設",
  代表者: "代表取締役 見本 太郎",
  郵便番号: "3300063",
  電話番号: "090-0000-1234",
  住所: "みほん市大手町0-0-0",
  法人番号: "8999999000001",
  登録番号: "T8999999000001",
  金融機関コード: "0999",
  金融機関名: "見本銀行",
  支店コード: "012",
  支店名: "本店営業部",
  預金種別: "普通",
  口座番号: "0123456",
  口座名義カナ: "ｶ)ﾐﾎﾝﾃﾞﾝｾﾂ",
  源泉対象: "",
};

/** The same company as people type it into an e-form, captions in the order of the form. */
export const typedCompany: Readonly<Record<string, string>> = {
  申請区分: "新規",
  申請日: "令和8年11月20日",
  ...sampleCompany,
  代表者: "見本 太郎",
  郵便番号: "０００-０００１",
  登録番号: "",
  口座名義カナ: "カ）ミホンデンセツ",
};
