/** Keeps the last file open, because the pages of a stack are read one after another. */
import { fileStamp, openFile } from "./open-file.ts";
import type { PageSource } from "./page-source.ts";

export interface PageCache {
  /** The file as it is now: a replaced file is opened again. */
  open(path: string): Promise<PageSource>;
  close(): void;
}

export function createPageCache(): PageCache {
  let held: { readonly key: string; readonly source: PageSource } | null = null;
  const drop = (): void => {
    held?.source.close();
    held = null;
  };
  return {
    open: async (path) => {
      const key = `${path}\n${await fileStamp(path)}`;
      if (held?.key === key) return held.source;
      drop();
      const source = await openFile(path);
      held = { key, source };
      return source;
    },
    close: drop,
  };
}
