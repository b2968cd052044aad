/** Wall time of the shipped bot against a script written by hand for the same records, in turns within one run. */
import type { Figure } from "../ocr/figures.ts";
import { startFinance } from "./finance-process.ts";
import { startHandScript } from "./hand-script.ts";
import type { Section } from "./section.ts";
import { accounts, caseValues, launchFor, readBot, requestOf } from "./shipped-bot.ts";

const inTurn = 5;

type Way = "script" | "bare" | "pictured";

/** `records` each: by hand, by the bot without pictures, by the bot with the screens before and after 登録. */
export async function overhead(records: number): Promise<Section> {
  const [forBare, forPictured, forScript] = accounts;
  if (!forBare || !forPictured || !forScript) throw new Error("three accounts are needed");
  const finance = await startFinance();
  const { scenario, dictionary } = readBot();
  const script = await startHandScript(finance.url, forScript);
  const bare = await launchFor(finance.url, dictionary, { account: forBare, patienceSeconds: 10 });
  const pictured = await launchFor(finance.url, dictionary, {
    account: forPictured,
    patienceSeconds: 10,
  });
  const failed: string[] = [];
  const play = async (player: typeof bare, n: number, pictures: boolean): Promise<void> => {
    const outcome = await player.play(requestOf(scenario, n, pictures));
    if (outcome.kind !== "done")
      failed.push(`${n}: ${"error" in outcome ? outcome.error.message : outcome.kind}`);
  };
  const ways: Readonly<Record<Way, (n: number) => Promise<unknown>>> = {
    script: (n) => script.enter(caseValues(n)),
    bare: (n) => play(bare, n, false),
    pictured: (n) => play(pictured, n, true),
  };
  const millis = await timed(ways, records);
  await Promise.all([script.close(), bare.close(), pictured.close()]);
  finance.close();
  return { figures: figuresOf(millis, records), notes: failed };
}

/** The first record of each is not counted: it logs in. */
async function timed(
  ways: Readonly<Record<Way, (n: number) => Promise<unknown>>>,
  records: number,
): Promise<Readonly<Record<Way, number>>> {
  const millis: Record<Way, number> = { script: 0, bare: 0, pictured: 0 };
  const names = Object.keys(ways) as Way[];
  let n = 0;
  for (const name of names) await ways[name](++n);
  for (let done = 0; done < records; done += inTurn) {
    // Each way comes first as often as the others.
    for (let w = 0; w < names.length; w++) {
      const name = names[(w + done / inTurn) % names.length] ?? "script";
      const start = performance.now();
      for (let i = 0; i < inTurn; i++) await ways[name](++n);
      millis[name] += performance.now() - start;
    }
    console.error(`overhead ${done + inTurn}/${records}`);
  }
  return millis;
}

function figuresOf(millis: Readonly<Record<Way, number>>, records: number): readonly Figure[] {
  const each = `手書き ${Math.round(millis.script / records)} ミリ秒/件`;
  return [
    {
      name: "手書きとの比（写しなし）",
      value: millis.bare / millis.script,
      unit: "倍",
      target: { most: 1.1 },
      peer: `${Math.round(millis.bare / records)} ミリ秒/件、${each}`,
    },
    {
      name: "手書きとの比（登録の前後の写しあり）",
      value: millis.pictured / millis.script,
      unit: "倍",
      target: { most: 1.3 },
      peer: `${Math.round(millis.pictured / records)} ミリ秒/件、${each}`,
    },
  ];
}
