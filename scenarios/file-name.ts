/** Names of files in scenarios: plain names of a few kinds, never a way to another place. */

const longestName = 100;
const kinds = /\.(?:xlsx|csv|txt|pdf|png|jpe?g|tiff?)$/iu;
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

/** True for a name that is safe on every system: 「明細.xlsx」, never a path, a hidden file, a device or a program. */
export function isFileName(name: string): boolean {
  const plain = plainFileName(name);
  if (plain === "" || plain.length > longestName || !kinds.test(plain)) return false;
  // Controls, direction marks, and what separates folders or means something to Windows.
  return (
    !/[\p{Cc}\p{Cf}/\\:*?"<>|%$~]/u.test(plain) &&
    !/^\.|\.\.|[. ]$/u.test(plain) &&
    !devices.test(plain)
  );
}

/** Names compare after NFKC and without blanks around them. */
export function plainFileName(name: string): string {
  return name.normalize("NFKC").trim().toLowerCase();
}
