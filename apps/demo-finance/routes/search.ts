/** 債権者検索, 債権者詳細, 債権者一覧 with CSV, and the 金融機関検索 popup. */
import type { Hono } from "hono";
import { searchBranches } from "../banks.ja.ts";
import type { PageRequest, SearchCriteria } from "../creditor-table.ts";
import { bankSearchPage } from "../views/bank-search.ts";
import { creditorsCsv, listPage } from "../views/list.ts";
import { messages } from "../views/messages.ja.ts";
import { refusalPage } from "../views/notices.ts";
import { detailPage, rowsPerPage, searchPage } from "../views/search.ts";
import { fontOf, type WebContext, type WebEnv, type World } from "../world.ts";

const noCriteria: SearchCriteria = { kana: "", phone: "", accountNumber: "", memo: "" };

export function addSearchRoutes(app: Hono<WebEnv>, world: World): void {
  app.get("/search", (c) =>
    c.html(
      searchPage({ font: fontOf(c), criteria: noCriteria, found: null, page: 1, problems: [] }),
    ),
  );
  app.post("/search", (c) => search(c, world));
  app.get("/detail/:number", (c) => {
    const creditor = world.creditors.find(c.req.param("number"));
    return creditor === null
      ? c.html(refusalPage(fontOf(c), messages.noSuchCreditor))
      : c.html(detailPage(fontOf(c), creditor));
  });
  app.get("/list", (c) => {
    const page = pageNumber(c.req.query("page"));
    const found = world.creditors.search(noCriteria, pageRequest(world, page));
    return c.html(listPage(fontOf(c), found, page));
  });
  app.get("/list.csv", (c) =>
    c.body(creditorsCsv(world.creditors.all()), 200, {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="saikensha.csv"',
    }),
  );
  app.get("/banks", (c) => {
    const bankCode = (c.req.query("b") ?? "").trim();
    const branchCode = (c.req.query("s") ?? "").trim();
    const found = c.req.query("go") === "1" ? searchBranches(bankCode, branchCode) : null;
    return c.html(bankSearchPage({ font: fontOf(c), bankCode, branchCode, found }));
  });
}

async function search(c: WebContext, world: World): Promise<Response> {
  const body = await c.req.parseBody();
  const text = (name: string): string => {
    const value = body[name];
    return typeof value === "string" ? value.trim() : "";
  };
  const criteria: SearchCriteria = {
    kana: text("item01"),
    phone: text("item02"),
    accountNumber: text("item03"),
    memo: text("item04"),
  };
  const page = pageNumber(text("page"));
  const blank = Object.values(criteria).every((value) => value === "");
  const found = blank ? null : world.creditors.search(criteria, pageRequest(world, page));
  const problems = blank ? [messages.blankCriteria] : [];
  return c.html(searchPage({ font: fontOf(c), criteria, found, page, problems }));
}

function pageNumber(text: string | undefined): number {
  const page = Number(text ?? "1");
  return Number.isSafeInteger(page) && page >= 1 ? page : 1;
}

function pageRequest(world: World, page: number): PageRequest {
  const hidden = world.faults.amount("visible-after") ?? 0;
  const visibleUntil = new Date(world.now().getTime() - hidden).toISOString();
  return { page, size: rowsPerPage, visibleUntil };
}
