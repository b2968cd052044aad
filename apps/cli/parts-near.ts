/** The parts (部品) that a file may call: of its bot, of the workspace, and those beside it when it is a part itself. */
import { dirname } from "node:path";
import { readSharedParts } from "../../queues/index.ts";
import type { PartSource } from "../../scenarios/index.ts";

export async function partsNear(path: string): Promise<readonly PartSource[]> {
  const folder = dirname(path);
  return [...(await readSharedParts(folder)), ...(await readSharedParts(dirname(folder)))];
}
