/** Check digits of 法人番号 and 個人番号. */
import { describe, expect, it } from "vitest";
import { isCorporateNumber, isPrivateNumber } from "../../ocr/types/check-digits.ts";

describe("check digits", () => {
  it.each(["7000012050002", "8999999000001", "7999999000002", "4999999000005"])(
    "%s is a 法人番号",
    (n) => {
      expect(isCorporateNumber(n)).toBe(true);
    },
  );
  it("finds a misread digit of a 法人番号", () => {
    expect(isCorporateNumber("8999999000011")).toBe(false);
  });
  it("knows the public test number", () => {
    expect(isPrivateNumber("123456789018")).toBe(true);
  });
});
