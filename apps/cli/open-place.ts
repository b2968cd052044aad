/** Opens the workspace that a call names, and closes it whatever happens. */
import { resolve } from "node:path";
import { openWorkplace, type Workplace } from "../../queues/index.ts";
import type { Call, Io } from "./io.ts";
import { textOption } from "./io.ts";

/** The workspace folder of a call: --workspace, BUKA_WORKSPACE, or the current folder. */
export function workspaceFolder(io: Io, call: Call): string {
  return resolve(
    io.folder,
    textOption(call, "workspace") ?? io.environment["BUKA_WORKSPACE"] ?? ".",
  );
}

/** Runs `work` with the open workspace of the call. */
export async function withPlace<T>(
  io: Io,
  call: Call,
  work: (place: Workplace) => Promise<T>,
): Promise<T> {
  return withPlaceAt(io, workspaceFolder(io, call), work);
}

/** Runs `work` with the open workspace at `folder`. */
export async function withPlaceAt<T>(
  io: Io,
  folder: string,
  work: (place: Workplace) => Promise<T>,
): Promise<T> {
  const { clock, ids, log, environment } = io;
  const place = await openWorkplace(folder, { clock, ids, log, environment });
  try {
    return await work(place);
  } finally {
    await place.close();
  }
}
