/** The whole corpus of hostile page files, and things of the file system that are no files at all. */
import { execFileSync } from "node:child_process";
import { chmod, mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { HostileFile } from "./hostile-file.ts";
import { hostilePdfs } from "./hostile-pdf.ts";
import { hostileDrawings } from "./hostile-pdf-drawing.ts";
import { hostilePictures } from "./hostile-pictures.ts";

export type { HostileFile } from "./hostile-file.ts";

export const hostileFiles: readonly HostileFile[] = [
  ...hostilePdfs,
  ...hostileDrawings,
  ...hostilePictures,
];

export interface OddPlace {
  readonly path: string;
  readonly expect: HostileFile["expect"];
}

/** Folders, links, pipes and names that try to write on the screen. */
export async function makeOddPlaces(folder: string): Promise<OddPlace[]> {
  const at = (name: string): string => join(folder, name);
  const page = Buffer.from("\x89PNG\r\n\x1a\nno", "latin1");
  await mkdir(at("folder.pdf"));
  await writeFile(at("target.png"), page);
  await symlink(at("target.png"), at("link.png"));
  await symlink(at("nowhere.pdf"), at("dangling.pdf"));
  await symlink(at("loop.pdf"), at("loop.pdf"));
  await symlink(folder, at("link-to-folder.pdf"));
  execFileSync("mkfifo", [at("pipe.pdf")]);
  await writeFile(at("sealed.png"), page);
  await chmod(at("sealed.png"), 0o000);
  await writeFile(at("red\u001b[31m\u202egnp.pdf"), "no page");
  await writeFile(at(`${"n".repeat(240)}.pdf`), "no page");
  const names = ["folder.pdf", "link.png", "dangling.pdf", "loop.pdf", "link-to-folder.pdf"];
  const more = ["pipe.pdf", "sealed.png", "red\u001b[31m\u202egnp.pdf", `${"n".repeat(240)}.pdf`];
  const paths = [...names, ...more, "missing.pdf", "target.png/inside.pdf"].map(at);
  return [...paths, "/dev/zero"].map((path) => ({ path, expect: "refused" as const }));
}
