/** The one door to jsqr: loaded lazily, its CommonJS default unwrapped. */
import type { QRCode } from "jsqr";
import { ocrErrors } from "../messages.ja.ts";

type Jsqr = (
  data: Uint8ClampedArray,
  width: number,
  height: number,
  options?: { inversionAttempts?: "dontInvert" },
) => QRCode | null;

/** Throws BukaError OCR015 when the package is missing. */
export async function loadJsqr(): Promise<Jsqr> {
  try {
    const loaded: unknown = (await import("jsqr")).default;
    const inner = loaded as { default?: Jsqr };
    return inner.default ?? (loaded as Jsqr);
  } catch (cause) {
    throw ocrErrors.packageMissing({ name: "jsqr" }, { cause });
  }
}
