/** What a programmer would write by hand with Playwright for the same records: selectors of this product, its own waits. */
import type { Browser, Frame, Page } from "playwright";
import { findBrowser } from "../../../runner/index.ts";
import type { Account, caseValues } from "./shipped-bot.ts";

export interface HandScript {
  /** Enters one record and gives its 債権者番号. */
  enter(values: ReturnType<typeof caseValues>): Promise<string>;
  close(): Promise<void>;
}

export async function startHandScript(url: string, account: Account): Promise<HandScript> {
  const { chromium } = await import("playwright");
  const browser: Browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ["--no-sandbox"],
  });
  const page = await browser.newPage({ viewport: { width: 1366, height: 900 } });
  page.on("dialog", (dialog) => void dialog.accept());
  await page.goto(url);
  await page.fill("input[name=uid]", account.user);
  await page.fill("input[name=pwd]", account.password);
  await page.click("text=ログイン");
  await page.selectOption("select[name=section]", "110100");
  await page.click("input[type=submit]");
  await page.waitForSelector("frame[name=menu]");
  const menu = frameOf(page, "menu");
  await menu.click("text=債権者管理");
  return { enter: (values) => enter(page, values), close: () => browser.close() };
}

function frameOf(page: Page, name: string): Frame {
  const frame = page.frame({ name });
  if (!frame) throw new Error(`no frame ${name}`);
  return frame;
}

async function enter(page: Page, values: ReturnType<typeof caseValues>): Promise<string> {
  const [menu, main] = [frameOf(page, "menu"), frameOf(page, "main")];
  await menu.click("text=債権者検索");
  await main.fill("input[name=item01][size='28']", values.フリガナ);
  await main.fill("input[name=item02][size='16']", values.電話番号);
  await main.click("input[value='検　索']");
  await main.waitForSelector("text=該当する債権者はありません");
  await menu.click("text=債権者登録");
  await main.check(`input[name=item01][value=${values.区分}]`);
  await main.fill("input[name=item02][size='60']", values.氏名);
  await main.fill("input[name=item03]", values.フリガナ);
  await main.fill("input[name=item04]", values.代表者);
  await main.fill("input[name=item05]", values.郵便番号);
  await main.fill("input[name=item06]", values.住所);
  await main.fill("input[name=item07]", values.電話番号);
  await main.fill("input[name=item08]", values.法人番号);
  await main.fill("input[name=item09]", values.登録番号);
  await chooseBank(page, main, values);
  await main.selectOption("select[name=item14]", values.預金種別);
  await main.fill("input[name=item15]", values.口座番号);
  await main.fill("input[name=item16]", values.口座名義カナ);
  await main.fill("input[name=item18]", values.担当所属);
  await main.fill("input[name=item19]", values.受付番号);
  await main.click("input[value='確　認']");
  await main.click("input[value='登　録']");
  await main.waitForSelector("text=登録が完了しました");
  return (await main.textContent("td.number")) ?? "";
}

async function chooseBank(
  page: Page,
  main: Frame,
  values: ReturnType<typeof caseValues>,
): Promise<void> {
  const [popup] = await Promise.all([page.waitForEvent("popup"), main.click("text=金融機関検索")]);
  await popup.fill("input[name=b]", values.金融機関コード);
  await popup.fill("input[name=s]", values.支店コード);
  await popup.click("input[value='検　索']");
  // The window closes itself under the click.
  const chosen = popup.click("input[value=選択]").catch((error: unknown) => {
    if (!popup.isClosed()) throw error;
  });
  await Promise.all([popup.waitForEvent("close"), chosen]);
  const bank = await main.inputValue("input[name=item11]");
  const branch = await main.inputValue("input[name=item13]");
  if (bank !== values.金融機関名 || branch !== values.支店名) throw new Error("another bank");
}
