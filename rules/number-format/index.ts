/** Number formats (表示形式) as TEXT and check columns use them. */

export { isDateFormat, isTextFormat } from "./format-kind.ts";
export { formatValue } from "./format-value.ts";
