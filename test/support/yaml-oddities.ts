/** Twenty odd files: huge, deep, doubled, in other encodings, with values that YAML would take for something else. */

interface Oddity {
  readonly name: string;
  readonly text: string;
  /** True when it must be read without any fault (it only looks odd). */
  readonly fine?: true;
}

const line = "手順:\n";

export function oddities(shipped: string): readonly Oddity[] {
  const first = (text: string): string => `${text}\n${shipped}`;
  return [
    { name: "10,000 deep", text: `題名: ${"[".repeat(10_000)}` },
    { name: "10,000 maps deep", text: `題名: ${"{a: ".repeat(10_000)}` },
    { name: "4 MB", text: shipped + "# 長い\n".repeat(700_000) },
    { name: "merge key", text: first("<<: {a: 1}") },
    { name: "duplicate key", text: first("題名: もう一つ") },
    { name: "tabs only", text: shipped.replace(/^ +/gmu, "\t") },
    { name: "byte order mark", text: `\uFEFF${shipped}`, fine: true },
    { name: "CRLF", text: shipped.replaceAll("\n", "\r\n"), fine: true },
    { name: "leading zeros", text: shipped.replace("{郵便番号}", "「0123456」"), fine: true },
    { name: "NO", text: shipped.replace(/^題名: .*$/mu, "題名: NO"), fine: true },
    { name: "1e3", text: shipped.replace(/^題名: .*$/mu, "題名: 1e3"), fine: true },
    { name: "__proto__", text: first("__proto__: {a: 1}") },
    { name: "constructor", text: first("constructor: x") },
    { name: "function tag", text: first("a: !!js/function 'function(){}'") },
    { name: "second document", text: `${shipped}\n---\n題名: b\n` },
    { name: "directive", text: `%YAML 1.1\n---\n${shipped}` },
    { name: "complex key", text: first("? [a, b]\n: c") },
    { name: "zero byte", text: shipped.replace(line, `手順\0:\n`) },
    { name: "only a comment", text: "# 何もない\n" },
    { name: "block text as steps", text: shipped.replace(line, "手順: |\n") },
  ];
}
