/** Pages without tables for the layout, in frames, windows, shadow trees, drawn by coordinates, under modal windows. */
import { choose, doc, input, type LegacyPage, press, read, select, tick, type } from "./page.ts";

const frames: LegacyPage = {
  name: "枠組み",
  hand: "frameset: tree on the left, form in the middle, buttons in a frame of their own",
  documents: {
    "/": `<html><head><title>歳出管理</title></head><frameset rows="*,60"><frameset cols="200,*"><frame src="/tree"><frame src="/form"></frameset><frame src="/keys"></frameset></html>`,
    "/tree": doc(
      "木",
      `<div onclick="0" data-t=f1>＋予算管理</div><ul><li><span onclick="0" data-t=f2>負担行為</span></li><li><span onclick="0" data-t=f3>支出命令</span></li></ul>`,
    ),
    "/form": doc(
      "負担行為起票",
      `<dl><dt>起案日</dt><dd>${input("f4")}</dd><dt>起案者</dt><dd>${input("f5")}</dd><dt>負担行為額</dt><dd>${input("f6")}</dd><dt>区分</dt><dd>${select("f7", "新規", "変更")}</dd><dt>摘要</dt><dd><textarea data-t=f8></textarea></dd><dt>状態</dt><dd>起案中</dd></dl>`,
    ),
    "/keys": doc(
      "ボタン",
      `<table><tr>${["F1:登 録", "F5:検 索", "F8:印 刷", "F12:終 了"].map((k, i) => `<td data-t=k${i} onclick="0" style="border:1px solid">${k}</td>`).join("")}</tr></table>`,
    ),
  },
  things: [
    press("予算管理", "f1"),
    press("負担行為", "f2"),
    press("支出命令", "f3"),
    type("起案日", "f4"),
    type("起案者", "f5"),
    type("負担行為額", "f6"),
    choose("区分", "変更", "f7"),
    type("摘要", "f8"),
    read("状態", "起案中"),
    press("F5:検索", "k1"),
    press("F8:印刷", "k2"),
    press("F12:終了", "k3"),
  ],
};

const lines: LegacyPage = {
  name: "行組み",
  hand: "captions in div or span before the field, colons, br, labels that are tied to nothing",
  documents: {
    "/": doc(
      "物品請求",
      `<div class=title>請求者</div><div>氏名：${input("l1")}　内線：${input("l2", "size=4")}</div>
<div><span>所属</span> ${select("l3", "総務課", "会計課")} <span>役職</span> ${input("l4")}</div>
<p>物品名<br>${input("l5")}</p><p>数量<br>${input("l6", "size=3")}個</p>
<label>用途</label><div>${input("l7")}</div><label>納期</label> ${input("l8")}<br>
希望する受取方法　<label><input type=radio name=r data-t=l9>窓口</label> <label><input type=radio name=r data-t=l10>配送</label><br>
<input type=checkbox data-t=l11> 至急　<input type=checkbox data-t=l12> 単価契約<br>
<font color=red>＊</font>理由：<textarea data-t=l13></textarea>
<p>受付番号：R08-00012</p><button data-t=l14>申　請　内　容　確　認</button> <a href=# data-t=l15>一覧へ戻る</a> <input type=button data-t=l16 value="▶次の画面">`,
    ),
  },
  things: [
    type("氏名", "l1"),
    type("内線", "l2"),
    choose("所属", "会計課", "l3"),
    type("役職", "l4"),
    type("物品名", "l5"),
    type("数量", "l6"),
    type("用途", "l7"),
    type("納期", "l8"),
    tick("窓口", "l9"),
    tick("配送", "l10"),
    tick("至急", "l11"),
    tick("単価契約", "l12"),
    type("理由", "l13"),
    read("受付番号", "R08-00012"),
    press("申請内容確認", "l14"),
    press("一覧へ戻る", "l15"),
    press("次の画面", "l16"),
  ],
};

const at = (x: number, y: number, what: string): string =>
  `<div style="position:absolute;left:${x}px;top:${y}px;white-space:nowrap">${what}</div>`;
const drawnCaptions = ["収入科目", "調定額", "納期限", "納付書番号", "納入者", "減免額"];
const drawn: LegacyPage = {
  name: "座標",
  hand: "drawn by coordinates: all captions first in the file, then all fields, two columns",
  documents: {
    "/": doc(
      "調定入力",
      drawnCaptions.map((c, i) => at(20 + (i % 2) * 400, 30 + Math.floor(i / 2) * 40, c)).join("") +
        drawnCaptions
          .map((_, i) => at(130 + (i % 2) * 400, 28 + Math.floor(i / 2) * 40, input(`d${i}`)))
          .join("") +
        at(20, 200, `<div style="cursor:pointer" data-t=d7>計　算</div>`) +
        at(
          120,
          200,
          `<button data-t=d8 disabled>送信する</button><button data-t=d9>取　込</button>`,
        ),
    ),
  },
  things: [
    ...drawnCaptions.map((c, i) => type(c, `d${i}`)),
    press("計算", "d7"),
    press("取込", "d9"),
  ],
};

const shadow: LegacyPage = {
  name: "部品箱",
  hand: "web components: fields and buttons inside open shadow trees, labels by aria",
  documents: {
    "/": doc(
      "旅費請求",
      `<h1>旅費請求</h1><x-box data-c="出張先" data-i="s1"></x-box><x-box data-c="用務" data-i="s2"></x-box><x-box data-c="出発日" data-i="s3"></x-box><x-key data-c="経路検索" data-i="s4"></x-key>
<div>日当 <x-pick data-i="s5"></x-pick></div><input aria-label="宿泊数" data-t=s6><input placeholder="備考を入力" data-t=s7><div role=button tabindex=0 data-t=s8>精算へ進む</div>
<script>customElements.define('x-box',class extends HTMLElement{connectedCallback(){const d=this.dataset;this.attachShadow({mode:'open'}).innerHTML='<div><label for=a>'+d.c+'</label><input id=a data-t='+d.i+'></div>'}});
customElements.define('x-key',class extends HTMLElement{connectedCallback(){const d=this.dataset;this.attachShadow({mode:'open'}).innerHTML='<button data-t='+d.i+'>'+d.c+'</button>'}});
customElements.define('x-pick',class extends HTMLElement{connectedCallback(){this.attachShadow({mode:'open'}).innerHTML='<table><tr><th>区分</th><td><select data-t='+this.dataset.i+'><option></option><option>甲地</option><option>乙地</option></select></td></tr></table>'}})</script>`,
    ),
  },
  things: [
    type("出張先", "s1"),
    type("用務", "s2"),
    type("出発日", "s3"),
    press("経路検索", "s4"),
    choose("区分", "乙地", "s5"),
    type("宿泊数", "s6"),
    type("備考を入力", "s7"),
    press("精算へ進む", "s8"),
  ],
};

const modal: LegacyPage = {
  name: "重ね",
  hand: "a modal window over a form that has fields of the same names",
  documents: {
    "/": doc(
      "債権者照会",
      `<table><tr><th>債権者番号</th><td>${input("o1")}</td></tr><tr><th>カナ</th><td>${input("o2")}</td></tr></table><button data-t=o3>検索</button>
<div style="position:fixed;inset:0;background:rgba(0,0,0,.4)"><div style="position:absolute;left:200px;top:80px;width:500px;background:#fff;padding:20px"><h3>銀行の選択</h3><table><tr><th>銀行名</th><td>${input("o4")}</td></tr><tr><th>カナ</th><td>${input("o5")}</td></tr></table><button data-t=o6>検索</button> <button data-t=o7>閉じる</button></div></div>`,
    ),
  },
  things: [type("銀行名", "o4"), type("カナ", "o5"), press("検索", "o6"), press("閉じる", "o7")],
};

const pictures: LegacyPage = {
  name: "絵",
  hand: "captions and buttons are pictures with alt, the field beside them has no name",
  documents: {
    "/": doc(
      "収納照会",
      `<table>${[
        ["収納日", "p1"],
        ["納付番号", "p2"],
        ["金融機関", "p3"],
        ["税目", "p4"],
      ]
        .map(
          ([c, t]) =>
            `<tr><td><img alt="${c}" width=80 height=20 src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></td><td>${input(t ?? "")}</td></tr>`,
        )
        .join("")}</table>
<a href=# data-t=p5><img alt="照　会" width=60 height=20 src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></a> <img alt="消込" onclick="0" data-t=p6 width=60 height=20 src="data:image/gif;base64,R0lGODlhAQABAAAAACw="> <img title="帳票" onclick="0" data-t=p7 width=20 height=20 src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">`,
    ),
  },
  things: [
    type("収納日", "p1"),
    type("納付番号", "p2"),
    type("金融機関", "p3"),
    type("税目", "p4"),
    press("照会", "p5"),
    press("消込", "p6"),
    press("帳票", "p7"),
  ],
};

const modernFields = [
  "申請者氏名",
  "申請者カナ",
  "生年月日",
  "郵便番号",
  "都道府県",
  "市区町村",
  "番地",
  "電話番号",
  "メールアドレス",
  "世帯主",
  "続柄",
  "振込先銀行",
  "支店名",
  "口座番号",
  "口座名義",
];
const modern: LegacyPage = {
  name: "電子申請",
  hand: "bootstrap-like: real labels, some by for and some around, fieldsets, floating labels, required marks",
  documents: {
    "/": doc(
      "電子申請",
      modernFields
        .map((c, i) => {
          const mark = i % 3 === 0 ? '<span class="badge">必須</span>' : "";
          if (i % 3 === 0)
            return `<div class=g><label for=q${i}>${c} ${mark}</label><input id=q${i} data-t=e${i}></div>`;
          if (i % 3 === 1) return `<div class=g><label>${c} <input data-t=e${i}></label></div>`;
          return `<div style="position:relative;padding-top:14px"><input id=q${i} data-t=e${i}><label for=q${i} style="position:absolute;left:4px;top:0;font-size:11px">${c}</label></div>`;
        })
        .join("") +
        `<fieldset><legend>通知方法</legend><label><input type=radio name=z data-t=e20>郵送</label><label><input type=radio name=z data-t=e21>メール</label></fieldset>
<fieldset><legend>代理人</legend><label>氏名<input data-t=e22></label><label>住所<input data-t=e23></label></fieldset><fieldset><legend>送付先</legend><label>氏名<input data-t=e24></label><label>住所<input data-t=e25></label></fieldset>
<label><input type=checkbox data-t=e26>規約に同意する</label><button type=button data-t=e27>入力内容を確認する</button>`,
    ),
  },
  things: [
    ...modernFields.map((c, i) => type(c, `e${i}`)),
    choose("通知方法", "郵送", "e20"),
    tick("メール", "e21"),
    type("氏名", "e22", "代理人/枠"),
    type("住所", "e23", "代理人/枠"),
    type("氏名", "e24", "送付先/枠"),
    type("住所", "e25", "送付先/枠"),
    tick("規約に同意する", "e26"),
    press("入力内容を確認する", "e27"),
  ],
};

/** Many small forms of one hand: caption cells of every dress the field can meet. */
const dresses: readonly ((caption: string, field: string) => string)[] = [
  (c, f) => `<tr><td>${c}：</td><td>${f}</td></tr>`,
  (c, f) =>
    `<tr><td align=right nowrap><b>${c}</b>&nbsp;</td><td>${f}<font size=1>（半角）</font></td></tr>`,
  (c, f) => `<tr><th>${[...c].join("　")}</th><td>${f}</td></tr>`,
  (c, f) => `<tr><td bgcolor=#ddeeff>■${c}</td><td>${f}</td></tr>`,
  (c, f) => `<tr><td colspan=2>${c}<br>${f}</td></tr>`,
  (c, f) =>
    `<tr><td>${c}<span style="color:red">（必須）</span></td><td>${f} <input type=button value=参照></td></tr>`,
];
const captionsOf = [
  "予算科目",
  "執行区分",
  "契約方法",
  "検査日",
  "検査者",
  "負担区分",
  "財源",
  "資金区分",
  "繰越区分",
  "事業名",
  "積算基礎",
  "伺い文",
];
const dressed = (name: string, from: number): LegacyPage => ({
  name,
  hand: "one form, six ways to write a caption cell, a marker of its own on each",
  documents: {
    "/": doc(
      name,
      `<table border=0>${captionsOf.map((c, i) => (dresses[(i + from) % dresses.length] ?? ((a, b) => a + b))(c, i % 4 === 3 ? select(`g${i}`, "甲", "乙") : input(`g${i}`))).join("")}</table><input type=button data-t=g20 value="保 存 せ ず 戻 る"> <button data-t=g21><span>続けて</span><span>入力</span></button>`,
    ),
  },
  things: [
    ...captionsOf.map((c, i) => (i % 4 === 3 ? choose(c, "乙", `g${i}`) : type(c, `g${i}`))),
    press("保存せず戻る", "g20"),
    press("続けて入力", "g21"),
  ],
});

export const otherPages: readonly LegacyPage[] = [
  frames,
  lines,
  drawn,
  shadow,
  modal,
  pictures,
  modern,
  ...[0, 1, 2, 3, 4, 5].map((n) => dressed(`伺い${n + 1}`, n)),
];
