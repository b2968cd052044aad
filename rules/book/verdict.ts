/** What all findings of a case come to, the worst first. */
import type { Finding } from "../../core/index.ts";

/** "ok" also when nothing was found; warnings do not stop a case. */
export type Verdict = "ok" | "warning" | "error" | "uncomputable";

/** The worst of the findings: error before uncomputable before warning; "ok" without any. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  const has = (severity: Finding["severity"]): boolean =>
    findings.some((f) => f.severity === severity);
  if (has("error")) return "error";
  if (has("uncomputable")) return "uncomputable";
  return has("warning") ? "warning" : "ok";
}
