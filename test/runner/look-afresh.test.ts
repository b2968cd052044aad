/** Every sentence sees the screens as they stand now: what changed without any sign, moved between frames, or came anew. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addFront, type OldSystem, page, send, startOldSystem } from "./support/old-system.ts";
import { type Bench, endOf, openBench } from "./support/playing.ts";

let system: OldSystem;
let bench: Bench;
let loads = 0;

const menu = [
  "黙って変わる",
  "同じ枠が二つ",
  "枠が入れ替わる",
  "枠が読み直される",
  "古い部品",
  "見出しが移る",
  "あとから変わる",
  "影の部品",
  "書き直される",
  "つられて変わる",
  "開く部品",
  "ひとりでに変わる",
];

beforeAll(async () => {
  system = await startOldSystem();
  addFront(system, menu);
  // A script that sets a value leaves no trace: no event, no change of the document.
  system.pages.set(
    "/s0",
    page(
      "黙って変わる",
      `<table><tr><th>番号</th><td><input id=a value="1"></td></tr><tr><th>氏名</th><td><input onblur="a.value='2'"></td></tr></table>`,
    ),
  );
  const twin = page("枠", `<table><tr><th>住所</th><td><input></td></tr></table>`);
  system.pages.set("/twin", twin);
  system.pages.set(
    "/s1",
    `<html><head><title>同じ枠が二つ</title></head><frameset cols="50%,*"><frame src="/twin" title="左"><frame src="/twin" title="右"></frameset></html>`,
  );
  // The page moves its second frame before the first; both load again, in another order than the browser knows them.
  system.pages.set(
    "/named",
    page(
      "枠",
      `<script>document.write("<p>住所 <input value="+location.search.slice(1)+"></p>")</script>`,
    ),
  );
  system.pages.set(
    "/s2",
    page(
      "枠が入れ替わる",
      `<div id=box><iframe id=one src="/named?1"></iframe><iframe id=two src="/frame?2"></iframe></div>
       <button type=button onclick="box.insertBefore(two, one)">入れ替える</button>`,
    ),
  );
  system.pages.set("/frame", page("別の枠", `<p>部署 <input value="会計課"></p>`));
  system.pages.set("/again", (_hit, res) => {
    loads += 1;
    send(res, 200, page("枠", `<p>回数 <input value="${loads}"></p>`));
  });
  system.pages.set(
    "/s3",
    page(
      "枠が読み直される",
      `<iframe id=f src="/again"></iframe><button type=button onclick="f.contentWindow.location.reload()">読み直す</button>`,
    ),
  );
  // Libraries of the time taught every list and text a toJSON of their own.
  const old = `<script>Array.prototype.toJSON=String.prototype.toJSON=function(){return "x"}</script>`;
  system.pages.set("/old", page("枠", `${old}<p>摘要 <input value="古い"></p>`));
  system.pages.set(
    "/s4",
    page("古い部品", `${old}<p>番号 <input></p><iframe src="/old"></iframe>`),
  );
  // Only style sheets change: which field stands under which heading is another one afterwards.
  system.pages.set(
    "/s5",
    page(
      "見出しが移る",
      `<p class=p>請求日 <input id=x value="X"></p><p class=q>支払日 <input id=y value="Y"></p>
       <button type=button onclick="document.styleSheets[0].insertRule('.p{display:none}')">隠す</button>`,
    ).replace("</head>", "<style>.z{color:red}</style></head>"),
  );
  // Properties leave no trace either: what is chosen, ticked, a rule of the sheet, a text that a shadow tree holds.
  const later = (change: string): string => `<p>きっかけ <input onblur="${change}"></p>`;
  system.pages.set(
    "/s6",
    page(
      "あとから変わる",
      `<p>区分 <select id=k><option value=1>甲</option><option value=1>乙</option></select></p>
       <p><label><input type=checkbox id=c>代理人あり</label></p><p id=h>支店名 <span id=sh>本店</span></p>
       <p class=q style="position:absolute;top:400px">備考 <input value="旧"></p><p style="position:absolute;top:400px;left:500px">備考 <input id=n style="visibility:hidden" value="新"></p>
       ${later("k.selectedIndex=1;c.checked=true;sh.firstChild.data='駅前';document.styleSheets[0].cssRules[0].style.display='none'")}`,
    ).replace("</head>", "<style>.q{color:black}</style></head>"),
  );
  system.pages.set(
    "/s7",
    page(
      "影の部品",
      `<div id=host></div>${later("host.shadowRoot.querySelector('b').textContent='2'")}
       <script>host.attachShadow({mode:"open"}).innerHTML="<p>回数：<b>1</b></p>"</script>`,
    ),
  );
  system.pages.set(
    "/s8",
    page(
      "書き直される",
      `<p>番号 <input value="1"></p><button type=button onclick="again(2)">書き直す</button>
       <script>function again(n){document.open();document.write("<title>書き直される</title><p>番号 <input value="+n+"></p><p>氏名 <input onblur=document.querySelector('input').value='3'></p>");document.close()}</script>`,
    ),
  );
  // Leaving one field makes another field of the same name appear before it.
  system.pages.set(
    "/s9",
    page(
      "つられて変わる",
      `<div id=first></div><p>電話番号 <input id=old></p><p>種別 <input onblur="first.innerHTML='<p>氏名 <input></p>';old.parentNode.firstChild.data='旧の番号 '"></p>`,
    ),
  );
  system.pages.set(
    "/s10",
    page(
      "開く部品",
      `<div id=pop popover>届出番号 <input value="77"></div><p>所属 <input onblur="pop.showPopover()"></p>`,
    ),
  );
  system.pages.set(
    "/s11",
    page(
      "ひとりでに変わる",
      `<p>残高 <input id=r value="1"></p><p>区分 <select id=k><option value=1>甲</option><option value=1>乙</option></select></p>
       <script>setTimeout(() => { r.value = "2" }, 500); setTimeout(() => { k.selectedIndex = 1 }, 1000)</script>`,
    ),
  );
  bench = await openBench(system);
});

afterAll(async () => {
  await bench.player.close();
  await system.close();
});

const play = (name: string, ...sentences: string[]) =>
  bench.play([`「${name}」を開く`, ...sentences]);

describe("the screens as they stand now", () => {
  it("sees a value that a script set without any sign", async () => {
    const ended = await play(
      "黙って変わる",
      "「番号」が「1」であることを確かめる",
      "「氏名」に「見本」を入力する",
      "「番号」が「2」であることを確かめる",
    );
    expect(endOf(ended)).toBe("done");
  });

  it("keeps two frames with the same document apart", async () => {
    const ended = await play("同じ枠が二つ", "「住所」に「どちら」を入力する");
    expect(endOf(ended)).toBe("system-error RUN011");
  });

  it("reads frames that changed places", async () => {
    const ended = await play(
      "枠が入れ替わる",
      "「住所」が「1」であることを確かめる",
      "「部署」が「会計課」であることを確かめる",
      "「入れ替える」を押す",
      "「部署」に「税務課」を入力する",
      "「住所」が「1」であることを確かめる",
      "「部署」が「税務課」であることを確かめる",
    );
    expect(endOf(ended)).toBe("done");
  });

  it("reads a frame that was loaded anew", async () => {
    loads = 0;
    const ended = await play(
      "枠が読み直される",
      "「回数」が「1」であることを確かめる",
      "「読み直す」を押す",
      "「回数」が「2」であることを確かめる",
      "「読み直す」を押す",
      "「回数」が「3」であることを確かめる",
    );
    expect(endOf(ended)).toBe("done");
  });

  it("reads pages whose library changed what JSON says", async () => {
    const ended = await play(
      "古い部品",
      "「番号」に「7」を入力する",
      "「摘要」に「新しい」を入力する",
      "「番号」が「7」であることを確かめる",
      "「摘要」が「新しい」であることを確かめる",
    );
    expect(endOf(ended)).toBe("done");
  });

  it("sees what a style sheet hid", async () => {
    const ended = await play(
      "見出しが移る",
      "「請求日」が「X」であることを確かめる",
      "「隠す」を押す",
      "「請求日」が「X」であることを確かめる",
    );
    expect(endOf(ended)).toMatch(/^system-error/u);
  });

  it("sees what is chosen and ticked, and what a style sheet hides, without any sign", async () => {
    const before = [
      "「区分」が「甲」であることを確かめる",
      "「備考」が「旧」であることを確かめる",
      "「支店名」が「本店」であることを確かめる",
    ];
    const ended = await play(
      "あとから変わる",
      ...before,
      "「きっかけ」に「見本」を入力する",
      "「区分」が「乙」であることを確かめる",
      "「支店名」が「駅前」であることを確かめる",
    );
    expect(endOf(ended)).toBe("done");
    const hidden = await play(
      "あとから変わる",
      ...before,
      "「きっかけ」に「見本」を入力する",
      "「備考」に「届くか」を入力する",
    );
    expect(endOf(hidden)).toMatch(/^system-error/u);
  });

  it("sees what changes in a shadow tree", async () => {
    const ended = await play(
      "影の部品",
      "「回数」が「1」であることを確かめる",
      "「きっかけ」に「見本」を入力する",
      "「回数」が「2」であることを確かめる",
    );
    expect(endOf(ended)).toBe("done");
  });

  it("reads a document that is written anew, and what changes in it", async () => {
    const ended = await play(
      "書き直される",
      "「番号」が「1」であることを確かめる",
      "「書き直す」を押す",
      "「番号」が「2」であることを確かめる",
      "「氏名」に「見本」を入力する",
      "「番号」が「3」であることを確かめる",
    );
    expect(endOf(ended)).toBe("done");
  });

  it("types where the field stands after what typing has set off", async () => {
    const ended = await play(
      "つられて変わる",
      "「電話番号」に「1」を入力する",
      "「種別」に「甲」を入力する",
      "「氏名」に「見本」を入力する",
      "「旧の番号」が「1」であることを確かめる",
      "「氏名」が「見本」であることを確かめる",
    );
    expect(endOf(ended)).toBe("done");
    const gone = await play(
      "つられて変わる",
      "「電話番号」に「1」を入力する",
      "「種別」に「甲」を入力する",
      "「電話番号」に「2」を入力する",
    );
    expect(endOf(gone)).toMatch(/^system-error/u);
  });

  it("sees a part that opens over the page", async () => {
    const ended = await play(
      "開く部品",
      "「所属」に「会計課」を入力する",
      "「届出番号」に「78」を入力する",
      "「届出番号」が「78」であることを確かめる",
    );
    expect(endOf(ended)).toBe("done");
  });

  it("sees values that come by themselves while it waits", async () => {
    const ended = await play(
      "ひとりでに変わる",
      "「残高」が「2」であることを確かめる",
      "「区分」が「乙」であることを確かめる",
    );
    expect(endOf(ended)).toBe("done");
  });
});
