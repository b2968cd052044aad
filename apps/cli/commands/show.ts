/** `buka show`: the whole life of one case, on the terminal or as one HTML file. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { type CaseLife, caseLife, type Workplace } from "../../../queues/index.ts";
import { type CaseView, caseView } from "../case-view.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { type Call, hasSwitch, type Io, textOption } from "../io.ts";
import { madeAt } from "../japan-time.ts";
import { cliError } from "../messages.ja.ts";
import { withPlace } from "../open-place.ts";
import { showWords } from "../show-words.ja.ts";
import { caseHtml } from "../views/case-html.ts";
import { caseLines } from "../views/case-lines.ts";

export async function show(io: Io, call: Call): Promise<ExitCode> {
  return withPlace(io, call, async (place) => {
    const life = await caseLife(place, call.words[0] ?? "");
    const open = hasSwitch(call, "values");
    const bot = await botFacts(place, life.case.bot);
    const view = caseView(life, bot.title, open);
    const out = textOption(call, "out");
    const wanted = hasSwitch(call, "html") || out !== undefined;
    const file = wanted
      ? await writePage(io, place, { life, view, open, out, owner: bot.owner })
      : null;
    if (io.json) io.out(JSON.stringify({ ...documentOf(life, view), file }));
    else io.out(file === null ? caseLines(view, open) : showWords.written(file));
    return exitCodes.ok;
  });
}

/** A bot that is gone or broken must not hide what became of its cases. */
async function botFacts(
  place: Workplace,
  name: string,
): Promise<{ readonly title: string; readonly owner: string }> {
  const bot = await place.bot(name).catch(() => null);
  return { title: bot?.scenario.title ?? name, owner: bot?.scenario.owner ?? "" };
}

function documentOf(life: CaseLife, view: CaseView): object {
  const { id, receiptNumber, state, bot, outcome } = life.case;
  const moments = view.moments.map(({ at, actor, event, what, facts, steps, picture }) => ({
    at,
    actor,
    event,
    what,
    facts,
    steps,
    picture,
  }));
  return { id, receiptNumber, bot, state, outcome, fields: view.fields, moments };
}

async function writePage(
  io: Io,
  place: Workplace,
  page: {
    readonly life: CaseLife;
    readonly view: CaseView;
    readonly open: boolean;
    readonly out: string | undefined;
    readonly owner: string;
  },
): Promise<string> {
  const { life, view, open, out, owner } = page;
  const file =
    out === undefined
      ? join(place.path("reports"), `${life.case.receiptNumber}.html`)
      : resolve(io.folder, out);
  const pictures = new Map<string, string>();
  for (const { picture } of life.moments) {
    if (picture === null || pictures.has(picture)) continue;
    pictures.set(picture, Buffer.from(await place.evidence.get(picture)).toString("base64"));
  }
  const document = caseHtml(view, { owner, open, pictures, madeAt: madeAt(io.clock.now()) });
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(file, document, { mode: 0o600 });
  } catch (cause) {
    throw cliError.noWritePlace({ file }, { cause });
  }
  return file;
}
