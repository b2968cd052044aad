/** The word that Japanese Excel writes into the row (and the column) of totals of GROUPBY and PIVOTBY with one field. */
export const totalWord = "合計";
