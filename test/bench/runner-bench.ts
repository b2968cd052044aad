/**
 * All figures of the runner with their targets and peers:
 *   npm run bench -- runner [--json] [--only targets,held,held2,held3,held4,held5,held6,held7,held8,held9,held10,held11,own,versions,mutants,overhead,challenge,steps] [--records 100] [--steps 10000]
 *     [--log FILE]  verdicts of the mutants are kept there, and a second run goes on where the first one was cut off
 *     [--match 見出し,E101]  only these mutants
 * Exit status 1 when one is missed.
 */
import { parseArgs } from "node:util";
import { heldOutPages } from "../support/legacy-pages/held-out.ts";
import { eighthHeldOutPages } from "../support/legacy-pages/held-out-eighth.ts";
import { eleventhHeldOutPages } from "../support/legacy-pages/held-out-eleventh.ts";
import { fifthHeldOutPages } from "../support/legacy-pages/held-out-fifth.ts";
import { fourthHeldOutPages } from "../support/legacy-pages/held-out-fourth.ts";
import { fourthHeldOutMore } from "../support/legacy-pages/held-out-fourth-more.ts";
import { ninthHeldOutPages } from "../support/legacy-pages/held-out-ninth.ts";
import { secondHeldOutPages } from "../support/legacy-pages/held-out-second.ts";
import { seventhHeldOutPages } from "../support/legacy-pages/held-out-seventh.ts";
import { sixthHeldOutPages } from "../support/legacy-pages/held-out-sixth.ts";
import { tenthHeldOutPages } from "../support/legacy-pages/held-out-tenth.ts";
import { thirdHeldOutPages } from "../support/legacy-pages/held-out-third.ts";
import { otherPages } from "../support/legacy-pages/others.ts";
import { ownFifthB } from "../support/legacy-pages/own-fifth-b.ts";
import { ownFirst } from "../support/legacy-pages/own-first.ts";
import { ownFourth } from "../support/legacy-pages/own-fourth.ts";
import { ownSecond } from "../support/legacy-pages/own-second.ts";
import { ownThird } from "../support/legacy-pages/own-third.ts";
import { tablePages } from "../support/legacy-pages/tables.ts";
import { isMet, lineOf } from "./ocr/figures.ts";
import { challenge } from "./runner/challenge.ts";
import { manySteps } from "./runner/many-steps.ts";
import { testMutants } from "./runner/mutants.ts";
import { overhead } from "./runner/overhead.ts";
import type { Section } from "./runner/section.ts";
import { targets } from "./runner/targets.ts";
import { versions } from "./runner/versions.ts";

const { values: args } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    log: { type: "string" },
    match: { type: "string" },
    only: { type: "string" },
    records: { type: "string", default: "100" },
    steps: { type: "string", default: "10000" },
  },
});

const sections: Readonly<Record<string, () => Promise<Section>>> = {
  targets: () => targets([...tablePages, ...otherPages], false),
  held: () => targets(heldOutPages, true),
  held2: () => targets(secondHeldOutPages, true),
  held3: () => targets(thirdHeldOutPages, true),
  held4: () => targets([...fourthHeldOutPages, ...fourthHeldOutMore], true),
  held5: () => targets(fifthHeldOutPages, true),
  held6: () => targets(sixthHeldOutPages, true),
  held7: () => targets(seventhHeldOutPages, true),
  held8: () => targets(eighthHeldOutPages, true),
  held9: () => targets(ninthHeldOutPages, true),
  held10: () => targets(tenthHeldOutPages, true),
  held11: () => targets(eleventhHeldOutPages, true),
  own: () => targets([...ownFirst, ...ownSecond, ...ownThird, ...ownFourth, ...ownFifthB], true),
  versions: () => versions([...tablePages, ...otherPages]),
  mutants: () =>
    testMutants({ parallel: 2, log: args.log ?? null, match: args.match?.split(",") ?? [] }),
  overhead: () => overhead(Number(args.records)),
  challenge: () => challenge(5),
  steps: () => manySteps(Number(args.steps)),
};

const asked = args.only?.split(",") ?? Object.keys(sections);
const done: Section[] = [];
for (const name of asked) {
  const section = sections[name];
  if (!section) throw new Error(`no such part: ${name}`);
  done.push(await section());
}
const figures = done.flatMap((s) => s.figures);
const notes = done.flatMap((s) => s.notes);
if (args.json) console.log(JSON.stringify({ figures, notes }, null, 2));
else for (const line of [...figures.map(lineOf), ...notes]) console.log(line);
process.exit(figures.every(isMet) ? 0 : 1);
