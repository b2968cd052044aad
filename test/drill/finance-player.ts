/** A player without a browser: the requests that the demo finance system's screens send, with the same read-back and barrier. */
import { type ClientRequest, type IncomingMessage, request } from "node:http";
import { BukaError, isBukaError } from "../../core/index.ts";
import type { LookUpOutcome, Player, PlayOutcome, TargetSystem } from "../../runner/index.ts";
import { runnerError } from "../../runner/index.ts";
import type { DiePoints } from "./die-points.ts";

/** Columns of the finance system in the order of its controls item01 … item19 → field of the record. */
export const columns = [
  ["kind", "区分"],
  ["name", "氏名"],
  ["kana", "フリガナ"],
  ["representative", "代表者"],
  ["postalCode", "郵便番号"],
  ["address", "住所"],
  ["phone", "電話番号"],
  ["corporateNumber", "法人番号"],
  ["invoiceNumber", "登録番号"],
  ["bankCode", "金融機関コード"],
  ["bankName", "金融機関名"],
  ["branchCode", "支店コード"],
  ["branchName", "支店名"],
  ["depositType", "預金種別"],
  ["accountNumber", "口座番号"],
  ["accountKana", "口座名義カナ"],
  ["withholding", "源泉対象"],
  ["section", "担当所属"],
  ["memo", "受付番号"],
] as const;

const control = (index: number): string => `item${String(index + 1).padStart(2, "0")}`;
const steps = [] as const;
const answerMillis = 20_000;

const trouble = (what: string, retryable: boolean): BukaError =>
  new BukaError({
    code: "DRL001",
    kind: "target",
    retryable,
    what,
    next: "訓練の記録を見てください。",
  });

interface Page {
  readonly status: number;
  readonly text: string;
  readonly cookie: string | null;
}

export function financePlayer(systems: readonly TargetSystem[], points: DiePoints): Player {
  const [system] = systems;
  if (!system) throw new TypeError("the drill needs one system");
  let cookie: string | null = null;

  const send = async (name: string, form: Readonly<Record<string, string>>): Promise<string> => {
    points.at(`before:${name}`);
    const page = await post(new URL(`/${name}`, system.url), form, cookie, () =>
      points.at(`during:${name}`),
    );
    points.at(`after:${name}`);
    cookie = page.cookie ?? cookie;
    return checkedText(page);
  };
  const logIn = async (): Promise<void> => {
    if (cookie !== null) return;
    const { user, password, section } = await system.credentials();
    const page = await send("login", { uid: user, pwd: password });
    if (page.includes("パスワード")) throw runnerError.logInRefused({ system: system.name });
    await send("section", { section: section ?? "" });
  };
  const forget = (): void => {
    cookie = null;
  };

  return {
    browserPid: null,
    close: async () => forget(),
    inspect: async () => [],
    rehearse: async () => ({ kind: "no-commit", steps, fields: [] }),
    async play({ values, barrier }): Promise<PlayOutcome> {
      const state = { pressed: false };
      try {
        await logIn();
        const search = { item01: values["フリガナ"] ?? "", item02: values["電話番号"] ?? "" };
        if (!(await send("search", search)).includes("該当する債権者はありません"))
          return { kind: "business-error", steps, error: trouble("もう登録されています。", false) };
        const form = formOf(values);
        requireAll(await send("confirm", form), form);
        await barrier.beforePress();
        state.pressed = true;
        return doneOf(await send("register", form));
      } catch (error) {
        forget();
        if (!isBukaError(error)) throw error;
        return { kind: state.pressed ? "in-doubt" : "system-error", steps, error };
      }
    },
    async lookUp({ values }): Promise<LookUpOutcome> {
      try {
        await logIn();
        const page = await send("search", { item04: values["受付番号"] ?? "" });
        if (page.includes("該当する債権者はありません")) return { kind: "not-found", steps };
        const numbers = [...page.matchAll(/<tr><td>(\d{8})<\/td>/gu)].map((m) => m[1] ?? "");
        const [number] = numbers;
        if (numbers.length !== 1 || number === undefined)
          throw trouble("照会の答えが一件ではありません。", false);
        return { kind: "found", steps, values: { 債権者番号: number } };
      } catch (error) {
        forget();
        if (!isBukaError(error)) throw error;
        return { kind: "unknown", steps, error };
      }
    },
  };
}

/** Reads back what was sent, as the runner does before its press. */
function requireAll(shown: string, form: Readonly<Record<string, string>>): void {
  const missing = Object.values(form).some((value) => !shown.includes(escaped(value)));
  if (missing) throw trouble("確認の値が違います。", false);
}

function formOf(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(columns.map(([, field], i) => [control(i), values[field] ?? ""]));
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

function doneOf(page: string): PlayOutcome {
  const number = /class="number">(\d{8})</u.exec(page)?.[1];
  if (!page.includes("登録が完了しました") || number === undefined)
    return { kind: "in-doubt", steps, error: trouble("成功の印が出ません。", true) };
  return { kind: "done", steps, values: { 債権者番号: number } };
}

function checkedText(page: Page): string {
  if (page.status >= 500) throw trouble(`HTTP ${page.status}`, true);
  if (page.text.includes("E108")) throw trouble("E108", true);
  if (/E113|E114/u.test(page.text)) throw runnerError.targetClosed({ text: "E113" });
  if (page.text.includes("E107")) throw trouble("E107", true);
  return page.text;
}

/** One connection per request: nothing is ever sent a second time behind our back. */
function post(
  url: URL,
  form: Readonly<Record<string, string>>,
  cookie: string | null,
  onSent: () => void,
): Promise<Page> {
  const body = new URLSearchParams(form).toString();
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(trouble("財務会計の返事がありません。", true));
    const asked: ClientRequest = request(
      url,
      {
        method: "POST",
        agent: false,
        timeout: answerMillis,
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          "content-length": Buffer.byteLength(body),
          connection: "close",
          ...(cookie === null ? {} : { cookie }),
        },
      },
      (answer) => void collect(answer).then(resolve, fail),
    );
    asked.once("finish", onSent);
    asked.once("timeout", () => asked.destroy());
    asked.once("error", fail);
    asked.end(body);
  });
}

async function collect(answer: IncomingMessage): Promise<Page> {
  let text = "";
  answer.setEncoding("utf8");
  for await (const part of answer) text += String(part);
  const set = answer.headers["set-cookie"]?.[0]?.split(";")[0] ?? null;
  return { status: answer.statusCode ?? 0, text, cookie: set };
}
