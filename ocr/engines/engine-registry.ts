/** Every reader (読み手) by the name that buka.yaml uses; the one place that knows them all. */
import { isAbsolute, join } from "node:path";
import { nearestWord } from "../../core/index.ts";
import { createFaceEngine, createGlyphEngine } from "../glyphs/glyph-engine.ts";
import { engineErrors } from "./messages.ja.ts";
import { createNativeTesseract } from "./native-tesseract-engine.ts";
import { createNullEngine } from "./null-engine.ts";
import type { OcrEngine } from "./ocr-engine.ts";
import { createOnnxEngine } from "./onnx-engine.ts";
import { createRecordedEngine } from "./recorded-engine.ts";
import { tesseractEngine, tesseractName } from "./tesseract-engine.ts";
import { createTesseractHost, type ModelName, modelNames } from "./tesseract-host.ts";

/** Opens one engine; `place` is what stands behind the colon of its name. */
type Driver = (place: string) => Promise<OcrEngine>;

/** Readers by a name of their own. Tesseract's models are opened together: see `openEngines`. */
const named: Readonly<Record<string, Driver>> = {
  null: () => Promise.resolve(createNullEngine()),
  "buka-glyphs": () => Promise.resolve(withoutBrackets(createGlyphEngine())),
  "buka-faces": () => Promise.resolve(createFaceEngine()),
  "native/jpn": () => createNativeTesseract("jpn"),
  "native/eng": () => createNativeTesseract("eng"),
};

/**
 * Our own recogniser knows no brackets, and reads nothing where a field may hold signs that it does not know. A phone
 * number may hold them but hardly ever does: read without them, one that does makes the readers differ.
 */
function withoutBrackets(engine: OcrEngine): OcrEngine {
  return {
    ...engine,
    read: (picture, profile) => {
      const charset = profile.charset?.replace(/[()]/gu, "") ?? null;
      return engine.read(picture, { ...profile, charset });
    },
  };
}

/** Readers that an office brings itself: "onnx:folder" and "recorded:file", relative to the workspace. */
const placed: Readonly<Record<string, Driver>> = {
  onnx: createOnnxEngine,
  recorded: createRecordedEngine,
};

const modelOf = new Map<string, ModelName>(modelNames.map((m) => [tesseractName(m), m]));

/** All names that buka.yaml may hold, in the order in which they are offered. */
export const engineNames: readonly string[] = [
  ...modelOf.keys(),
  ...Object.keys(named),
  ...Object.keys(placed).map((p) => `${p}:…`),
];

/**
 * Opens engines by name; the same name twice gives the same engine. Throws BukaError OCR020 for an unknown name
 * and what the engine itself says about missing parts (OCR014, OCR015, OCR022–OCR027).
 */
export async function openEngines(
  names: readonly string[],
  folder = ".",
): Promise<ReadonlyMap<string, OcrEngine>> {
  const wanted = [...new Set(names)];
  for (const name of wanted) if (!isEngineName(name)) throw unknown(name);
  const engines = new Map<string, OcrEngine>();
  // Other threads unpack and compile for Tesseract; this one opens the rest meanwhile.
  const tesseract = openTesseract(wanted);
  const opened = tesseract.catch(() => []);
  try {
    for (const name of wanted) {
      if (!modelOf.has(name)) engines.set(name, await openOne(name, folder));
    }
    for (const [name, engine] of await tesseract) engines.set(name, engine);
  } catch (error) {
    await closeAll(new Map([...engines, ...(await opened)]));
    throw error;
  }
  return engines;
}

export async function closeAll(engines: ReadonlyMap<string, OcrEngine>): Promise<void> {
  for (const engine of engines.values()) await engine.close();
}

async function openTesseract(wanted: readonly string[]): Promise<[string, OcrEngine][]> {
  const own = wanted.flatMap((name) => {
    const model = modelOf.get(name);
    return model ? [{ name, model }] : [];
  });
  if (own.length === 0) return [];
  const host = await createTesseractHost(own.map((o) => o.model));
  return own.map(({ name, model }) => [name, tesseractEngine(host, model)]);
}

function openOne(name: string, folder: string): Promise<OcrEngine> {
  const [kind, place] = splitName(name);
  const driver = place === null ? named[kind] : placed[kind];
  if (!driver) throw unknown(name);
  const path = place ?? "";
  return driver(isAbsolute(path) ? path : join(folder, path));
}

/** True for a name that can be opened, whether its parts are there or not. */
export function isEngineName(name: string): boolean {
  const [kind, place] = splitName(name);
  if (place === null) return modelOf.has(name) || Object.hasOwn(named, name);
  return place !== "" && Object.hasOwn(placed, kind);
}

function splitName(name: string): [kind: string, place: string | null] {
  const colon = name.indexOf(":");
  return colon < 0 ? [name, null] : [name.slice(0, colon), name.slice(colon + 1)];
}

function unknown(name: string): Error {
  const near = nearestWord(name, engineNames);
  const known = near === null ? engineNames : [near, ...engineNames.filter((n) => n !== near)];
  return engineErrors.unknownReader({ name, known });
}
