/** Small files beside the evidence that tell what must still reach the server, so that a crash or a power cut forgets none. */
import { access, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { nativeCode, onDisk } from "./disk-trouble.ts";
import { makePrivateFolder, writeWhole } from "./private-files.ts";

/** erase = to be taken away on the server too; put = to be sent; sent = a copy of what the server has. */
export type EvidenceMark = "erase" | "put" | "sent";

const shape = /^(.+)\.(erase|put|sent)$/u;

/** The strongest first: after a crash between two marks of a key, what was to be erased is erased. */
const kinds: readonly EvidenceMark[] = ["erase", "put", "sent"];

/** Which marks a new one takes the place of: nothing but writing the same bytes again undoes an order to erase. */
const replaced: Readonly<Record<EvidenceMark, readonly EvidenceMark[]>> = {
  erase: ["put", "sent"],
  put: ["erase", "sent"],
  sent: ["put"],
};

/** Read from the disk each time: other processes on this machine set marks too. */
export interface EvidenceMarks {
  set(key: string, mark: EvidenceMark): Promise<void>;
  drop(key: string, mark: EvidenceMark): Promise<void>;
  of(key: string): Promise<EvidenceMark | null>;
  all(): Promise<ReadonlyMap<string, EvidenceMark>>;
}

/** Opens or creates the folder of marks. Throws STO001–STO008. */
export async function openEvidenceMarks(folder: string): Promise<EvidenceMarks> {
  await onDisk(folder, () => makePrivateFolder(folder));
  const fileOf = (key: string, mark: EvidenceMark): string => join(folder, `${key}.${mark}`);
  const drop = (key: string, mark: EvidenceMark): Promise<void> =>
    onDisk(fileOf(key, mark), () => rm(fileOf(key, mark), { force: true }));
  return {
    async set(key, mark) {
      const file = fileOf(key, mark);
      await onDisk(file, () => writeWhole(file, new Uint8Array()));
      for (const other of replaced[mark]) await drop(key, other);
    },
    drop,
    async of(key) {
      for (const kind of kinds) if (await isThere(fileOf(key, kind))) return kind;
      return null;
    },
    all: () => readMarks(folder),
  };
}

async function isThere(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch (error) {
    if (nativeCode(error) === "ENOENT") return false;
    return onDisk(file, () => Promise.reject(error));
  }
}

async function readMarks(folder: string): Promise<ReadonlyMap<string, EvidenceMark>> {
  const names = await onDisk(folder, () => readdir(folder));
  const found = new Map<string, EvidenceMark>();
  for (const kind of [...kinds].reverse()) {
    for (const name of names) {
      const [, key = "", mark] = shape.exec(name) ?? [];
      if (mark === kind) found.set(key, kind);
    }
  }
  return found;
}
