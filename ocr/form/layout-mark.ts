/** A short mark of where the fields of a form stand: two layouts under one 様式の版 must not be taken for each other. */
import { createHash } from "node:crypto";
import type { Form, MmBox } from "../form.ts";

/** Hexadecimal digits: one of 65,536 changed layouts goes unseen, and the QR code stays as coarse as it was. */
const LENGTH = 4;

/** The same for the same names at the same places (to a tenth of a millimetre), in whatever order they are written. */
export function layoutMark(form: Form): string {
  const zones = Object.entries(form.layout.zones)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { area, boxes, ticks }]) => [name, ...[area, ...boxes, ...ticks].map(tenths)]);
  const text = JSON.stringify([form.paper, zones]);
  return createHash("sha256").update(text).digest("hex").slice(0, LENGTH).toUpperCase();
}

const tenths = ({ x, y, width, height }: MmBox): string =>
  [x, y, width, height].map((v) => Math.round(v * 10)).join(" ");
