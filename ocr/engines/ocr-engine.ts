/** The interface of every program that turns a picture of one line into text. */
import type { ReaderRef } from "../../core/index.ts";
import type { Grey, Rect } from "../image/grey.ts";

/** One recognised character. */
export interface ReadSymbol {
  readonly text: string;
  /** 0..1 as the program says; never a probability. */
  readonly confidence: number;
  /** Where it stands on the picture that was read; null when the program does not say. */
  readonly box: Rect | null;
  /** What it may be, best first, `text` among them and "" for no character; left out when the program is sure or does not say. */
  readonly candidates?: readonly string[];
}

export interface EngineReading {
  /** One line, without line ends; "" when nothing was recognised. */
  readonly text: string;
  /** In order, white space left out. */
  readonly symbols: readonly ReadSymbol[];
}

/** The box of a form in which a character stands. */
export interface BoxAround {
  /** On the picture that is read, as if the character stood there in its box; it may reach beyond the picture. */
  readonly area: Rect;
  /** Strokes cross its lines in a way that may be this character's or a neighbour's. */
  readonly shared: boolean;
  /** It runs on beyond what was seen of the paper. */
  readonly cutOff: boolean;
}

export interface ReadProfile {
  /** Only these characters can come out; null = everything that the model knows. */
  readonly charset: string | null;
  /** Where each character stands on the picture, when the boxes of the form tell it; engines may ignore it. */
  readonly cells?: readonly Rect[];
  /** The boxes round these, one per cell, when they are known. */
  readonly around?: readonly BoxAround[];
}

export interface OcrEngine {
  readonly ref: ReaderRef;
  /**
   * Reads one line of text at about 300 dpi. The same picture gives the same answer, whatever was read before.
   * Throws BukaError OCR013 (retryable) when the program breaks; the next call starts it afresh.
   */
  read(picture: Grey, profile: ReadProfile): Promise<EngineReading>;
  /** Gives back what the engine holds (a program, a session); reading afterwards is a mistake. */
  close(): Promise<void>;
}

/** The readers of one page, in pairs: the two of a pair must be different models. */
export interface Readers {
  /** For fields of nothing but digits. */
  readonly digits: readonly [OcrEngine, OcrEngine];
  /** For digits with signs between them: amounts and phone numbers. */
  readonly numbers: readonly [OcrEngine, OcrEngine];
  readonly japanese: readonly [OcrEngine, OcrEngine];
  /** For handwritten digits and kana in boxes. */
  readonly hand: OcrEngine;
  /** Reads single characters and is asked where both Japanese readers may err alike (ブ and プ); null = nobody is. */
  readonly umpire: OcrEngine | null;
  close(): Promise<void>;
}
