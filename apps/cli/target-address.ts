/** A screen named by its address instead of a name in the settings: that one host may be reached, nobody is logged in. */
import type { TargetSystem } from "../../runner/index.ts";
import { cliError } from "./messages.ja.ts";

/** Whether a person wrote an address (http…) and not the name of a system. */
export const isAddress = (where: string): boolean => /^https?:\/\//iu.test(where);

/** The system at an address, named by its host. Throws CLI012 when it is none. */
export function addressOnly(url: string): TargetSystem {
  if (!URL.canParse(url)) throw cliError.badAddress({ written: url });
  return {
    name: new URL(url).host,
    url,
    allowedHosts: [new URL(url).host],
    credentials: () => Promise.reject(cliError.badAddress({ written: url })),
  };
}
