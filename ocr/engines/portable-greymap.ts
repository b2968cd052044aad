/** A picture as PGM: the one format that costs nothing to write and that every engine can read. */
import type { Grey } from "../image/grey.ts";

/** A header of three numbers and the raw pixels. */
export function portableGreymap(picture: Grey): Uint8Array {
  const header = Buffer.from(`P5\n${picture.width} ${picture.height}\n255\n`, "latin1");
  return Buffer.concat([header, picture.data]);
}
