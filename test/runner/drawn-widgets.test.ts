/** Drop-downs, boxes and switches that pages draw themselves, and lists in several tables; look-alikes stop or stay apart. */
import { describe, expect, it } from "vitest";
import { screensBench } from "./support/screens-bench.ts";

const note = (words: string): string => `document.getElementById('told').textContent+='${words}。'`;
const touched = (name: string): string =>
  `name=${name} size=4 onchange="${note(`触れた：${name}`)}"`;
const end = "<p id=told></p>";
const options = `function opens(box,shown,...words){box.onclick=e=>{if(e.target.closest('.pop'))return;const p=document.createElement('div');p.className='pop';p.style.cssText='position:absolute;background:#fff;border:1px solid;z-index:9;width:120px;left:'+box.getBoundingClientRect().left+'px;top:'+(box.getBoundingClientRect().bottom+scrollY)+'px';for(const w of words){const d=document.createElement('div');d.textContent=w;d.style.cursor='pointer';d.onclick=()=>{if('value' in shown)shown.value=w;else shown.textContent=w;p.remove()};p.append(d)}document.body.append(p)}}`;
const style =
  "<style>.dd{border:1px solid;width:130px;cursor:pointer;position:relative;padding:3px}.tri{position:absolute;right:5px;top:9px;border:5px solid transparent;border-top-color:#666}.row{margin:6px}</style>";
const menus = `${style}<div class=row>役職 <div class=dd id=m1><span>-----</span><i class=tri></i></div></div>
<div class=row>学校 <span id=m2 role=listbox tabindex=0 style="display:inline-block;width:130px;border:1px solid;cursor:pointer"><span>選択...</span><input style="display:none"></span></div>
<div class=row>分類 <div class=dd id=m3><input readonly role=combobox style="opacity:0;width:4px;position:absolute"><span>すべて</span><svg width=10 height=10 style="position:absolute;right:4px"></svg></div></div>
<div class=row><label>担当課</label><span><input readonly size=10 id=m4><img id=m5 alt="" width=16 height=16 style="background:#888;cursor:pointer"></span></div>
<div class=row><label>受付日</label><span><input readonly size=10><img alt="" class=calendar width=16 height=16 style="background:#888;cursor:pointer"></span></div>
<div style="border:1px solid;cursor:pointer;width:700px;position:relative" onclick="${note("開いた")}">基本情報<i class=tri></i></div>
<div class=row>状態 <span style="border:1px solid;cursor:pointer;display:inline-block;width:90px" onclick="${note("札")}">処理中</span></div>
<script>${options};const q=i=>document.getElementById(i);opens(q('m1'),q('m1').firstChild,'会長','会計');opens(q('m2'),q('m2').firstChild,'見本小','駅前小');opens(q('m3'),q('m3').querySelector('span'),'机','車両');opens(q('m5'),q('m4'),'総務課','建設課')</script>`;
const named = `${style}<style>.cut{position:absolute;width:1px;height:1px;overflow:hidden}</style>
<table><tr><td><label for=n1>年度</label></td><td><div role=combobox aria-haspopup=listbox id=n1 class=dd><div class=cut><select><option>令和８年度</option><option>令和９年度</option></select></div><label>令和８年度</label><i class=tri></i></div></td></tr>
<tr><td>認定</td><td><div class=dd id=n2><span><input role=combobox aria-haspopup=listbox readonly style="width:90px;border:0;opacity:0;position:absolute"></span><span>選択してください</span></div></td></tr></table>
<script>${options};opens(n1,n1.querySelector('label'),'令和８年度','令和９年度');opens(n2,n2.lastChild,'1号','2号')</script>`;
const flips = `onclick="this.setAttribute('aria-checked',this.getAttribute('aria-checked')!=='true')"`;
const boxes = `<style>.f{display:flex;justify-content:space-between;width:300px}.b{width:18px;height:18px;border:1px solid}</style>
<div class=f><p>通知を受け取る</p><div role=switch tabindex=0 aria-checked=false class=b id=b1 ${flips}></div></div>
<div class=f><p>別居</p><div role=switch tabindex=0 aria-checked=true class=b id=b2 ${flips}></div></div>
<div role=radiogroup aria-label="訓練の実施">${["年２回以上", "年１回", "なし"].map((w) => `<div style="display:flex"><div role=radio aria-checked=false class=b onclick="for(const r of document.querySelectorAll('[role=radio]'))r.setAttribute('aria-checked',r===this);${note(`選んだ：${w}`)}"></div><span>${w}</span></div>`).join("")}</div>
<table><tr><td></td><td>高い</td><td>普通</td></tr>${["研修", "補助"].map((w, i) => `<tr><td>${w}</td><td><input type=radio name=r${i} onclick="${note(`${w}：高い`)}"></td><td><input type=radio name=r${i} onclick="${note(`${w}：普通`)}"></td></tr>`).join("")}</table>`;
const fixed =
  "<style>table{border-collapse:collapse}td,th{border:1px solid;width:70px;height:34px;padding:0}.x{visibility:hidden}</style>";
const lists = `${fixed}<h3>勤務</h3><div style="position:relative"><table id=w><tr><th><span class=x>日</span></th><th>出勤</th></tr>${[2, 3].map((n) => `<tr><td><span class=x>${n}</span></td><td><input ${touched(`a${n}`)}></td></tr>`).join("")}</table><div style="position:absolute;left:0;top:0;background:#fff"><table><tr><th>日</th></tr><tr><td>2</td></tr><tr><td>3</td></tr></table></div></div>
<h3>申込</h3><div style="display:flex"><table><tr><th>受付</th><th>児童</th></tr><tr><td>101</td><td>一郎</td></tr><tr><td>102</td><td>二郎</td></tr></table><table><tr><th>待機順</th></tr><tr><td><input ${touched("b1")}></td></tr><tr><td><input ${touched("b2")}></td></tr></table></div>
<h3>二つの表</h3><div style="display:flex"><table><tr><th>科目</th><th>額</th></tr><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table><table><tr><th>科目</th><th>注</th></tr><tr><td>乙</td><td><input ${touched("c1")}></td></tr><tr><td>甲</td><td><input ${touched("c2")}></td></tr></table></div>
<h3>滞納</h3><div><table><tr><th>番号</th><th>氏名</th></tr><tr><th><input size=4></th><th><input size=4></th></tr></table></div><div><table><tr><td>1</td><td>甲田</td></tr><tr><td>2</td><td>乙田</td></tr></table></div>`;
const grey = (w: string): string => `<td bgcolor=#cccccc>${w}</td>`;
const sheet = `<style>td{border:1px solid;width:80px}</style><table><tr>${grey("農家番号")}<td><input ${touched("a")}></td>${grey("集落")}<td><input ${touched("b")}></td></tr><tr>${grey("氏名")}<td><input ${touched("c")}></td>${grey("面積")}<td>12</td></tr><tr><td colspan=4></td></tr><tr><td colspan=4>■筆別明細</td></tr><tr>${["行", "地番", "利用", "遊休"].map(grey).join("")}</tr>${[1, 2].map((n) => `<tr><td>${n}</td><td>見本町${n}</td><td><input ${touched(`d${n}`)}></td><td>無</td></tr>`).join("")}</table>
<table><tr><td colspan=3>届出</td></tr><tr><td colspan=3>人</td></tr><tr><td colspan=3>項目</td></tr><tr>${["姓名", "生年", "続柄"].map(grey).join("")}</tr><tr>${["e", "f", "g"].map((n) => `<td><input ${touched(n)}></td>`).join("")}</tr><tr>${["職業", "電話", "番地"].map(grey).join("")}</tr><tr>${["h", "i", "j"].map((n) => `<td><input ${touched(n)}></td>`).join("")}</tr></table>`;

const screens: Record<string, string> = {
  選択欄: menus,
  箱: boxes,
  表: lists,
  台帳: sheet,
  部品: named,
};

const { bench, play, readIn } = screensBench(screens, end);

describe("drop-downs by their drawing", { timeout: 20_000 }, () => {
  it.each([
    ["役職", "会計"],
    ["学校", "駅前小"],
    ["分類", "車両"],
  ])("「%s」で「%s」を選ぶ", async (caption, option) => {
    const choose = `「${caption}」で「${option}」を選ぶ`;
    expect(await play("選択欄", choose, `「${caption}」が「${option}」であることを確かめる`)).toBe(
      "done",
    );
  });

  it.each([
    ["年度", "令和９年度"],
    ["認定", "2号"],
  ])(
    "「%s」で「%s」を選ぶ, in what is drawn and not in what is cut away",
    async (caption, option) => {
      const steps = [
        `「${caption}」で「${option}」を選ぶ`,
        `「${caption}」の値を {値} として読み取る`,
      ];
      const outcome = await bench().play(["「部品」を開く", ...steps]);
      expect(outcome).toMatchObject({ kind: "done", values: { 値: option } });
    },
  );

  it.each(["「受付日」で「12」を選ぶ", "「基本情報」で「会長」を選ぶ", "「状態」で「済」を選ぶ"])(
    "stops at %s",
    async (sentence) => {
      expect(await play("選択欄", sentence)).toMatch(/RUN/);
    },
  );
});

describe("boxes that say what they are", { timeout: 20_000 }, () => {
  it("ticks one that is off, and leaves one that is on", async () => {
    const steps = ["「通知を受け取る」をチェックする", "「別居」をチェックする"];
    expect(await play("箱", ...steps)).toBe("done");
    expect(await play("箱", "「別居」のチェックを外す")).toBe("done");
  });

  it.each([
    ["「訓練の実施」で「年１回」を選ぶ", "選んだ：年１回。"],
    ["「研修」で「普通」を選ぶ", "研修：普通。"],
    ["「補助」で「高い」を選ぶ", "補助：高い。"],
  ])("%s", async (sentence, words) => {
    expect(await play("箱", sentence, `「${words}」と出ることを確かめる`)).toBe("done");
  });
});

describe("lists in several tables", { timeout: 20_000 }, () => {
  it.each([
    ["表", "「勤務」表で「日」が「3」の行の「出勤」に「9」を入力する", "a3"],
    ["表", "「申込」表で「児童」が「二郎」の行の「待機順」に「1」を入力する", "b2"],
    ["台帳", "「筆別明細」表で「地番」が「見本町2」の行の「利用」に「田」を入力する", "d2"],
    ["台帳", "「集落」に「上」を入力する", "b"],
    ["台帳", "「生年」に「1」を入力する", "f"],
    ["台帳", "「電話」に「1」を入力する", "i"],
  ])("%s: %s", async (screen, sentence, name) => {
    expect(await play(screen, sentence, `「触れた：${name}。」と出ることを確かめる`)).toBe("done");
  });

  it("stops where two lists beside each other have the same heading", async () => {
    expect(await play("表", "「科目」が「甲」の行の「注」に「1」を入力する")).toMatch(/RUN021/);
  });

  it("reads below a line of boxes to narrow by", async () => {
    expect(await readIn("表", "「滞納」表で「番号」が「2」の行の「氏名」の値")).toBe("乙田");
    expect(await readIn("表", "「滞納」表の1行目の「氏名」の値")).toBe("甲田");
  });
});
