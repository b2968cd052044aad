/** JSON Schema of scenario.yaml for editors (VS Code's YAML extension), derived from the tables of headers and keywords. */
import { remedyKey } from "./blocks.ja.ts";
import { type HeaderKey, headerKeysOf, stageWords } from "./header-table.ja.ts";
import type { Block, BlockKey } from "./keyword.ts";
import { blocks, keywords } from "./keyword-table.ts";
import { classWords } from "./keyword-words.ja.ts";

/** A JSON value. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };
type JsonMap = { readonly [key: string]: Json };

/** The whole schema (draft-07), ready for JSON.stringify. Completion texts and hints are the table's own. */
export function scenarioSchema(): JsonMap {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "buka のシナリオ",
    description: "docs/keywords.md と同じ表から作っています（npm run docs）。",
    anyOf: [fileOf("scenario"), fileOf("part")],
    definitions: {
      text: { type: ["string", "number", "boolean", "null"] },
      // {項目} without quotes is a map for the editor's YAML; buka reads it as text.
      cell: { type: ["string", "number", "boolean", "null", "object"] },
      steps: stepList(),
      sentence: sentence(),
      ...Object.fromEntries(blocks.map((b) => [b.id, blockSchema(b)] as const)),
    },
  };
}

function fileOf(home: "scenario" | "part"): JsonMap {
  const rows = headerKeysOf(home);
  return {
    type: "object",
    additionalProperties: false,
    required: rows.filter((r) => r.required).map((r) => r.key),
    properties: Object.fromEntries(rows.map((r) => [r.key, headerSchema(r)] as const)),
  };
}

function headerSchema(row: HeaderKey): JsonMap {
  const hint = {
    description: row.description,
    markdownDescription: `${row.description}\n\n例: \`${row.example}\``,
  };
  switch (row.kind) {
    case "steps":
      return { ...hint, $ref: "#/definitions/steps" };
    case "stage":
      return { ...hint, enum: Object.keys(stageWords) };
    case "list":
    case "names":
      return { ...hint, anyOf: [{ type: "array", items: { $ref: "#/definitions/cell" } }, text] };
    case "sections":
      return { ...hint, type: "object", additionalProperties: { type: "object" } };
    default:
      return { ...hint, ...text };
  }
}

const text: JsonMap = { type: ["string", "number", "boolean"] };

/** One sentence or a list of sentences and blocks; snippets complete what a clerk begins to type. */
function stepList(): JsonMap {
  const items: JsonMap = {
    anyOf: [
      { $ref: "#/definitions/sentence" },
      ...blocks.map((b) => ({ $ref: `#/definitions/${b.id}` })),
    ],
    defaultSnippets: [...sentenceSnippets(), ...blocks.map(blockSnippet)],
  };
  return { anyOf: [{ $ref: "#/definitions/sentence" }, { type: "array", items }] };
}

function sentence(): JsonMap {
  const examples = keywords.flatMap((k) => k.forms.map((f) => f.example));
  return { type: "string", examples };
}

function sentenceSnippets(): Json[] {
  return keywords.flatMap((k) =>
    k.forms.map((form) => ({
      label: form.verb.word,
      description: `（${classWords[k.class]}）${k.description}`,
      body: form.example,
    })),
  );
}

function blockSnippet(block: Block): JsonMap {
  const keys = Object.fromEntries(
    [block.head, ...block.keys.filter((k) => k.required)].map(
      (k) => [k.words[0] ?? "", ""] as const,
    ),
  );
  return { label: block.head.words[0] ?? "", description: block.description, body: keys };
}

function blockSchema(block: Block): JsonMap {
  const rows = [block.head, ...block.keys, ...(block.id === "guarded" ? [] : [remedyKey])];
  const required = [block.head, ...block.keys.filter((k) => k.required)];
  return {
    type: "object",
    additionalProperties: false,
    description: block.description,
    properties: Object.fromEntries(rows.flatMap(keySchemas)),
    // Any of the words of a key will do.
    allOf: required.map((row) => ({ anyOf: row.words.map((word) => ({ required: [word] })) })),
  };
}

function keySchemas(row: BlockKey): (readonly [string, JsonMap])[] {
  const shapes: Readonly<Record<BlockKey["holds"], JsonMap>> = {
    steps: { $ref: "#/definitions/steps" },
    text: { $ref: "#/definitions/cell" },
    table: { type: "object", additionalProperties: { $ref: "#/definitions/cell" } },
  };
  const shape = row.name === "remedy" ? { type: ["string", "array"] } : shapes[row.holds];
  return row.words.map((word) => [word, { description: row.description, ...shape }] as const);
}
