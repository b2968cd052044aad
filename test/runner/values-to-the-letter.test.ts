/** Values beside their captions are read to the letter, whatever brackets, marks and blanks stand in them. */
import { expect, it } from "vitest";
import { endOf } from "./support/playing.ts";
import { screensBench } from "./support/screens-bench.ts";

const values = [
  "ｱｵｿﾞﾗﾃﾞﾝｾﾂ(ｶ",
  "ｶ)ﾐﾎﾝ",
  "ﾐﾎﾝ(ｶ)ｼﾃﾝ",
  "（株）見本",
  "見本（株",
  "見本 (本店",
  "「見本」",
  "見本　一郎",
  "見本／一郎",
  "見本・太郎",
  "見本:支店",
  "見本【旧】",
  "①見本",
  "合計(税込",
  "第3号(2)",
  "(未定)",
  "1) 2) 3)",
  "10,000円",
  "▲1,000",
  "99.5%",
  "午前10:30",
  "12：30〜13：00",
  "R8.11.20",
  "a@b.jp",
  "03-0000-0000",
  "※要確認",
  "1/2",
  "0",
  "-",
];
const letters = [..."あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほ"];
const caption = (i: number): string => `項目${letters[i]}`;
const rows = (row: (caption: string, value: string) => string): string =>
  values.map((value, i) => row(caption(i), value)).join("");
const screens: Record<string, string> = {
  見出しの表: `<table>${rows((c, v) => `<tr><th>${c}</th><td>${v}</td></tr>`)}</table>`,
  色の表: `<table>${rows((c, v) => `<tr><td bgcolor=#ccccff>${c}</td><td><span>${v}</span></td></tr>`)}</table>`,
  一行ずつ: rows((c, v) => `<div><b>${c}</b>：<span>${v}</span></div>`),
  定義: `<dl>${rows((c, v) => `<dt>${c}</dt><dd>${v}</dd>`)}</dl>`,
};

const { bench } = screensBench(screens);

it.each(Object.keys(screens))(
  "%s",
  async (screen) => {
    const reading = values.map((_, i) => `「${caption(i)}」の値を {値${i}} として読み取る`);
    const outcome = await bench().play([`「${screen}」を開く`, ...reading]);
    expect(endOf(outcome)).toBe("done");
    const read = outcome.kind === "done" ? outcome.values : {};
    expect(values.map((_, i) => read[`値${i}`])).toEqual(values);
  },
  60_000,
);
