/** Faces for the reported figures: none of them was used to tune, calibrate or train anything. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SampleFont } from "../../support/samples/fonts.ts";

const files = [
  ["Hina Mincho", "hina-mincho/400Regular/HinaMincho_400Regular.ttf"],
  ["Zen Kaku Gothic New", "zen-kaku-gothic-new/400Regular/ZenKakuGothicNew_400Regular.ttf"],
  ["Kosugi Maru", "kosugi-maru/400Regular/KosugiMaru_400Regular.ttf"],
  ["Kosugi", "kosugi/Kosugi_400Regular.ttf"],
] as const;

/** The checkout, from the compiled program too. */
function peersFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  const place = join("test", "bench", "peers");
  while (!existsSync(join(folder, place, "package.json"))) folder = dirname(folder);
  return join(folder, place);
}

/** Installs the faces into test/bench/peers when they are not there; null = that did not work. */
export function heldOutPrintFonts(): SampleFont[] | null {
  const folder = peersFolder();
  const require = createRequire(join(folder, "package.json"));
  const found = (): SampleFont[] | null => {
    try {
      return files.map(([name, file]) => ({
        name,
        file: require.resolve(`@expo-google-fonts/${file}`),
      }));
    } catch {
      return null;
    }
  };
  const there = found();
  if (there) return there;
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const options = ["install", "--ignore-scripts", "--no-audit", "--no-fund"];
  spawnSync(npm, options, { cwd: folder, stdio: "ignore", shell: process.platform === "win32" });
  return found();
}
