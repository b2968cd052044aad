/** The one door to ONNX Runtime, which an office installs only when it brings a reader of its own. */
import { z } from "zod";
import { engineErrors } from "./messages.ja.ts";

/** Numbers in a box of some shape, as models take and give them. */
export interface OnnxTensor {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

/** One model, ready to run: one picture in, one tensor out. */
export interface OnnxSession {
  run(input: OnnxTensor): Promise<OnnxTensor>;
  close(): Promise<void>;
}

/** The native runtime first: it is seven times faster. */
export const onnxPackages = ["onnxruntime-node", "onnxruntime-web"] as const;

interface VendorSession {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  run(feeds: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>>;
  release(): Promise<void>;
}

interface Vendor {
  readonly env: { logLevel?: string; readonly wasm: { numThreads?: number } };
  readonly InferenceSession: {
    create(model: Uint8Array, options: object): Promise<VendorSession>;
  };
  readonly Tensor: new (type: "float32", data: Float32Array, dims: readonly number[]) => unknown;
}

const output = z.object({ data: z.instanceof(Float32Array), dims: z.array(z.number()) });

/** Throws BukaError OCR022 when no runtime is installed, OCR024 when the file is no model that it can run. */
export async function openOnnx(reader: string, model: Uint8Array): Promise<OnnxSession> {
  const vendor = await loadVendor(reader);
  const session = await create(vendor, reader, model);
  const [input] = session.inputNames;
  const [result] = session.outputNames;
  if (input === undefined || result === undefined) {
    throw engineErrors.modelMisfit({ reader, what: "no input or output" });
  }
  return {
    run: async ({ data, dims }) => {
      const answers = await session.run({ [input]: new vendor.Tensor("float32", data, dims) });
      return output.parse(answers[result]);
    },
    close: () => session.release(),
  };
}

async function loadVendor(reader: string): Promise<Vendor> {
  const causes: unknown[] = [];
  for (const name of onnxPackages) {
    try {
      const loaded = (await import(name)) as { default?: Vendor } & Vendor;
      return "InferenceSession" in loaded ? loaded : (loaded as { default: Vendor }).default;
    } catch (cause) {
      causes.push(cause);
    }
  }
  throw engineErrors.optionalPackageMissing(
    { reader, packages: onnxPackages },
    { cause: causes.at(-1) },
  );
}

async function create(vendor: Vendor, reader: string, model: Uint8Array): Promise<VendorSession> {
  // One thread: buka reads several pages side by side in processes of their own.
  vendor.env.wasm.numThreads = 1;
  vendor.env.logLevel = "error";
  const options = { intraOpNumThreads: 1, interOpNumThreads: 1, logSeverityLevel: 3 };
  try {
    return await vendor.InferenceSession.create(model, options);
  } catch (cause) {
    const what = cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : "";
    throw engineErrors.modelMisfit({ reader, what: what.slice(0, 120) }, { cause });
  }
}
