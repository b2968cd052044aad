/** reader.yaml of a reader that an office brings itself: how its model wants pictures and what its answers mean. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readYaml, type YamlMap } from "../../core/index.ts";
import { engineErrors } from "./messages.ja.ts";

/** pp-ocr: CTC over a line of any width; ndlocr-lite: one sign per step on a picture of fixed size. */
export type Recipe = "pp-ocr" | "ndlocr-lite";

export interface OwnModel {
  readonly name: string;
  readonly recipe: Recipe;
  readonly model: Uint8Array;
  /** Signs in the order of the model's classes, without the first one ("nothing" or "end"). */
  readonly signs: readonly string[];
  /** Picture that the model takes; for pp-ocr the width is only the least one. */
  readonly size: { readonly width: number; readonly height: number };
}

const keys = {
  name: "名前",
  recipe: "方式",
  model: "モデル",
  signs: "文字表",
  width: "幅",
  height: "高さ",
} as const;

const recipes: Readonly<Record<string, { recipe: Recipe; width: number; height: number }>> = {
  "PP-OCR": { recipe: "pp-ocr", width: 320, height: 48 },
  "NDLOCR-Lite": { recipe: "ndlocr-lite", width: 384, height: 16 },
};

/** Reads the folder of a reader. Throws BukaError OCR023 (a file is missing) or OCR024 (it does not fit). */
export async function loadOwnModel(folder: string, reader: string): Promise<OwnModel> {
  const text = (key: string): string => {
    const value = textsOf(map).get(key);
    if (value === undefined) throw misfit(reader, `reader.yaml: ${key}`);
    return value;
  };
  const map = await readMap(folder, reader);
  const recipe = recipes[text(keys.recipe)];
  if (!recipe) throw misfit(reader, `${keys.recipe}: ${Object.keys(recipes).join("・")}`);
  const optional = textsOf(map);
  const number = (key: string, standard: number): number => {
    const value = Number(optional.get(key) ?? standard);
    if (!(Number.isInteger(value) && value >= 8 && value <= 4096)) throw misfit(reader, key);
    return value;
  };
  const signsFile = text(keys.signs);
  const table = (await read(folder, signsFile, reader)).toString("utf8");
  return {
    name: optional.get(keys.name) ?? text(keys.model),
    recipe: recipe.recipe,
    model: await read(folder, text(keys.model), reader),
    signs: signsOf(table, { file: signsFile, recipe: recipe.recipe, reader }),
    size: { width: number(keys.width, recipe.width), height: number(keys.height, recipe.height) },
  };
}

const misfit = (reader: string, what: string) => engineErrors.modelMisfit({ reader, what });

async function readMap(folder: string, reader: string): Promise<YamlMap> {
  const file = "reader.yaml";
  const parsed = readYaml((await read(folder, file, reader)).toString("utf8"), file);
  if (!parsed.ok || parsed.value.kind !== "map") throw misfit(reader, file);
  return parsed.value;
}

function textsOf(map: YamlMap): Map<string, string> {
  return new Map(
    map.entries.flatMap((e) => (e.value.kind === "text" ? [[e.key, e.value.value]] : [])),
  );
}

/** PP-OCR: one sign per line, and a blank after the last. NDLOCR-Lite: one long word in its YAML, or one sign per line. */
function signsOf(table: string, at: { file: string; recipe: Recipe; reader: string }): string[] {
  const inYaml = /charset_train:\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|(\S+))/u.exec(table);
  if (/\.ya?ml$/u.test(at.file)) {
    const quoted = inYaml?.[1]?.replace(/\\(.)/gu, "$1") ?? inYaml?.[2]?.replaceAll("''", "'");
    const word = quoted ?? inYaml?.[3];
    if (!word) throw misfit(at.reader, at.file);
    return [...word];
  }
  const lines = table.replace(/\r?\n$/u, "").split(/\r?\n/u);
  if (lines.length < 2) throw misfit(at.reader, at.file);
  return at.recipe === "pp-ocr" ? [...lines, " "] : lines;
}

async function read(folder: string, file: string, reader: string): Promise<Buffer> {
  try {
    return await readFile(join(folder, file));
  } catch (cause) {
    throw engineErrors.modelMissing({ reader, file }, { cause });
  }
}
