/** Text for HTML pages that buka writes: nothing that a value holds may become markup. */

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text for HTML; control and direction characters become a visible mark. */
export function text(value: string): string {
  return value.replace(/[\p{Cc}\p{Cf}]/gu, "□").replace(/[&<>"']/g, (c) => entities[c] ?? c);
}
