/** The table of texts that cells share, with their ふりがな. */
import { decodeEscapes, scanXml } from "./xml.ts";

export interface SharedText {
  readonly text: string;
  readonly phonetic: string | null;
}

interface Run {
  readonly from: number;
  readonly to: number;
  text: string;
}

export function readSharedStrings(xml: string): SharedText[] {
  const found: SharedText[] = [];
  const reader = new TextReader();
  scanXml(xml, {
    open(tag) {
      if (tag.name === "si") reader.start();
      else if (tag.name === "t") reader.inText = true;
      else if (tag.name === "rPh")
        reader.startRun(Number(tag.get("sb") ?? 0), Number(tag.get("eb") ?? 0));
    },
    text: (t) => reader.add(t),
    close(name) {
      if (name === "t") reader.inText = false;
      else if (name === "rPh") reader.endRun();
      else if (name === "si") found.push(reader.end());
    },
  });
  return found;
}

/** Collects one rich or plain text; also used for texts inside a cell (<is>). */
export class TextReader {
  inText = false;
  #text = "";
  #runs: Run[] = [];
  #run: Run | null = null;

  start(): void {
    this.#text = "";
    this.#runs = [];
    this.#run = null;
    this.inText = false;
  }

  startRun(from: number, to: number): void {
    this.#run = { from, to, text: "" };
  }

  endRun(): void {
    if (this.#run) this.#runs.push(this.#run);
    this.#run = null;
  }

  add(t: string): void {
    if (!this.inText) return;
    if (this.#run) this.#run.text += t;
    else this.#text += t;
  }

  end(): SharedText {
    const text = decodeEscapes(this.#text);
    return { text, phonetic: this.#runs.length === 0 ? null : this.#reading(text) };
  }

  /** The base text with its runs replaced by their reading. */
  #reading(text: string): string {
    let out = "";
    let at = 0;
    for (const run of this.#runs) {
      out += text.slice(at, run.from) + decodeEscapes(run.text);
      at = Math.max(at, run.to);
    }
    return out + text.slice(at);
  }
}
