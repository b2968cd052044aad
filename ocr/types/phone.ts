/** Japanese telephone numbers: how many digits each kind has (総務省「電話番号の桁数」, numbering plan). */

/** In groups, as written: a lost digit shows, because each kind has a count of its own. */
const kinds: readonly RegExp[] = [
  // Mobile, IP and M2M: always 11.
  /^0[25-9]0-\d{4}-\d{4}$/u,
  // Free of charge 0800 has 11, 0120 and 0570 have 10; people group them in more than one way.
  /^0800-\d{3}-\d{4}$/u,
  /^0(?:120|570)-(?:\d{3}-\d{3}|\d{2}-\d{4})$/u,
];

/** Area code to 5 digits, exchange, four digits: always 10. */
const landline = /^0[1-9]\d{0,3}-\d{1,4}-\d{4}$/u;

/** True for a number whose groups and count can be. `value`: digits and hyphens (03-0000-0000). */
export function isPhone(value: string): boolean {
  if (kinds.some((kind) => kind.test(value))) return true;
  return landline.test(value) && value.length === 12 && !/^(?:0[25-9]0|0800)-/u.test(value);
}

/** Numbers whose groups are known without a table: mobile phones, IP phones, 0120, 0800, Tokyo and Osaka. */
export function groupedPhone(plain: string): string | null {
  const shapes = [
    /^(0[5789]0)(\d{4})(\d{4})$/u,
    /^(0120|0800)(\d{3})(\d{3,4})$/u,
    /^(0[36])(\d{4})(\d{4})$/u,
  ];
  for (const shape of shapes) {
    const m = shape.exec(plain);
    if (m) return m.slice(1).join("-");
  }
  return null;
}
