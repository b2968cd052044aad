/** Finds a browser that is installed here; buka downloads none. */
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { runnerError } from "../messages.ja.ts";
import { say } from "../say.ja.ts";

export interface BrowserSearch {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (path: string) => boolean;
}

const here: BrowserSearch = {
  platform: process.platform,
  env: process.env,
  exists: (path) => {
    try {
      accessSync(path, constants.R_OK);
      return true;
    } catch {
      return false;
    }
  },
};

/** Path of the browser program: `wanted` or BUKA_BROWSER, else Edge or Chrome where they install themselves, else PATH. */
export function findBrowser(wanted?: string, search: BrowserSearch = here): string {
  const named = wanted ?? search.env["BUKA_BROWSER"];
  if (named !== undefined && named !== "") {
    if (search.exists(named)) return named;
    throw runnerError.noBrowser({ remedy: say.envBrowserMissing(named) });
  }
  const found = places(search).find((path) => search.exists(path));
  if (found !== undefined) return found;
  const { remedy } = say;
  throw runnerError.noBrowser({
    remedy:
      search.platform === "win32" || search.platform === "darwin"
        ? remedy[search.platform]
        : remedy.linux,
  });
}

function places(search: BrowserSearch): string[] {
  if (search.platform === "win32") {
    const roots = ["ProgramFiles(x86)", "ProgramFiles", "LOCALAPPDATA"].map(
      (name) => search.env[name] ?? "",
    );
    const programs = [
      "Microsoft\\Edge\\Application\\msedge.exe",
      "Google\\Chrome\\Application\\chrome.exe",
    ];
    return programs.flatMap((p) => roots.filter((r) => r !== "").map((r) => `${r}\\${p}`));
  }
  if (search.platform === "darwin") {
    return ["Microsoft Edge", "Google Chrome", "Chromium"].map(
      (n) => `/Applications/${n}.app/Contents/MacOS/${n}`,
    );
  }
  const fixed = ["/opt/microsoft/msedge/msedge", "/opt/google/chrome/chrome"];
  const names = [
    "microsoft-edge",
    "google-chrome",
    "google-chrome-stable",
    "chromium",
    "chromium-browser",
  ];
  const path = (search.env["PATH"] ?? "").split(delimiter).concat("/usr/bin", "/snap/bin");
  return [...fixed, ...names.flatMap((n) => path.filter((d) => d !== "").map((d) => join(d, n)))];
}
