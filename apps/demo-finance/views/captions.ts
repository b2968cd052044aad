/** What this product calls its fields. Some differ from what a clerk's sentences say: see README, 画面辞書. */
import type { CreditorField } from "../creditor.ts";

/** Plain captions, for messages, lists and CSV. */
export const captions: Readonly<Record<CreditorField, string>> = {
  kind: "債権者区分",
  name: "債権者氏名",
  kana: "フリガナ",
  representative: "代表者職氏名",
  postalCode: "郵便番号",
  address: "住所",
  phone: "電話番号",
  corporateNumber: "法人番号",
  invoiceNumber: "インボイス登録番号",
  bankCode: "金融機関コード",
  bankName: "金融機関名",
  branchCode: "支店コード",
  branchName: "支店名",
  depositType: "預金種別",
  accountNumber: "口座番号",
  accountKana: "口座名義カナ",
  withholding: "源泉徴収対象",
  section: "担当所属コード",
  memo: "摘要",
};

/** As they are drawn on the entry and confirmation screens: typeset by hand, like old products do. */
export const drawnCaptions: Readonly<Record<CreditorField, string>> = {
  ...captions,
  kind: "債権者区分",
  name: "債 権 者 氏 名",
  address: "住　　所",
  memo: "摘　　要",
  phone: "電話番号：",
};
