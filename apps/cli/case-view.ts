/** What `buka show` tells about a case, as rows of plain texts: the terminal and the page draw the same rows. */
import { type Case, caseValues } from "../../core/index.ts";
import type { CaseLife, LifeMoment } from "../../queues/index.ts";
import { japanTime } from "./japan-time.ts";
import { howDecided, maskValue, momentSentence, showWords } from "./show-words.ja.ts";

export interface CaseView {
  readonly heading: string;
  readonly facts: readonly (readonly [string, string])[];
  readonly fields: readonly {
    readonly name: string;
    readonly value: string;
    readonly how: string;
  }[];
  readonly moments: readonly (LifeMoment & {
    readonly time: string;
    readonly what: string;
    readonly who: string;
  })[];
}

/** `open`: values as they are; else masked. */
export function caseView(life: CaseLife, title: string, open: boolean): CaseView {
  const c = life.case;
  const shown = open ? (value: string): string => value : maskValue;
  return {
    heading: showWords.heading(c.receiptNumber, title, c.state),
    facts: factsOf(life),
    fields: fieldsOf(c, shown),
    moments: life.moments.map((m) => ({
      ...m,
      time: clock(m.at),
      what: momentSentence(m),
      who: m.actor.kind === "person" ? showWords.person(m.actor.name) : m.actor.name,
    })),
  };
}

const clock = (iso: string): string => japanTime(new Date(iso)).replace("T", " ");

function factsOf({ case: c, intent, leftOut }: CaseLife): CaseView["facts"] {
  const words = showWords.facts;
  const { fileName, page, kind } = c.source;
  const given = Object.entries(c.outcome).map(([name, value]) => `${name} ${value}`);
  return [
    [words.received, c.receivedOn],
    [words.source, showWords.source(fileName, page, kind === "row")],
    [words.press, showWords.pressed(intent?.state)],
    [words.attempts, String(c.attempt)],
    ...(given.length === 0 ? [] : [[words.number, given.join(" ")] as const]),
    ...(c.reason === null
      ? []
      : ([
          [words.reason, `${c.reason.message}（${c.reason.code}）`],
          [words.next, c.reason.next],
        ] as const)),
    ...c.findings.map((f) => [words.findings, f.message] as const),
    ...(leftOut === null ? [] : [[words.leftOut, showWords.leftOut(leftOut)] as const]),
  ];
}

function fieldsOf(c: Case, shown: (value: string) => string): CaseView["fields"] {
  const rows = Object.entries(c.readings).map(([name, reading]) => ({
    name,
    value: shown(reading.value),
    how: howDecided(reading, clock),
  }));
  const read = new Set(rows.map((r) => r.name));
  const others = Object.entries(caseValues(c)).filter(([name]) => !read.has(name));
  return [
    ...rows,
    ...others.map(([name, value]) => {
      const given = Object.hasOwn(c.outcome, name);
      return {
        name,
        value: given ? value : shown(value),
        how: given ? showWords.given : showWords.derived,
      };
    }),
  ];
}
