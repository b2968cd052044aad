/** What two spellings of one caption have in common: width, spaces and marks for required fields do not count. */

export function plainHeader(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\s+/gu, "")
    .replace(/[※*]+$|^[※*]+|[([]?必須[)\]]?$|:$/gu, "");
}
