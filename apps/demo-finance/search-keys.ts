/** Makes kana and phone numbers comparable, so that ﾐﾎﾝ finds ミホン and 099-000-0001 finds 0990000001. */

const hiraganaToKatakana = 0x60;

/** Full-width katakana without spaces. */
export function kanaKey(kana: string): string {
  return kana
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(/[\u3041-\u3096]/g, (letter) =>
      String.fromCharCode(letter.charCodeAt(0) + hiraganaToKatakana),
    );
}

/** Digits only. */
export function phoneKey(phone: string): string {
  return phone.normalize("NFKC").replace(/\D/g, "");
}
