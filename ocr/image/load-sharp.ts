/** The one door to sharp: loaded lazily, with its caches off because pages are never read twice. */
import type { default as SharpFactory } from "sharp";
import { ocrErrors } from "../messages.ja.ts";

let loaded: Promise<typeof SharpFactory> | null = null;

/** Throws BukaError OCR015 when the package is missing or does not fit this machine. */
export function loadSharp(): Promise<typeof SharpFactory> {
  loaded ??= import("sharp").then(
    ({ default: sharp }) => {
      sharp.cache(false);
      sharp.concurrency(1);
      return sharp;
    },
    (cause: unknown) => {
      loaded = null;
      throw ocrErrors.packageMissing({ name: "sharp" }, { cause });
    },
  );
  return loaded;
}
