/** Fields and values that belong together by the block, the part, or the line in which they are drawn; what is not told stops. */
import { describe, expect, it } from "vitest";
import { screensBench } from "./support/screens-bench.ts";

const told = `onchange="document.getElementById('told').textContent+='触れた：'+this.name+'。'" onclick="this.onchange&&this.type!='text'&&0"`;
const field = (name: string, more = ""): string => `<input name=${name} size=6 ${more} ${told}>`;
const end = "<p id=told></p>";
const screens: Record<string, string> = {
  箱の中: `<style>.i{display:flex;justify-content:space-between;width:400px;border-bottom:1px solid}.c small{display:block;font-size:10px}.g{display:flex}.big{font-size:20px}</style>
  <div class=i><span>居住の形跡</span><input type=checkbox name=a ${told}></div><div class=i><div>屋根の破損<br><small>軒先も</small></div><input type=checkbox name=b ${told}></div>
  <p>お名前</p><div class=g><div class=c>${field("c")}<small>姓</small></div><div class=c>${field("d")}<small>名</small></div></div>
  <div style="border:1px solid;width:500px"><div>前回の担当</div><div>見本</div><div>前回の区分</div><div>新規</div><div>所見</div>${field("e")}</div>
  <div style="border:1px solid;width:300px;margin-top:9px"><div>納期</div><div>税額</div><div>摘要</div>${field("f", 'style="display:block;margin-top:90px"')}</div>`,
  組と部分: `<pre>
【旧住所】 郵便番号 ： ${field("a")}
           世帯主   ： ${field("b")}
【新住所】 郵便番号 ： ${field("c")}
           方書     ： ${field("d")}
 届出日 ： 令和${field("e")}年${field("f")}月
</pre><div style="position:relative;height:120px"><div style="position:absolute;left:10px;top:20px;width:260px;height:70px;border:2px groove"></div><span style="position:absolute;left:20px;top:12px;background:#fff">債務者</span><span style="position:absolute;left:20px;top:45px">番号</span><span style="position:absolute;left:90px;top:42px">${field("g")}</span><span style="position:absolute;left:320px;top:45px">番号</span><span style="position:absolute;left:390px;top:42px">${field("h")}</span></div>
  <div><b>甲</b><br>会社名 ${field("i")}<br>乙<br>代表者 ${field("j")}</div>`,
  値: `<style>.k{color:gray;font-size:11px}.v{font-weight:bold}.li{display:flex;gap:9px}.s{display:inline-block;width:90px}.s em{font-size:11px}</style>
  <div class=li><span class=k>整理番号</span><span class=v>AK-31</span></div><div class=li><span class=k>状態</span><span class=v></span></div><div class=li><span class=k>担当</span><span class=v>会計課</span></div>
  <div><div class=s><p>18.0</p><em>勤務時間</em></div><div class=s><p>3</p><em>勤務日数</em></div></div>
  <p>手数料 <b>300</b>円　件数 <b>2</b>件</p><p><span class=k>前回</span> <span class=v></span> <span class=k>備考</span> <span class=v>なし</span></p>
  <ul><li>件数<span style="margin-left:300px">124</span></li><li>誤り<span style="margin-left:300px">0</span></li></ul>
  <div style="width:300px"><div>階層</div><div style="display:flex"><span>区分</span><span style="margin-left:30px">負担額</span></div><div style="display:flex"><button>見る</button><button style="margin-left:9px">閉じる</button></div></div>
  <div><div>部署</div><div>電話</div></div><div><div>総務課</div><div>内線1</div></div>
  <div><p class=k>所得</p>${field("a")}<p class=k>月額</p><span class=v>104,000円</span><p class=k>納付先</p><p class=w></p><p style="font-weight:bold">※印は必須です</p></div>
  <div><div class=q>施設</div><div class=v>大ホール</div><div class=q>使用料</div><div class=v></div><div class=q>減免</div><div class=v>なし</div></div>`,
  同じ言葉: `<table border=1><thead><tr><th>宛名番号</th><th>氏名</th></tr><tr><th>${field("a")}</th><th>${field("b")}</th></tr></thead><tr><td>101</td><td>見本太郎</td></tr><tr><td>102</td><td>見本花子</td></tr></table><p>宛名番号 ${field("c")}</p>
  <div style="width:420px"><div>住所</div>${field("d")}</div>`,
};

const { play, readIn } = screensBench(screens, end);

describe("what a block holds alone", { timeout: 20_000 }, () => {
  it.each([
    ["箱の中", "「居住の形跡」をチェックする", "a"],
    ["箱の中", "「屋根の破損」をチェックする", "b"],
    ["箱の中", "「姓」に「見本」を入力する", "c"],
    ["箱の中", "「お名前」の「名」に「太郎」を入力する", "d"],
    ["組と部分", "「旧住所」の「世帯主」に「見本」を入力する", "b"],
    ["組と部分", "「新住所」の「郵便番号」に「1」を入力する", "c"],
    ["組と部分", "「届出日」欄の「年」に「8」を入力する", "e"],
    ["組と部分", "「届出日の月」に「11」を入力する", "f"],
    ["組と部分", "「債務者」枠の「番号」に「5」を入力する", "g"],
    ["組と部分", "「甲」の「会社名」に「見本」を入力する", "i"],
  ])("%s: %s", async (screen, sentence, name) => {
    expect(await play(screen, sentence, `「触れた：${name}。」と出ることを確かめる`)).toBe("done");
  });

  it.each([
    ["箱の中", "「前回の担当」に「見本」を入力する"],
    ["箱の中", "「納期」に「1」を入力する"],
    ["組と部分", "「郵便番号」に「1」を入力する"],
    ["組と部分", "「番号」に「5」を入力する"],
    ["組と部分", "「甲」の「代表者」に「見本」を入力する"],
    ["同じ言葉", "「宛名番号」に「1」を入力する"],
  ])("%s: stops at %s", async (screen, sentence) => {
    expect(await play(screen, sentence)).toMatch(/^stopped|^failed|RUN/);
  });

  it("counts no line of boxes to narrow a list by as a row", async () => {
    expect(await readIn("同じ言葉", "「宛名番号」が「102」の行の「氏名」の値")).toBe("見本花子");
  });
});

describe("values by blocks and by turns", { timeout: 20_000 }, () => {
  it.each([
    ["「整理番号」の値", "AK-31"],
    ["「担当」の値", "会計課"],
    ["「勤務日数」の値", "3"],
    ["「手数料」の値", "300円"],
    ["「誤り」の値", "0"],
    ["「備考」の値", "なし"],
    ["「月額」の値", "104,000円"],
    ["「施設」の値", "大ホール"],
  ])("%s is %s", async (what, value) => {
    expect(await readIn("値", what)).toBe(value);
  });

  it.each([
    "「区分」の値",
    "「状態」の値",
    "「前回」の値",
    "「部署」の値",
    "「納付先」の値",
    "「使用料」の値",
  ])("stops at %s, which shows nothing", async (what) => {
    expect(await readIn("値", what)).toMatch(/RUN/);
  });
});
