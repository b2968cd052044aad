/** Check digits of 法人番号 and 個人番号. */

/** 13 digits; the first is 9 − (Σ Pn·Qn mod 9), n from the right, Qn = 1 for odd n, else 2. Blind to 0↔9. */
export function isCorporateNumber(digits: string): boolean {
  if (!/^\d{13}$/u.test(digits)) return false;
  const base = [...digits.slice(1)].reverse().map(Number);
  const sum = base.reduce((s, p, i) => s + p * (i % 2 === 0 ? 1 : 2), 0);
  return Number(digits[0]) === 9 - (sum % 9);
}

/** 12 digits; the last is 11 − (Σ Pn·Qn mod 11), 0 when the remainder is ≤ 1; Qn = n+1 up to n = 6, then n−5. */
export function isPrivateNumber(digits: string): boolean {
  if (!/^\d{12}$/u.test(digits)) return false;
  const base = [...digits.slice(0, 11)].reverse().map(Number);
  const sum = base.reduce((s, p, i) => s + p * (i < 6 ? i + 2 : i - 4), 0);
  const rest = sum % 11;
  return Number(digits[11]) === (rest <= 1 ? 0 : 11 - rest);
}
