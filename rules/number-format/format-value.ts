/** Shows a value by a number format, or refuses the format. */
import { textOfNumber } from "../formula/coerce.ts";
import { countsFrom1904, lastSerial } from "../formula/serial.ts";
import { cellErrors, type Scalar, Uncomputable } from "../formula/value.ts";
import { uncomputableText } from "../messages.ja.ts";
import { formatDate, isTimeOnly } from "./format-date.ja.ts";
import { formatNumber } from "./format-number.ts";
import { type Condition, literalText, parseFormat, type Section } from "./parse-format.ts";

/** The text that TEXT(value, format) gives. Throws Uncomputable for formats that are not understood. */
export function formatValue(v: number | string | boolean, format: string): Scalar {
  if (format === "") return "";
  const parsed = parseFormat(format);
  if (!parsed) throw refused(format);
  if (typeof v === "boolean") return v ? "TRUE" : "FALSE";
  if (typeof v === "string") return textBy(parsed.sections, v);
  const { section, signed } = choose(parsed.sections, v);
  if (!section) throw refused(format);
  const size = signed ? v : Math.abs(v);
  return bySection(section, size, format);
}

function refused(format: string): Uncomputable {
  return new Uncomputable("construct", "TEXT", uncomputableText.format(format));
}

function textBy(sections: readonly Section[], v: string): string {
  const section = sections.length === 4 ? sections[3] : sections.find((s) => s.kind === "text");
  if (!section) return v;
  return withText(section, v);
}

function withText(section: Section, text: string): string {
  return section.tokens.map((t) => (t.kind === "at" ? text : literalText(t))).join("");
}

function bySection(section: Section, v: number, format: string): Scalar {
  switch (section.kind) {
    case "literal":
      return (
        (v < 0 ? "-" : "") + section.tokens.map((t) => (t.kind === "text" ? t.text : "")).join("")
      );
    case "text":
      return withText(section, textOfNumber(v));
    case "date":
      if (v >= lastSerial() + 1) return tooLate(section, format);
      return v < 0 ? belowZero(section, v, format) : (formatDate(section, v) ?? fail(format));
    default:
      return formatNumber(section, v) ?? fail(format);
  }
}

/** Books from 1904 on show a time below 0 with its sign; how they show such a day is laid down nowhere. */
function belowZero(section: Section, v: number, format: string): Scalar {
  if (!countsFrom1904()) return cellErrors.value;
  const text = isTimeOnly(section) ? formatDate(section, -v) : null;
  return text === null ? fail(format) : `-${text}`;
}

/** After 9999-12-31 there is no day to show; whether hours may go on counting is laid down nowhere. */
function tooLate(section: Section, format: string): Scalar {
  return section.tokens.some((t) => t.kind === "elapsed") ? fail(format) : cellErrors.value;
}

function fail(format: string): never {
  throw refused(format);
}

/** Which section is for this number, and whether it still shows the minus sign itself. */
function choose(
  sections: readonly Section[],
  v: number,
): { section: Section | undefined; signed: boolean } {
  const [only] = sections;
  if (only && sections.length === 1 && !only.condition) return { section: only, signed: true };
  const [first, second, third] = sections.filter((s, i) => s.kind !== "text" || i === 0);
  if (sections.some((s) => s.condition)) return chooseByCondition(sections, v);
  if (!second) return { section: first, signed: true };
  if (v < 0) return { section: second, signed: false };
  if (v === 0 && third) return { section: third, signed: true };
  return { section: first, signed: true };
}

/** Sections with conditions. Which sign a negative number shows there is sure only for the first of them. */
function chooseByCondition(
  sections: readonly Section[],
  v: number,
): { section: Section | undefined; signed: boolean } {
  const plain = sections.filter((s) => s.kind !== "text");
  const implied = plain.length > 2 && plain[0]?.condition && !plain[1]?.condition;
  if (implied) return { section: undefined, signed: true };
  const at = plain.findIndex((s) => !s.condition || holds(s.condition, v));
  const section = plain[at];
  const negativeOnly = section?.condition?.op.startsWith("<") && section.condition.n <= 0;
  if (v < 0 && (at > 0 || negativeOnly)) return { section: undefined, signed: true };
  return { section, signed: true };
}

function holds(c: Condition, v: number): boolean {
  switch (c.op) {
    case "<":
      return v < c.n;
    case ">":
      return v > c.n;
    case "<=":
      return v <= c.n;
    case ">=":
      return v >= c.n;
    case "<>":
      return v !== c.n;
    default:
      return v === c.n;
  }
}
