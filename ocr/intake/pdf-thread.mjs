/**
 * PDFium in a thread of its own: a file that makes it loop or swell costs this thread and nothing else.
 * Plain JavaScript, because it is started by its path both from the sources (tests) and from the built program.
 */
import { parentPort, workerData } from "node:worker_threads";
import { PDFiumModule } from "@hyzyla/pdfium";

/** @typedef {Readonly<Record<string, (...args: number[]) => number>>} Calls */
/** @typedef {{ heapBytes: number, charsPerPage: number, dpi: number, sidePoints: number }} Limits */
/** @typedef {{ code: string, width?: number, height?: number }} Refusal */

/** @type {{ bytes: SharedArrayBuffer, program: WebAssembly.Module, limits: Limits }} */
const { bytes, program, limits } = workerData;

/** Bits of FPDF_RenderPageBitmap: annotations, text hinting, grey. */
const renderFlags = 0x01 | 0x02 | 0x08;
const greyFormat = 1;
const passwordErrors = [4, 5];
/** Text render mode of letters that are searched but not seen. */
const invisibleMode = 3;

/** Carries the facts to the one place that answers; it never leaves this thread. */
class Refused extends Error {
  /** @param {Refusal} facts */
  constructor(facts) {
    super(facts.code);
    this.refusal = facts;
  }
}

const { module, calls } = await startModule();
const document = load();

/** @returns {Promise<{ module: { HEAPU8: Uint8Array }, calls: Calls }>} */
async function startModule() {
  const started = await PDFiumModule({
    // Memory beyond the limit is refused to the program, not asked of the machine.
    instantiateWasm: (imports, done) => {
      const env = imports["env"] ?? {};
      const grow = /** @type {(size: number) => number} */ (env["emscripten_resize_heap"]);
      env["emscripten_resize_heap"] = (/** @type {number} */ size) =>
        size >>> 0 > limits.heapBytes ? 0 : grow(size);
      const instance = new WebAssembly.Instance(program, imports);
      done(instance);
      return instance.exports;
    },
  });
  const parts = /** @type {{ HEAPU8: Uint8Array, wasmExports: unknown }} */ (
    /** @type {unknown} */ (started)
  );
  const exported = /** @type {Calls} */ (parts.wasmExports);
  call(exported, "FPDF_InitLibrary");
  return { module: parts, calls: exported };
}

/** @param {Calls} from @param {string} name @param {number[]} args */
function call(from, name, ...args) {
  const found = from[name];
  if (!found) throw refusal({ code: "broken" });
  return found(...args);
}

/** @param {string} name @param {number[]} args */
function pdf(name, ...args) {
  return call(calls, name, ...args);
}

/** @param {Refusal} facts */
function refusal(facts) {
  return new Refused(facts);
}

/** @param {number} size */
function take(size) {
  const at = pdf("malloc", size);
  if (at === 0) throw refusal({ code: "memory" });
  return at;
}

/** The document stays in the program's memory as long as the thread lives. */
function load() {
  const at = pdf("malloc", Math.max(1, bytes.byteLength));
  if (at === 0) return { handle: 0, code: "memory" };
  module.HEAPU8.set(new Uint8Array(bytes), at);
  const handle = pdf("FPDF_LoadMemDocument", at, bytes.byteLength, 0);
  if (handle !== 0) return { handle, code: "" };
  const locked = passwordErrors.includes(pdf("FPDF_GetLastError"));
  return { handle, code: locked ? "password" : "damaged" };
}

function openDocument() {
  if (document.handle === 0) throw refusal({ code: document.code });
  return { pages: pdf("FPDF_GetPageCount", document.handle) };
}

/**
 * @template T
 * @param {number} number page from 1
 * @param {(page: number, size: { width: number, height: number }) => T} work
 */
function withPage(number, work) {
  const page = pdf("FPDF_LoadPage", document.handle, number - 1);
  if (page === 0) throw refusal({ code: "page" });
  try {
    const width = pdf("FPDF_GetPageWidth", page);
    const height = pdf("FPDF_GetPageHeight", page);
    const longest = Math.max(width, height);
    if (!(width >= 1) || !(height >= 1) || longest > limits.sidePoints) {
      throw refusal({ code: "size", width, height });
    }
    const scale = limits.dpi / 72;
    const pixels = (/** @type {number} */ points) => Math.floor(Math.floor(points) * scale);
    return work(page, { width: pixels(width), height: pixels(height) });
  } finally {
    pdf("FPDF_ClosePage", page);
  }
}

/** @param {number} number */
function render(number) {
  return withPage(number, (page, { width, height }) => {
    const at = take(width * height);
    const bitmap = pdf("FPDFBitmap_CreateEx", width, height, greyFormat, at, width);
    try {
      pdf("FPDFBitmap_FillRect", bitmap, 0, 0, width, height, 0xffffffff);
      pdf("FPDF_RenderPageBitmap", bitmap, page, 0, 0, width, height, 0, renderFlags);
      return { width, height, data: module.HEAPU8.slice(at, at + width * height) };
    } finally {
      pdf("FPDFBitmap_Destroy", bitmap);
      pdf("free", at);
    }
  });
}

/** Letters of a page with their boxes in pixels of the rendered page. @param {number} number */
function letters(number) {
  return withPage(number, (page, size) => {
    const text = pdf("FPDFText_LoadPage", page);
    if (text === 0) return [];
    const room = take(48);
    try {
      const count = Math.min(pdf("FPDFText_CountChars", text), limits.charsPerPage);
      const found = [];
      for (let i = 0; i < count; i++) {
        const letter = letterAt({ page, text, room, size }, i);
        if (letter) found.push(letter);
      }
      return found;
    } finally {
      pdf("free", room);
      pdf("FPDFText_ClosePage", text);
    }
  });
}

/**
 * @param {{ page: number, text: number, room: number, size: { width: number, height: number } }} at
 * @param {number} index
 */
function letterAt({ page, text, room, size }, index) {
  const code = pdf("FPDFText_GetUnicode", text, index);
  if (code < 0x20 || code === 0xfffe || code > 0x10ffff) return null;
  // Left, right, bottom and top as doubles, in points of the unturned page.
  if (pdf("FPDFText_GetCharBox", text, index, room, room + 8, room + 16, room + 24) === 0)
    return null;
  const view = new DataView(module.HEAPU8.buffer);
  const edge = (/** @type {number} */ i) => view.getFloat64(room + 8 * i, true);
  const [left, right, bottom, top] = [edge(0), edge(1), edge(2), edge(3)];
  const a = toPixels({ page, room: room + 32, size }, left, top);
  const b = toPixels({ page, room: room + 32, size }, right, bottom);
  const object = pdf("FPDFText_GetTextObject", text, index);
  const visible = object === 0 || pdf("FPDFTextObj_GetTextRenderMode", object) !== invisibleMode;
  return {
    text: String.fromCodePoint(code),
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
    upright: uprightBox(left, right, bottom, top),
    visible,
  };
}

/**
 * The letter's box as if the page were not turned, y downwards: text runs along x there.
 * @param {number} left @param {number} right @param {number} bottom @param {number} top
 */
function uprightBox(left, right, bottom, top) {
  const scale = limits.dpi / 72;
  return {
    x: left * scale,
    y: -top * scale,
    width: (right - left) * scale,
    height: (top - bottom) * scale,
  };
}

/**
 * @param {{ page: number, room: number, size: { width: number, height: number } }} at
 * @param {number} x
 * @param {number} y
 */
function toPixels({ page, room, size }, x, y) {
  pdf("FPDF_PageToDevice", page, 0, 0, size.width, size.height, 0, x, y, room, room + 4);
  const view = new DataView(module.HEAPU8.buffer);
  return { x: view.getInt32(room, true), y: view.getInt32(room + 4, true) };
}

/** @param {{ what: string, page: number }} order */
function work(order) {
  if (order.what === "open") return openDocument();
  return order.what === "render" ? render(order.page) : letters(order.page);
}

/** @param {unknown} error @returns {Refusal} */
function refusalOf(error) {
  // Anything else came out of the program itself: its memory is not to be trusted any more.
  return error instanceof Refused ? error.refusal : { code: "broken" };
}

parentPort?.on("message", (/** @type {{ id: number, what: string, page: number }} */ order) => {
  try {
    parentPort?.postMessage({ id: order.id, ok: true, value: work(order) });
  } catch (error) {
    parentPort?.postMessage({ id: order.id, ok: false, refusal: refusalOf(error) });
  }
});
