/** Texts that a spreadsheet would take for formulas (the 15 of the hostile inputs): they come back unchanged, as text. */
export const injections = [
  "=1+1",
  "=cmd|'/c calc'!A0",
  "+81-3-0000-0000",
  "-2+3+cmd|' /C calc'!A0",
  "@SUM(1+1)",
  "\t=1+1",
  "\r=1+1",
  "\n=1+1",
  " =1+1",
  "＝1+1",
  "＋1",
  "－1",
  "＠SUM",
  '=HYPERLINK("http://example.jp","x")',
  "=WEBSERVICE(A1)",
];
