/** Japanese print fonts for values on sample pages: those of npm packages, and IPAex where the system has it. */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";

export interface SampleFont {
  readonly name: string;
  readonly file: string;
}

const require = createRequire(import.meta.url);

const packaged: readonly (readonly [name: string, file: string])[] = [
  ["BIZ UDGothic", "biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf"],
  ["BIZ UDMincho", "biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf"],
  ["M PLUS 1p", "m-plus-1p/400Regular/MPLUS1p_400Regular.ttf"],
  ["Zen Old Mincho", "zen-old-mincho/400Regular/ZenOldMincho_400Regular.ttf"],
];

const ofSystem: readonly SampleFont[] = [
  { name: "IPAex Gothic", file: "/usr/share/fonts/opentype/ipaexfont-gothic/ipaexg.ttf" },
  { name: "IPAex Mincho", file: "/usr/share/fonts/opentype/ipaexfont-mincho/ipaexm.ttf" },
];

export const sampleFonts: readonly SampleFont[] = [
  ...packaged.map(([name, file]) => ({
    name,
    file: require.resolve(`@expo-google-fonts/${file}`),
  })),
  ...ofSystem.filter((f) => existsSync(f.file)),
];

export function sampleFont(name: string): SampleFont {
  const font = sampleFonts.find((f) => f.name === name);
  if (!font) throw new RangeError(`no such font: ${name}`);
  return font;
}
