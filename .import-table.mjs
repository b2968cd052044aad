/**
 * Who may import whom, and who owns which vendor library: the one table from which the rules of
 * dependency-cruiser are derived and with which docs/architecture.md is compared (test/guards).
 */

/** Room → rooms that it may enter, through their index.ts only. @type {Readonly<Record<string, readonly string[]>>} */
export const rooms = {
  core: [],
  scenarios: ["core"],
  ocr: ["core"],
  rules: ["core"],
  store: ["core"],
  runner: ["scenarios", "rules", "core"],
  queues: ["runner", "scenarios", "ocr", "rules", "store", "core"],
  "apps/cli": ["queues", "runner", "scenarios", "ocr", "rules", "store", "core"],
  "apps/demo-finance": [],
  "apps/setup": [],
};

/** Vendor package → folders or files that may import it. @type {Readonly<Record<string, readonly string[]>>} */
export const vendors = {
  playwright: ["runner"],
  "tesseract.js": ["ocr"],
  "tesseract.js-core": ["ocr"],
  "@tesseract.js-data/jpn": ["ocr"],
  "@tesseract.js-data/eng": ["ocr"],
  "@expo-google-fonts/biz-udgothic": ["ocr"],
  sharp: ["ocr"],
  "@hyzyla/pdfium": ["ocr"],
  "pdf-lib": ["ocr"],
  "@pdf-lib/fontkit": ["ocr"],
  qrcode: ["ocr"],
  jsqr: ["ocr"],
  exceljs: ["rules"],
  fflate: ["rules"],
  pg: ["store"],
  aws4fetch: ["store"],
  libsql: ["store", "apps/demo-finance"],
  bullmq: ["queues"],
  "csv-parse": ["queues"],
  ioredis: ["queues"],
  yaml: ["core"],
  hono: ["apps/demo-finance"],
  "@hono/node-server": ["apps/demo-finance"],
  pino: ["apps/cli"],
};

/** Vendor packages that any room may use (schemas at its borders). @type {readonly string[]} */
export const vendorsForAll = ["zod"];
