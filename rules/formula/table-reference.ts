/** Structured references to tables: 明細表[金額], [@単価], 明細表[[#Headers],[品名]:[数量]]. */
import { uncomputableText } from "../messages.ja.ts";
import type { TableNode } from "./ast.ts";
import type { Env, TableModel } from "./model.ts";
import { cellErrors, type RefValue, Uncomputable, type Value } from "./value.ts";

interface Parts {
  readonly sections: readonly string[];
  readonly columns: readonly string[];
}

export function tableReference(node: TableNode, env: Env): Value {
  const table =
    node.table === ""
      ? env.world.tableAt(env.sheet, env.row, env.col)
      : env.world.table(node.table);
  if (!table)
    throw new Uncomputable("unknown-name", node.table, uncomputableText.unknownTable(node.table));
  const parts = partsOf(node.inner);
  const rows = rowsFor(parts.sections, table, env);
  if (!rows) return cellErrors.value;
  const cols = columnsFor(parts.columns, table);
  return { kind: "ref", sheet: table.sheet, ...rows, ...cols } satisfies RefValue;
}

function partsOf(inner: string): Parts {
  const text = inner.trim();
  if (text === "") return { sections: [], columns: [] };
  if (text.startsWith("@")) {
    const rest = text.slice(1).trim();
    return { sections: ["#THIS ROW"], columns: rest === "" ? [] : splitItems(rest).map(unescaped) };
  }
  const items = splitItems(text);
  return {
    sections: items.filter((i) => i.startsWith("#")).map((i) => i.toUpperCase()),
    // A column may be called #番号: it is written '#番号.
    columns: items.filter((i) => !i.startsWith("#")).map(unescaped),
  };
}

/** "[#Headers],[単価]:[数量]" to its items as they are written; a text without brackets is one item. */
function splitItems(text: string): string[] {
  if (!text.startsWith("[")) return [text];
  const items: string[] = [];
  const item = /\[((?:[^'[\]]|'.)*)\]/gy;
  for (let m = item.exec(text); m; m = item.exec(text)) {
    items.push((m[1] ?? "").trim());
    const joint = /\s*[,:]\s*/y;
    joint.lastIndex = item.lastIndex;
    if (joint.test(text)) item.lastIndex = joint.lastIndex;
  }
  return items;
}

function unescaped(text: string): string {
  return text.replace(/'(.)/g, "$1").trim();
}

type Rows = Pick<RefValue, "top" | "bottom">;

function rowsFor(sections: readonly string[], t: TableModel, env: Env): Rows | null {
  const body = { top: t.top + t.headerRows, bottom: t.bottom - t.totalsRows };
  const has = (name: string): boolean => sections.includes(name);
  if (sections.length === 0) return body;
  if (has("#ALL")) return { top: t.top, bottom: t.bottom };
  if (has("#THIS ROW")) {
    return env.row >= body.top && env.row <= body.bottom ? { top: env.row, bottom: env.row } : null;
  }
  if (has("#HEADERS") && t.headerRows > 0)
    return { top: t.top, bottom: has("#DATA") ? body.bottom : t.top };
  if (has("#TOTALS") && t.totalsRows > 0)
    return { top: has("#DATA") ? body.top : t.bottom, bottom: t.bottom };
  if (has("#DATA")) return body;
  throw new Uncomputable("construct", sections.join(), uncomputableText.construct(sections.join()));
}

function columnsFor(names: readonly string[], t: TableModel): Pick<RefValue, "left" | "right"> {
  const found = names.map((name) => {
    const at = t.columns.findIndex((c) => c.toLowerCase() === name.toLowerCase());
    if (at < 0) throw new Uncomputable("unknown-name", name, uncomputableText.unknownColumn(name));
    return t.left + at;
  });
  if (found.length === 0) return { left: t.left, right: t.right };
  return { left: Math.min(...found), right: Math.max(...found) };
}
