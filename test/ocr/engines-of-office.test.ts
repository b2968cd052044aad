/** Readers that an office adds: the tesseract of the machine, a recording, and an ONNX model of its own. */
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createNativeTesseract } from "../../ocr/engines/native-tesseract-engine.ts";
import type { OcrEngine } from "../../ocr/engines/ocr-engine.ts";
import { createOnnxEngine } from "../../ocr/engines/onnx-engine.ts";
import { createRecordedEngine, recordingEngine } from "../../ocr/engines/recorded-engine.ts";
import { blankGrey, type Grey, paste } from "../../ocr/image/grey.ts";
import { ocrEngineContract } from "../contract/ocr-engine.ts";
import { recordedEngine } from "../support/ocr-engines.ts";
import { standInModel } from "../support/onnx-model.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "buka-engines-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A program that speaks like tesseract 5: `body` is what it does with a picture. */
async function program(name: string, body: string): Promise<string> {
  const path = join(folder, name);
  const script = `#!${process.execPath}
const [first] = process.argv.slice(2);
if (first === "--version") console.log("tesseract 5.9.1");
else if (first === "--list-langs") console.log("List of available languages (2):\\neng\\njpn");
else { ${body} }
`;
  await writeFile(path, script);
  await chmod(path, 0o755);
  return path;
}

const answering = `process.stdin.resume().on("end", () => console.log(
  "<span class='ocrx_word' title='bbox 1 2 9 9'>" +
  "<span class='ocrx_cinfo' title='x_bboxes 20 20 38 57; x_conf 99.5'>1</span>" +
  "<span class='ocrx_cinfo' title='x_bboxes 43 21 53 56; x_conf 45'>&amp;</span></span>"));`;

ocrEngineContract(
  "native tesseract (a program that answers like it)",
  async () =>
    createNativeTesseract("eng", { program: await program("answering", answering), seconds: 10 }),
  { sample: { written: "あ", read: "1&" }, charset: null },
  (written) => Promise.resolve(bars(written)),
);

describe("the tesseract of the machine", () => {
  it("tells places and confidences", async () => {
    const path = await program("telling", answering);
    const engine = await createNativeTesseract("jpn", { program: path });
    const { symbols } = await engine.read(bars("あ"), { charset: null });
    expect(engine.ref).toEqual({ name: "native/jpn", version: "5.9.1" });
    expect(symbols).toEqual([
      { text: "1", confidence: 0.995, box: { x: 20, y: 20, width: 18, height: 37 } },
      { text: "&", confidence: 0.45, box: { x: 43, y: 21, width: 10, height: 35 } },
    ]);
  });

  it.each([
    ["hangs", "setInterval(() => {}, 1000);", "OCR025"],
    ["crashes", "process.abort();", "OCR013"],
    ["floods", 'const s = "x".repeat(1 << 20); setInterval(() => console.log(s), 1);', "OCR013"],
    ["refuses", "process.exit(1);", "OCR013"],
  ])("that %s is ended and named", async (name, body, code) => {
    const path = await program(name, body);
    const engine = await createNativeTesseract("eng", { program: path, seconds: 1.5 });
    const reading = engine.read(bars("あ"), { charset: null });
    await expect(reading).rejects.toMatchObject({ code, retryable: true });
  });

  it("that is not there is said so, with what to do", async () => {
    const missing = createNativeTesseract("jpn", { program: join(folder, "nowhere") });
    await expect(missing).rejects.toMatchObject({ code: "OCR026", kind: "environment" });
  });
});

describe("a recording", () => {
  it("answers what was read, and nothing for other pictures", async () => {
    const recorder = recordingEngine(recordedEngine("once", ["見本"]));
    const seen = bars("あ");
    const first = await recorder.read(seen, { charset: null });
    const path = join(folder, "record.json");
    await writeFile(path, recorder.record());
    const replay = await createRecordedEngine(path);
    expect(replay.ref.name).toBe("recorded/recorded/once");
    expect(await replay.read(seen, { charset: null })).toEqual(first);
    expect((await replay.read(bars("い"), { charset: null })).text).toBe("");
  });

  it.each([
    ["missing", null],
    ["no JSON", "{"],
    ["another JSON", '{"format":1}'],
  ])("that is %s is refused", async (name, text) => {
    const path = join(folder, `${name}.json`);
    if (text !== null) await writeFile(path, text);
    await expect(createRecordedEngine(path)).rejects.toMatchObject({ code: "OCR027" });
  });
});

/** Black bars on white: a full bar is sign 1 of the stand-in, a half bar sign 2, white is nothing. */
function bars(word: string, height = 48): Grey {
  const picture = blankGrey(48 * (word.length + 1), height);
  [...word].forEach((sign, i) => {
    const bar = blankGrey(16, sign === "あ" ? height : height / 2);
    bar.data.fill(0);
    paste(picture, bar, { x: 48 * i + 32, y: 0 });
  });
  return picture;
}

const classes = [
  { slope: 20, offset: -10 },
  { slope: -20, offset: -10 },
  { slope: 0, offset: 0 },
];

async function ownReader(name: string, files: Readonly<Record<string, string | Uint8Array>>) {
  const path = join(folder, name);
  await mkdir(path, { recursive: true });
  for (const [file, content] of Object.entries(files)) await writeFile(join(path, file), content);
  return path;
}

const yaml = (recipe: string, more = ""): string =>
  `版: 1\n方式: ${recipe}\nモデル: rec.onnx\n文字表: keys.txt\n${more}`;

const ppocr = () =>
  ownReader("pp", {
    "rec.onnx": standInModel({ height: 48, width: "W", stride: 8, classes, softmax: true }),
    "keys.txt": "あ\nい\n",
    "reader.yaml": yaml("PP-OCR", "名前: 見本の読み手\n"),
  });

const ndl = () =>
  ownReader("ndl", {
    "rec.onnx": standInModel({ height: 16, width: 384, stride: 48, classes, softmax: false }),
    "NDLmoji.yaml": 'model:\n  charset_train: "あい"\n',
    "reader.yaml": yaml("NDLOCR-Lite").replace("keys.txt", "NDLmoji.yaml"),
  });

ocrEngineContract(
  "onnx",
  async () => createOnnxEngine(await ppocr()),
  { sample: { written: "", read: "ああい" }, charset: null },
  () => Promise.resolve(bars("ああい")),
);

describe("an ONNX model in PP-OCR's manner", () => {
  it("is read by CTC: repeats melt, gaps part, places are told", async () => {
    const engine = await createOnnxEngine(await ppocr());
    const { text, symbols } = await engine.read(bars("いあいい"), { charset: null });
    expect(text).toBe("いあいい");
    expect(symbols.map((s) => s.box?.x)).toEqual([32, 80, 128, 176]);
    expect(Math.min(...symbols.map((s) => s.confidence))).toBeGreaterThan(0.99);
    expect(engine.ref.version).toMatch(/^見本の読み手\/[0-9a-f]{8}$/u);
    await engine.close();
  });

  it("gives only what the field may hold", async () => {
    const engine = await createOnnxEngine(await ppocr());
    expect((await engine.read(bars("あい"), { charset: "い" })).text).toMatch(/^い*$/u);
    await engine.close();
  });

  it("takes lines of any height and length", async () => {
    const engine = await createOnnxEngine(await ppocr());
    const long = "あい".repeat(12);
    expect((await engine.read(bars(long, 96), { charset: null })).text).not.toBe("");
    expect((await engine.read(bars(long), { charset: null })).text).toBe(long);
    await engine.close();
  });
});

describe("an ONNX model in NDLOCR-Lite's manner", () => {
  it("is read step by step until it says that the line ends", async () => {
    const engine: OcrEngine = await createOnnxEngine(await ndl());
    // Eight steps of 48 columns: four with bars over their whole width, the rest white.
    const picture = blankGrey(384, 16);
    const bar = { ...blankGrey(192, 16), data: new Uint8Array(192 * 16) };
    paste(picture, bar, { x: 0, y: 0 });
    const { text, symbols } = await engine.read(picture, { charset: null });
    expect(text).toBe("ああああ");
    expect(symbols.every((s) => s.box === null && s.confidence > 0.99)).toBe(true);
    await engine.close();
  });
});

describe("a folder that is no reader", () => {
  const model = () => standInModel({ height: 48, width: "W", stride: 8, classes, softmax: true });
  it.each([
    ["empty", {}, "OCR023"],
    ["no model", { "reader.yaml": yaml("PP-OCR"), "keys.txt": "あ\nい\n" }, "OCR023"],
    ["unknown recipe", { "reader.yaml": yaml("CRNN"), "keys.txt": "あ\nい\n" }, "OCR024"],
    ["broken yaml", { "reader.yaml": "- あ" }, "OCR024"],
    [
      "a size of nonsense",
      { "reader.yaml": yaml("PP-OCR", "高さ: -1\n"), "keys.txt": "あ\nい\n", "rec.onnx": "x" },
      "OCR024",
    ],
    [
      "no ONNX",
      { "reader.yaml": yaml("PP-OCR"), "keys.txt": "あ\nい\n", "rec.onnx": "no model" },
      "OCR024",
    ],
  ])("%s: says so", async (name, files, code) => {
    const path = await ownReader(`bad ${name}`, files);
    await expect(createOnnxEngine(path)).rejects.toMatchObject({ code });
  });

  it("a table of signs that does not go with the model is told at the first line", async () => {
    const table = Array.from({ length: 40 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join("\n");
    const files = { "reader.yaml": yaml("PP-OCR"), "keys.txt": table, "rec.onnx": model() };
    const engine = await createOnnxEngine(await ownReader("long table", files));
    await expect(engine.read(bars("あ"), { charset: null })).rejects.toMatchObject({
      code: "OCR024",
    });
    await engine.close();
  });
});
