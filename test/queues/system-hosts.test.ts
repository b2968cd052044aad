/** The entrance of a system must be among the hosts that the browser may reach: a slip shows before anything is started. */
import { expect, it } from "vitest";
import { readSettings } from "../../core/index.ts";

const problemsOf = (url: string, hosts: string): readonly { code: string; fix?: string }[] => {
  const text = `版: 1\n画面:\n  財務会計:\n    入口: ${url}\n    許可する宛先: ${hosts}\n`;
  return readSettings(text, "buka.yaml", {}).problems;
};

it.each([
  ["http://zaimu/", "zaimu"],
  ["http://zaimu/", "[other, zaimu:80]"],
  ["https://zaimu/", "[zaimu:443]"],
  ["http://zaimu:8080/top", "[ZAIMU:8080]"],
  ["http://zaimu:8080/", "[zaimu]"],
])("lets %s through %s", (url, hosts) => {
  expect(problemsOf(url, hosts)).toEqual([]);
});

it.each([
  ["http://zaimu:8081/", "[zaimu:8080]", "許可する宛先: [zaimu:8080, zaimu:8081]"],
  ["https://zaimu/", "[zaimu:80]", "許可する宛先: [zaimu:80, zaimu]"],
  ["http://zaimu.example/", "[zaimu]", "許可する宛先: [zaimu, zaimu.example]"],
])("names %s beside %s, with the line to write", (url, hosts, fix) => {
  expect(problemsOf(url, hosts)).toMatchObject([{ code: "COR150", fix }]);
});
