/** The book of the formula bench: 11 inputs, 20 formula columns, a master of 100 rows. */
import type { CellContent, ContentSheet } from "../../rules/index.ts";

export const caseSheet = "判定";
export const masterSheet = "マスタ";
export const inputCount = 11;

/** The 20 formulas of one row (as Excel counts rows), for columns L to AE. */
export function formulasOf(r: number): string[] {
  return [
    `IF(A${r}="","未入力","")`,
    `IF(LEN(B${r})>0,TRIM(B${r}),"NG")`,
    `IF(ISNUMBER(D${r}),"OK","NG")`,
    `IF(AND(LEN(E${r})=8,MID(E${r},4,1)="-"),"OK","NG")`,
    `IFERROR(VLOOKUP(F${r},'マスタ'!$A$2:$C$101,2,FALSE),"該当なし")`,
    `IFERROR(INDEX('マスタ'!$C$2:$C$101,MATCH(F${r},'マスタ'!$A$2:$A$101,0)),0)`,
    `H${r}*I${r}`,
    `ROUNDDOWN(R${r}*0.1,0)`,
    `R${r}+S${r}`,
    `IF(T${r}>500000,"上限超過","OK")`,
    `INT(R${r}*0.1021)`,
    `TEXT(D${r},"yyyy/mm/dd")`,
    `DATEDIF(D${r},DATE(2024,4,1),"Y")`,
    `IF(X${r}>=65,"高齢","一般")`,
    `SUBSTITUTE(G${r},"-","")`,
    `IF(OR(LEN(Z${r})=10,LEN(Z${r})=11),"OK","NG")`,
    `EOMONTH(D${r},0)`,
    `IF(ISNUMBER(FIND("至急",J${r})),"至急","")`,
    `IF(MOD(SUMPRODUCT(MID(K${r},{1,2,3,4,5,6,7,8,9,10,11},1)*{6,5,4,3,2,7,6,5,4,3,2}),11)<=1,0,1)`,
    `IF(COUNTIF(N${r}:AC${r},"NG")>0,"NG","OK")`,
  ];
}

/** The inputs of the i-th record (from 1), for columns A to K. */
export function inputsOf(i: number): (string | number)[] {
  return [
    `R${String(i).padStart(6, "0")}`,
    i % 97 === 0 ? "" : `山田 太郎${i}`,
    "ヤマダ タロウ",
    20_000 + (i % 25_000),
    i % 13 === 0 ? "1000001" : "100-0001",
    `C${String(i % 110).padStart(3, "0")}`,
    `090-1234-${String(i % 10_000).padStart(4, "0")}`,
    (i * 37) % 100_000,
    1 + (i % 9),
    i % 7 === 0 ? "至急" : "",
    String(123_456_789_012 + i * 7919)
      .padStart(12, "0")
      .slice(-12),
  ];
}

export const masterRows: readonly (readonly (string | number)[])[] = [
  ["コード", "名称", "単価"],
  ...Array.from({ length: 100 }, (_, i) => [
    `C${String(i).padStart(3, "0")}`,
    `品目${i}`,
    1000 + i,
  ]),
];

/** Column letters of a zero-based column. */
export function letters(col: number): string {
  return col < 26
    ? String.fromCharCode(65 + col)
    : letters(Math.floor(col / 26) - 1) + letters(col % 26);
}

/** Both sheets, row by row. */
export function benchSheets(rows: number): ContentSheet[] {
  return [
    { name: caseSheet, rows: caseRows(rows) },
    { name: masterSheet, rows: masterRows },
  ];
}

function* caseRows(rows: number): Generator<CellContent[]> {
  yield Array.from({ length: 31 }, (_, c) => `列${letters(c)}`);
  for (let i = 1; i <= rows; i++) {
    const row: CellContent[] = [];
    for (const v of inputsOf(i)) row.push(v === "" ? null : v);
    for (const formula of formulasOf(i + 1)) row.push({ formula });
    yield row;
  }
}
