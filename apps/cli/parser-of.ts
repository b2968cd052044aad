/** Which reader a file of a bot belongs to: its name says it. */
import { type Parsed, readSettings } from "../../core/index.ts";
import { parseForm } from "../../ocr/index.ts";
import { parseScreens } from "../../runner/index.ts";
import { isPartText, type PartSource, parsePart, parseScenario } from "../../scenarios/index.ts";

/** form.yaml, screens.yaml, buka.yaml; all else is a scenario or a part. `parts` are the parts that it may call. */
export function parserOf(
  name: string,
  parts: readonly PartSource[] = [],
): (text: string, file: string) => Parsed<unknown> {
  if (/^form/.test(name)) return parseForm;
  if (/^screens/.test(name)) return parseScreens;
  if (name === "buka.yaml") return (text, file) => readSettings(text, file, {});
  return (text, file) => (isPartText(text) ? parsePart : parseScenario)(text, file, { parts });
}
