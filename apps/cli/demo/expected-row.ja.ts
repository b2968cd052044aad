/** What the demo finance system must hold for a page: its field names ↔ the names on the form. */

/** Column of the finance database → field of the form. */
const columnFields: Readonly<Record<string, string>> = {
  kind: "区分",
  name: "氏名",
  kana: "フリガナ",
  representative: "代表者",
  postalCode: "郵便番号",
  address: "住所",
  phone: "電話番号",
  corporateNumber: "法人番号",
  invoiceNumber: "登録番号",
  bankCode: "金融機関コード",
  bankName: "金融機関名",
  branchCode: "支店コード",
  branchName: "支店名",
  depositType: "預金種別",
  accountNumber: "口座番号",
  accountKana: "口座名義カナ",
  withholding: "源泉対象",
  section: "担当所属",
};

/** Column that carries the receipt number. */
export const receiptColumn = "memo";

/** The row that the finance database must hold for a page with these values. */
export function expectedRow(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(columnFields).map(([column, field]) => [column, values[field] ?? ""]),
  );
}
