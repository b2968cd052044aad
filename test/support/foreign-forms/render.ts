/** Draws foreign forms with a browser, blank or filled in, and tells where every value stands. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright";
import type { MmBox } from "../../../ocr/index.ts";
import { findBrowser } from "../../../runner/index.ts";
import { rasterize } from "../samples/raster.ts";
import type { ForeignLayout } from "./layouts.ts";
import type { ForeignValue } from "./values.ts";

export interface ForeignPage {
  /** Grey PNG at 300 dpi. */
  readonly picture: Buffer;
  /** Millimetres of every value by name: the smallest box around its parts. */
  readonly places: Readonly<Record<string, MmBox>>;
}

export interface ForeignPrinter {
  /** `blank`: the values keep their room but are not printed. */
  print(
    layout: ForeignLayout,
    record: Readonly<Record<string, ForeignValue>>,
    look: { readonly valueFont: string; readonly blank?: boolean },
  ): Promise<ForeignPage>;
  close(): Promise<void>;
}

const require = createRequire(import.meta.url);
const fontFile = (file: string): string =>
  pathToFileURL(require.resolve(`@expo-google-fonts/${file}`)).href;

const formFonts = {
  mincho: fontFile("biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf"),
  gothic: fontFile("biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf"),
  rounded: fontFile("m-plus-1p/400Regular/MPLUS1p_400Regular.ttf"),
} as const;

export async function foreignPrinter(): Promise<ForeignPrinter> {
  const folder = await mkdtemp(join(tmpdir(), "buka-foreign-"));
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ["--no-sandbox", "--font-render-hinting=none"],
  });
  return {
    print: async (layout, record, look) => {
      const file = join(folder, "page.html");
      await writeFile(file, htmlOf(layout, record, look));
      return printPage(browser, pathToFileURL(file).href);
    },
    close: async () => {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function printPage(browser: Browser, url: string): Promise<ForeignPage> {
  const page = await browser.newPage({ viewport: { width: 794, height: 1123 } });
  await page.goto(url);
  await page.emulateMedia({ media: "print" });
  await page.evaluate("document.fonts.ready");
  const found = await page.$$eval("[data-f]", (all) =>
    all.map((e) => {
      const r = e.getBoundingClientRect();
      return { name: e.getAttribute("data-f") ?? "", x: r.x, y: r.y, w: r.width, h: r.height };
    }),
  );
  const pdf = await page.pdf({ format: "A4", printBackground: true, preferCSSPageSize: true });
  await page.close();
  const [picture] = await rasterize(pdf);
  if (!picture) throw new RangeError("a layout gives a page");
  return { picture, places: placesOf(found) };
}

interface FoundSpan {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** CSS pixels are 1/96 inch; the page margin is part of the body, so both count from the paper's corner. */
function placesOf(found: readonly FoundSpan[]): Record<string, MmBox> {
  const mm = (px: number): number => (px / 96) * 25.4;
  const places: Record<string, MmBox> = {};
  for (const name of new Set(found.map((f) => f.name))) {
    const own = found.filter((f) => f.name === name);
    const x = Math.min(...own.map((f) => f.x));
    const y = Math.min(...own.map((f) => f.y));
    const right = Math.max(...own.map((f) => f.x + f.w));
    const low = Math.max(...own.map((f) => f.y + f.h));
    places[name] = { x: mm(x), y: mm(y), width: mm(right - x), height: mm(low - y) };
  }
  return places;
}

function htmlOf(
  layout: ForeignLayout,
  record: Readonly<Record<string, ForeignValue>>,
  look: { readonly valueFont: string; readonly blank?: boolean },
): string {
  const body = layout.body.replace(
    /\{\{([^}:=]+)(?:([:=])([^}]+))?\}\}/gu,
    (_all, name: string, sign: string | undefined, part: string | undefined) =>
      spanOf(name, record[name], { sign, part }),
  );
  const hidden = look.blank === true ? "visibility: hidden;" : "";
  return `<!doctype html><html lang="ja"><meta charset="utf-8"><style>
    @font-face { font-family: F; src: url("${formFonts[layout.font]}") }
    @font-face { font-family: V; src: url("${pathToFileURL(look.valueFont).href}") }
    @page { size: 210mm 297mm; margin: 0 }
    html { font-family: F; } body { margin: 0; padding: 15mm 17.5mm; font-size: 10.5pt; width: 175mm }
    table { border-collapse: collapse; table-layout: fixed; width: 175mm }
    td { white-space: nowrap; overflow: hidden; box-sizing: border-box }
    u { display: inline-block; text-decoration: none; text-align: center; white-space: nowrap }
    /* A line height of 0 keeps the font of the values from moving the lines of the form. */
    .v { font-family: V; font-size: 10.5pt; line-height: 0; ${hidden} }
    .sq { position: relative; display: inline-block; width: 3.4mm; height: 3.4mm; border: .22mm solid #000; vertical-align: -.4mm; margin-right: 1.2mm }
    .sq .v { line-height: normal; position: absolute; left: .25mm; top: -1.3mm; font-size: 11pt; font-weight: bold }
    ${layout.style}</style><body>${body}</body></html>`;
}

function spanOf(
  name: string,
  value: ForeignValue | undefined,
  how: { readonly sign: string | undefined; readonly part: string | undefined },
): string {
  const span = (text: string): string => `<span class="v" data-f="${name}">${text}</span>`;
  if (how.sign === "=") {
    const tick = value?.shown === how.part ? `<span class="v">✓</span>` : "";
    return `<span class="sq" data-f="${name}">${tick}</span>`;
  }
  if (how.part === "年") return span(String(value?.date?.year ?? ""));
  if (how.part === "月") return span(String(value?.date?.month ?? ""));
  if (how.part === "日") return span(String(value?.date?.day ?? ""));
  if (how.part === undefined || how.part === "西暦") return span(value?.shown ?? "");
  return span([...(value?.shown ?? "")][Number(how.part)] ?? "");
}
