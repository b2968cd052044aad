/** The files of the product as the guards see them: path, text and syntax tree. */
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import ts from "typescript";
import { rooms } from "../../../.import-table.mjs";

export const root = join(import.meta.dirname, "..", "..", "..");

export interface ProductFile {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
}

export function productFile(path: string, text: string): ProductFile {
  let tree: ts.SourceFile | undefined;
  return {
    path,
    text,
    get tree() {
      tree ??= ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
      return tree;
    },
  };
}

/** Paths under a folder, relative to the root, sorted. */
export function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .map((path) => path.split(sep).join("/"))
    .sort();
}

export function readText(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

export const roomNames = Object.keys(rooms);

/** Every program file of every room; apps/setup counts as a room here. */
export function productFiles(): ProductFile[] {
  return roomNames
    .flatMap((room) => filesUnder(room))
    .filter((path) => /\.(ts|tsx|mjs)$/u.test(path))
    .map((path) => productFile(path, readText(path)));
}

/** Visits every node of a tree, the root included. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}

/** "path:line" of a node, for a failure that can be clicked. */
export function placeOf(file: ProductFile, node: ts.Node): string {
  const { line } = file.tree.getLineAndCharacterOfPosition(node.getStart(file.tree));
  return `${file.path}:${line + 1}`;
}
