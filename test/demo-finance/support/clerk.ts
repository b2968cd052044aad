/** A clerk on the wire: keeps the cookies, posts forms, and reads the page as text. */
import type { DemoFinance } from "../../../apps/demo-finance/index.ts";

export interface Answer {
  readonly status: number;
  readonly location: string | null;
  readonly headers: Headers;
  readonly html: string;
  /** Without tags, scripts and styles. */
  readonly text: string;
}

export type Fields = Readonly<Record<string, string>>;

/** One complete creditor, by the names that the entry screen gives to its controls. */
export const entryFields: Fields = {
  item01: "法人",
  item02: "株式会社みほん電設",
  item03: "カブシキガイシャミホンデンセツ",
  item04: "代表取締役　見本　太郎",
  item05: "9990000",
  item06: "みほん市大手町0-0-0",
  item07: "099-000-0000",
  item08: "8999999000001",
  item09: "T8999999000001",
  item10: "0999",
  item11: "見本銀行",
  item12: "012",
  item13: "本店営業部",
  item14: "普通",
  item15: "0123456",
  item16: "ｶ)ﾐﾎﾝﾃﾞﾝｾﾂ",
  item18: "110100",
  item19: "R08-000123",
};

export class Clerk {
  readonly #url: string;
  readonly #cookies = new Map<string, string>();

  constructor(system: Pick<DemoFinance, "url">) {
    this.#url = system.url;
  }

  get(path: string): Promise<Answer> {
    return this.#send(path, { method: "GET" });
  }

  post(path: string, fields: Fields): Promise<Answer> {
    return this.#send(path, { method: "POST", body: new URLSearchParams(fields) });
  }

  async logIn(user = "robot01", password = "demo-pass-1", section = "110100"): Promise<this> {
    await this.post("/login", { uid: user, pwd: password });
    await this.post("/section", { section });
    return this;
  }

  register(fields: Fields = {}): Promise<Answer> {
    return this.post("/register", { ...entryFields, ...fields });
  }

  async #send(path: string, init: RequestInit): Promise<Answer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(this.#url + path, {
      ...init,
      headers: { cookie },
      redirect: "manual",
    });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    const { status, headers } = response;
    // response.text() would drop the byte order mark.
    const html = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await response.arrayBuffer());
    return { status, headers, location: headers.get("location"), html, text: textOf(html) };
  }

  #keep(line: string): void {
    const [name = "", value = ""] = (line.split(";")[0] ?? "").split("=");
    if (value === "") this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}

function textOf(html: string): string {
  return html
    .replace(/<script[\s\S]*?<\/script>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&nbsp;", " ")
    .replaceAll("&amp;", "&")
    .replace(/[ \t\r\n]+/g, " ");
}
