/** Writes a file anew: the old one stays beside it (.bak), the new one appears whole or not at all. */
import { copyFile, rename, writeFile } from "node:fs/promises";

export async function replaceFile(path: string, text: string): Promise<void> {
  await copyFile(path, `${path}.bak`);
  const fresh = `${path}.new`;
  await writeFile(fresh, text);
  await rename(fresh, path);
}
