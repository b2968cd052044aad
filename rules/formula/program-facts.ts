/** What can be known of a formula before it runs: the areas, names and tables it refers to, and how it must be treated. */
import type { AreaNode, FormulaNode, TableNode } from "./ast.ts";

export interface Fact {
  readonly areas: readonly AreaNode[];
  readonly names: readonly { readonly name: string; readonly sheet: string | null }[];
  readonly tables: readonly TableNode[];
  /** Its references are made while it runs (OFFSET, INDIRECT, A1:INDEX(…)): it is computed anew after every change. */
  readonly roaming: boolean;
  /** Holds SUBTOTAL or AGGREGATE: other subtotals pass over this cell. */
  readonly subtotal: boolean;
}

interface Draft {
  areas: AreaNode[];
  names: { name: string; sheet: string | null }[];
  tables: TableNode[];
  roaming: boolean;
  subtotal: boolean;
}

const roamingFunctions = new Set(["OFFSET", "INDIRECT", "CELL", "INFO"]);
const subtotals = new Set(["SUBTOTAL", "AGGREGATE"]);

export function factsOf(node: FormulaNode | null): Fact {
  const draft: Draft = { areas: [], names: [], tables: [], roaming: false, subtotal: false };
  if (node) collect(node, draft);
  return draft;
}

function collect(node: FormulaNode, d: Draft): void {
  switch (node.kind) {
    case "area":
      d.areas.push(node);
      return;
    case "name":
      d.names.push({ name: node.name, sheet: node.sheet });
      return;
    case "table":
      d.tables.push(node);
      return;
    case "span":
      d.roaming = true;
      break;
    case "call":
      if (roamingFunctions.has(node.name.toUpperCase())) d.roaming = true;
      if (subtotals.has(node.name.toUpperCase())) d.subtotal = true;
      break;
    default:
      break;
  }
  for (const child of childrenOf(node)) collect(child, d);
}

function childrenOf(node: FormulaNode): readonly FormulaNode[] {
  switch (node.kind) {
    case "call":
      return node.args;
    case "apply":
      return [node.target, ...node.args];
    case "negate":
    case "plus":
    case "percent":
    case "single":
    case "spilled":
      return [node.arg];
    case "binary":
    case "span":
    case "intersect":
      return [node.left, node.right];
    case "union":
      return node.parts;
    default:
      return [];
  }
}
