/** Where each field stands, in th/td tables without labels: shared by entry, confirmation and detail. */
import { html } from "hono/html";
import type { CreditorField } from "../creditor.ts";
import { drawnCaptions } from "./captions.ts";
import type { Html } from "./page.ts";

/** Keeps the heading columns of tables below each other in line. */
export const evenColumns: Html = html`<colgroup><col class="h"><col><col class="h"><col></colgroup>`;

interface FieldTable {
  readonly title: string;
  readonly rows: readonly (readonly CreditorField[])[];
}

const tables: readonly FieldTable[] = [
  {
    title: "基本情報",
    rows: [
      ["kind"],
      ["name"],
      ["kana"],
      ["representative"],
      ["postalCode", "phone"],
      ["address"],
      ["corporateNumber", "invoiceNumber"],
    ],
  },
  {
    title: "口座情報",
    rows: [
      ["bankCode", "bankName"],
      ["branchCode", "branchName"],
      ["depositType", "accountNumber"],
      ["accountKana"],
    ],
  },
  { title: "その他", rows: [["withholding", "section"], ["memo"]] },
];

const requiredMarks: ReadonlySet<CreditorField> = new Set<CreditorField>([
  "kind",
  "name",
  "kana",
  "postalCode",
  "phone",
  "address",
  "bankCode",
  "branchCode",
  "depositType",
  "accountNumber",
  "accountKana",
  "section",
]);

export function fieldTables(
  cell: (field: CreditorField) => Html,
  options: { readonly marks: boolean },
): Html {
  const row = (fields: readonly CreditorField[]): Html =>
    html`<tr>${fields.map((field) => heading(field, fields.length, { cell, ...options }))}</tr>
`;
  return html`${tables.map(
    (table) => html`<div class="subtitle">${table.title}</div>
<table class="form even">${evenColumns}${table.rows.map(row)}</table>
`,
  )}`;
}

function heading(
  field: CreditorField,
  inRow: number,
  options: {
    readonly cell: (field: CreditorField) => Html;
    readonly marks: boolean;
  },
): Html {
  const mark = options.marks && requiredMarks.has(field) ? html`<span class="req">※</span>` : "";
  const content = html`<th>${drawnCaptions[field]}${mark}</th>`;
  return inRow === 1
    ? html`${content}<td colspan="3">${options.cell(field)}&nbsp;</td>`
    : html`${content}<td>${options.cell(field)}&nbsp;</td>`;
}
