/** A form of our kit with boxes for digits, filled in with pictures of handwritten digits as a hurried person would. */
import sharp from "sharp";
import { cut, type Grey } from "../../../ocr/image/grey.ts";
import { type Form, type MmBox, parseForm } from "../../../ocr/index.ts";
import { scanDpi } from "../../support/samples/raster.ts";
import { type Chance, seeded } from "../../support/samples/seeded.ts";
import { corporateNumber } from "../../support/samples/truth-record.ts";
import { inkBounds, putInk, resized, slanted } from "./canvas.ts";
import { gaussian, spread } from "./chance.ts";
import type { Sample } from "./mnist.ts";

/** What is told apart in the figures → the fields of a page: 種類 with its 枠. */
const kinds = {
  "7桁": { type: "口座番号", count: 5 },
  "10桁": { type: "数字\n    枠: 10", count: 2 },
  金額: { type: "金額\n    枠: 9", count: 4 },
  郵便番号: { type: "郵便番号", count: 2 },
  日付: { type: "日付", count: 2 },
  西暦日付: { type: "西暦日付", count: 1 },
  法人番号: { type: "法人番号", count: 1 },
  登録番号: { type: "登録番号", count: 1 },
} as const;

export type DigitKind = keyof typeof kinds;

export interface DigitField {
  readonly kind: DigitKind;
  readonly name: string;
  /** One sign per box; a blank leaves a box empty. */
  readonly written: string;
  /** As the page reader should give it. */
  readonly truth: string;
}

const names = Object.entries(kinds).flatMap(([kind, { count }]) =>
  Array.from({ length: count }, (_, i) => ({ kind: kind as DigitKind, name: `${kind}の${i + 1}` })),
);

export function digitForm(): Form {
  const fields = names.map(
    ({ kind, name }) => `  - 名前: ${name}\n    種類: ${kinds[kind].type}\n`,
  );
  const rows = names.map(({ name }) => `  - 行: ${name}\n`);
  const text = `版: 1\n様式番号: HAND-02\n様式の版: 1\n題名: 手書きの届\n記入: 手書き\n項目:\n${fields.join("")}配置:\n${rows.join("")}`;
  const parsed = parseForm(text, "form.yaml");
  if (!parsed.ok) throw new RangeError(JSON.stringify(parsed.problems));
  return parsed.value;
}

const two = (n: number): string => String(n).padStart(2, "0");

/** A one-figure number with a 0 before it, or with an empty box. */
const twoBoxes = (n: number, chance: Chance): string =>
  n < 10 && chance.next() < 0.5 ? ` ${n}` : two(n);

const draws: Readonly<
  Record<DigitKind, (chance: Chance) => Pick<DigitField, "written" | "truth">>
> = {
  "7桁": (chance) => same(chance.digits(7)),
  "10桁": (chance) => same(chance.digits(10)),
  郵便番号: (chance) => same(chance.digits(7)),
  金額: (chance) => {
    const value = `${1 + chance.whole(9)}${chance.digits(2 + chance.whole(7))}`;
    return { written: value.padStart(9, " "), truth: value };
  },
  日付: (chance) => {
    const [year, month, day] = [1 + chance.whole(8), 1 + chance.whole(12), 1 + chance.whole(28)];
    // 令和 begins in May of its first year.
    const late = year === 1 ? Math.max(5, month) : month;
    const boxes = [year, late, day].map((n) => twoBoxes(n, chance)).join("");
    return { written: boxes, truth: `${2018 + year}-${two(late)}-${two(day)}` };
  },
  西暦日付: (chance) => {
    const [year, month, day] = [
      1950 + chance.whole(76),
      1 + chance.whole(12),
      1 + chance.whole(28),
    ];
    const boxes = `${year}${twoBoxes(month, chance)}${twoBoxes(day, chance)}`;
    return { written: boxes, truth: `${year}-${two(month)}-${two(day)}` };
  },
  法人番号: (chance) => same(corporateNumber(`9${chance.digits(11)}`)),
  登録番号: (chance) => {
    const number = corporateNumber(`9${chance.digits(11)}`);
    return { written: number, truth: `T${number}` };
  },
};

const same = (text: string) => ({ written: text, truth: text });

export function drawFields(seed: number): DigitField[] {
  const chance = seeded(seed);
  return names.map((field) => ({ ...field, ...draws[field.kind](chance) }));
}

/** Hands out pictures of digits, each once. */
export class DigitStock {
  readonly #left = new Map<string, Grey[]>();

  /** `samples` in the order in which they are to be used. */
  constructor(samples: readonly Sample[]) {
    for (const { char, picture } of [...samples].reverse()) {
      const bounds = inkBounds(picture, 195);
      const own = this.#left.get(char) ?? [];
      own.push(bounds ? cut(picture, bounds) : picture);
      this.#left.set(char, own);
    }
  }

  has(texts: readonly string[]): boolean {
    const signs = [...texts.join("")].filter((c) => c !== " ");
    return [...new Set(signs)].every(
      (c) => signs.filter((s) => s === c).length <= (this.#left.get(c)?.length ?? 0),
    );
  }

  take(char: string): Grey {
    const picture = this.#left.get(char)?.pop();
    if (!picture) throw new RangeError(`no picture of ${char} is left`);
    return picture;
  }
}

/** How one person writes one field. */
interface Hand {
  readonly ink: number;
  /** Share of the box's height. */
  readonly size: number;
  /** Columns per row. */
  readonly slant: number;
  /** Pixels that the line of writing rises over the field, per box. */
  readonly rise: number;
  /** How much of the soft rim of a picture is ink. */
  readonly pen: number;
  /** Share of digits that are written as large as the box or beside its middle. */
  readonly careless: number;
}

const handOf = (chance: Chance): Hand => ({
  ink: spread(chance, 20, 110),
  size: spread(chance, 0.55, 0.85),
  slant: 0.1 * gaussian(chance),
  rise: 0.6 * gaussian(chance),
  pen: spread(chance, 0.15, 0.38),
  careless: chance.pick([0, 0, 0.15, 0.4]),
});

const px = (mm: number): number => (mm / 25.4) * scanDpi;

/** The blank page with all fields written; `seed` decides hands, places and sizes. */
export async function writtenDigits(
  blank: Buffer,
  { form, seed, stock }: { form: Form; seed: number; stock: DigitStock },
  fields: readonly DigitField[],
): Promise<Buffer> {
  const { data, info } = await sharp(blank)
    .toColourspace("b-w")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const page = { data, width, height };
  const chance = seeded(seed * 7 + 1);
  for (const { name, written } of fields) {
    const hand = handOf(chance);
    for (const [i, box] of (form.layout.zones[name]?.boxes ?? []).entries()) {
      const sign = written[i] ?? " ";
      if (sign !== " ") writeDigit(page, stock.take(sign), { box, hand, chance, place: i });
    }
  }
  return sharp(data, { raw: { width, height, channels: 1 } })
    .toColourspace("b-w")
    .withDensity(scanDpi)
    .png({ compressionLevel: 1 })
    .toBuffer();
}

function writeDigit(
  page: { data: Uint8Array; width: number; height: number },
  glyph: Grey,
  { box, hand, chance, place }: { box: MmBox; hand: Hand; chance: Chance; place: number },
): void {
  const careless = chance.next() < hand.careless;
  const [boxWidth, boxHeight] = [px(box.width), px(box.height)];
  const wanted = careless ? spread(chance, 0.85, 1.05) : hand.size * spread(chance, 0.9, 1.1);
  const widest = (careless ? 1.02 : 0.86) * boxWidth;
  const height = Math.min(wanted * boxHeight, (widest * glyph.height) / glyph.width);
  const size = [(height * glyph.width) / glyph.height, height].map((v) =>
    Math.max(4, Math.round(v)),
  );
  const drawn = slanted(resized(glyph, size[0] ?? 4, size[1] ?? 4), hand.slant);
  const stray = careless ? 2 : 1;
  const middle = {
    x: px(box.x) + boxWidth / 2 + stray * 3.5 * gaussian(chance),
    y: px(box.y) + boxHeight / 2 + stray * 4 * gaussian(chance) - hand.rise * place,
  };
  putInk(page, drawn, {
    x: Math.round(middle.x - drawn.width / 2),
    y: Math.round(middle.y - drawn.height / 2),
    ink: hand.ink,
    rim: hand.pen,
  });
}
