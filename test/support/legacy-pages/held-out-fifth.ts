/** A fifth set in four more hands, written after the rules of the fourth were settled: measured once, nothing fitted to it. */
import {
  cell,
  choose,
  doc,
  input,
  type LegacyPage,
  press,
  read,
  select,
  tick,
  type,
} from "./page.ts";

const dot = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";

const oracle: LegacyPage = {
  name: "給与異動",
  hand: "1998, forms of a database maker moved to the web: captions right-aligned in cells, fields shown as text between brackets, prompt buttons, groups by rules, several pairs on a row",
  documents: {
    "/": doc(
      "給与異動入力",
      `<body bgcolor="#d4d0c8"><table cellpadding=1><tr><td align=right nowrap>職員番号</td><td nowrap>${input("a1", "size=7")}<input type=button value="▼" title="職員番号の候補" data-t=a2></td><td align=right nowrap>氏名</td><td>[ 見本　一郎 ]</td><td align=right nowrap>所属</td><td>[ 総務課 ]</td></tr>
<tr><td align=right nowrap>異動区分</td><td>${select("a3", "1 採用", "2 昇格", "3 退職")}</td><td align=right nowrap>異動年月日</td><td nowrap colspan=3>${input("a4", "size=2")}.${input("a5", "size=2")}.${input("a6", "size=2")}</td></tr></table>
<fieldset><legend>手当</legend><table><tr><td align=right>扶養手当</td><td>${input("a7", "size=7")}</td><td align=right>住居手当</td><td>${input("a8", "size=7")}</td><td align=right>通勤手当</td><td>${input("a9", "size=7")}</td></tr><tr><td align=right>支給開始</td><td colspan=5>${input("a10", "size=6")}月分から ${input("a11", "size=6")}月分まで</td></tr></table></fieldset>
<fieldset><legend>控除</legend><table><tr><td align=right>共済</td><td>${input("a12", "size=7")}</td><td align=right>互助会</td><td>${input("a13", "size=7")}</td></tr><tr><td></td><td colspan=3><input type=checkbox data-t=a14>所得税を計算しない<br><input type=checkbox data-t=a15>住民税は普通徴収</td></tr></table></fieldset>
<table border=2><tr><td onclick="0" data-t=a16>問合せ</td><td onclick="0" data-t=a17>前レコード</td><td onclick="0" data-t=a18>次レコード</td><td onclick="0" data-t=a19>終了</td></tr></table></body>`,
    ),
  },
  things: [
    type("職員番号", "a1"),
    press("職員番号の候補", "a2"),
    read("所属", "[ 総務課 ]"),
    choose("異動区分", "昇格", "a3"),
    {
      kind: "type",
      caption: "異動年月日",
      truth: "a5",
      sentence: "「異動年月日」の2番目に「V」を入力する",
    },
    type("扶養手当", "a7"),
    type("住居手当", "a8"),
    type("通勤手当", "a9", "手当/枠"),
    type("共済", "a12"),
    type("互助会", "a13"),
    tick("住民税は普通徴収", "a15"),
    press("前レコード", "a17"),
    press("終了", "a19"),
  ],
};

const struts: LegacyPage = {
  name: "介護認定",
  hand: "2008, Struts with definition tables: two captions stacked in a heading cell, options in a list of lines, list rows over two lines, links between brackets",
  documents: {
    "/": doc(
      "介護保険　認定申請入力",
      `<h2>認定申請入力</h2><p class=msg>※印は必ず入力してください。</p>
<table class=form border=1><tr><th>※被保険者番号</th><td>${input("b1", "maxlength=10")}&nbsp;<a href="#" data-t=b2>[検索]</a></td></tr><tr><th>フリガナ<hr>氏　　名</th><td>${input("b3", "size=30")}<hr>${input("b4", "size=30")}</td></tr><tr><th>※申請区分</th><td><ul style="list-style:none"><li><input type=radio name=s data-t=b5 id=s1> <label for=s1>新規申請</label></li><li><input type=radio name=s data-t=b6 id=s2> <label for=s2>更新申請</label></li><li><input type=radio name=s data-t=b7 id=s3> <label for=s3>区分変更申請</label>（理由：${input("b8", "size=20")}）</li></ul></td></tr>
<tr><th>主治医</th><td><table><tr><td>医療機関名</td><td>${input("b9", "size=30")}</td></tr><tr><td>医師氏名</td><td>${input("b10", "size=20")}</td></tr></table></td></tr>
<tr><th>同意の有無</th><td><input type=checkbox id=d data-t=b11><label for=d>情報提供に同意する</label></td></tr><tr><th>前回要介護度</th><td>要介護２</td></tr></table>
<h3>訪問調査の記録</h3><table border=1 class=list><tr><th rowspan=2>回</th><th>調査日</th><th>調査員</th><th rowspan=2>操作</th></tr><tr><th colspan=2>特記事項</th></tr>${[1, 2].map((n) => `<tr><td rowspan=2>${n}</td><td>${input(`b2${n}`, "size=10")}</td><td>${input(`b3${n}`, "size=10")}</td><td rowspan=2><button type=button data-t=b4${n}>この回を削除</button></td></tr><tr><td colspan=2>${input(`b5${n}`, "size=40")}</td></tr>`).join("")}</table>
<div align=center>[<a href="#" data-t=b12>入力内容の確認へ</a>] [<a href="#" data-t=b13>メニューへ戻る</a>]</div>`,
    ),
  },
  things: [
    type("被保険者番号", "b1"),
    press("検索", "b2"),
    type("フリガナ", "b3"),
    type("氏名", "b4"),
    choose("申請区分", "更新申請", "b6"),
    type("理由", "b8"),
    type("医療機関名", "b9"),
    type("医師氏名", "b10"),
    type("医師氏名", "b10", "主治医/欄"),
    tick("情報提供に同意する", "b11"),
    read("前回要介護度", "要介護２"),
    cell("「訪問調査の記録」表で「回」が「2」の行の「この回を削除」", "を押す", "b42"),
    press("入力内容の確認へ", "b12"),
    press("メニューへ戻る", "b13"),
  ],
};

const material: LegacyPage = {
  name: "保育申込",
  hand: "2019, React with a Material look: labels that float, drawn selects, steps, chips, a list of cards with the same buttons, a dialog with a title",
  documents: {
    "/": doc(
      "保育施設の利用申込",
      `<style>.tf{position:relative;margin:18px 0;width:260px}.tf label{position:absolute;top:-14px;left:0;font-size:12px}.card{border:1px solid #ccc;padding:8px;margin:8px}</style>
<ol class=stepper><li><span>1</span> 保護者</li><li><span>2</span> 児童</li><li><span>3</span> 希望施設</li></ol>
<div class=tf><label id=l1 for=t1>保護者氏名<span aria-hidden=true> *</span></label><input id=t1 aria-invalid=false data-t=c1></div>
<div class=tf><label id=l2>保護者との続柄</label><div role=button tabindex=0 aria-haspopup=listbox aria-labelledby="l2 v2" id=v2 data-t=c2 style="border-bottom:1px solid;min-height:20px" onclick="document.getElementById('pop').style.display='block'">&#8203;</div><input type=hidden name=z></div><div id=pop style="display:none;position:absolute;background:#fff;border:1px solid"><ul role=listbox>${["父", "母", "祖父母"].map((o, i) => `<li role=option tabindex=-1 data-t=c2${i} onclick="document.getElementById('v2').textContent=this.textContent;document.getElementById('pop').style.display='none'">${o}</li>`).join("")}</ul></div>
<div class=tf><label for=t3>利用開始希望日</label><input id=t3 placeholder="yyyy/mm/dd" data-t=c3><button type=button aria-label="日付を選択" data-t=c4><svg width=18 height=18><rect width=18 height=18 /></svg></button></div>
<fieldset><legend>認定区分</legend><div role=radiogroup>${["1号", "2号", "3号"].map((o, i) => `<label style="margin-right:8px"><span><input type=radio name=nk data-t=c5${i}></span><span>${o}</span></label>`).join("")}</div></fieldset>
<label><span><input type=checkbox data-t=c6></span><span>きょうだいで同じ施設を希望する</span></label>
<h3>希望施設</h3>${["ひまわり保育園", "すみれこども園"].map((n, i) => `<div class=card><h4>${n}</h4><p>空き：${i + 1}名</p><label>希望順位 <input type=number data-t=c7${i} style="width:50px"></label> <button type=button data-t=c8${i}>地図を見る</button></div>`).join("")}
<div class=tf><textarea aria-label="伝えておきたいこと" data-t=c9></textarea></div><button type=button data-t=c10><span>児童の入力へ進む</span></button><button type=button data-t=c11>中断する</button>`,
    ),
  },
  things: [
    type("保護者氏名", "c1"),
    choose("保護者との続柄", "母", "c2+c21"),
    type("利用開始希望日", "c3"),
    press("日付を選択", "c4"),
    choose("認定区分", "3号", "c52"),
    tick("きょうだいで同じ施設を希望する", "c6"),
    type("希望順位", "c70", "ひまわり保育園/枠"),
    type("希望順位", "c71", "すみれこども園/枠"),
    press("地図を見る", "c81", "すみれこども園/"),
    type("伝えておきたいこと", "c9"),
    press("児童の入力へ進む", "c10"),
    press("中断する", "c11"),
  ],
};

const excelLike: LegacyPage = {
  name: "予算流用",
  hand: "2004, a sheet on the web: one wide table with merged cells, captions of from and to in columns, numbers in small letters, hidden rows, stamps in a corner table",
  documents: {
    "/": doc(
      "予算流用伺書",
      `<table border=1 cellspacing=0 cellpadding=3 width=820><colgroup><col width=90><col width=180><col width=90><col width=180><col width=120></colgroup>
<tr><td colspan=4 align=center><font size=4>予　算　流　用　伺　書</font></td><td rowspan=2><table border=1 width=100%><tr><td>課長</td><td>係長</td></tr><tr><td>&nbsp;</td><td>&nbsp;</td></tr></table></td></tr>
<tr><td>伺年月日</td><td>${input("d1", "size=10")}</td><td>伺番号</td><td>第 <b>123</b> 号</td></tr>
<tr style="display:none"><td>伺番号</td><td>${input("d0")}</td><td></td><td></td><td></td></tr>
<tr bgcolor="#eeeeee"><td align=center>区　分</td><td colspan=2 align=center>流用元</td><td colspan=2 align=center>流用先</td></tr>
<tr><td bgcolor="#eeeeee">款項目</td><td colspan=2>${input("d2", "size=8")}<img src="${dot}" width=16 height=16 alt="元科目検索" onclick="0" data-t=d3></td><td colspan=2>${input("d4", "size=8")}<img src="${dot}" width=16 height=16 alt="先科目検索" onclick="0" data-t=d5></td></tr>
<tr><td bgcolor="#eeeeee">節</td><td colspan=2>${input("d6", "size=3")}</td><td colspan=2>${input("d7", "size=3")}</td></tr>
<tr><td bgcolor="#eeeeee">流用額</td><td colspan=4>￥${input("d8", "size=12")}－ <font size=1>（千円未満切捨）</font></td></tr>
<tr><td bgcolor="#eeeeee">理　由</td><td colspan=4><textarea cols=70 rows=3 data-t=d9></textarea></td></tr>
<tr><td bgcolor="#eeeeee">添　付</td><td colspan=4><input type=checkbox data-t=d10>見積書　<input type=checkbox data-t=d11>仕様書　<input type=checkbox data-t=d12>その他（${input("d13", "size=16")}）</td></tr>
<tr><td bgcolor="#eeeeee">公　印</td><td colspan=4>要<input type=radio name=k data-t=d14>　不要<input type=radio name=k data-t=d15></td></tr></table>
<table width=820><tr><td align=center><button type=button data-t=d16>　残額<br>　照会</button> <input type=button data-t=d17 value="入力ﾁｪｯｸ"> <input type=button data-t=d18 value="中　止"></td></tr></table>`,
    ),
  },
  things: [
    type("伺年月日", "d1"),
    type("款項目", "d2", "流用元/欄"),
    type("款項目", "d4", "流用先/欄"),
    press("元科目検索", "d3"),
    press("先科目検索", "d5"),
    type("節", "d6", "流用元/欄"),
    type("節", "d7", "流用先/欄"),
    type("流用額", "d8"),
    type("理由", "d9"),
    tick("仕様書", "d11"),
    type("その他", "d13"),
    choose("公印", "不要", "d15"),
    press("残額照会", "d16"),
    press("入力チェック", "d17"),
    press("中止", "d18"),
  ],
};

export const fifthHeldOutPages: readonly LegacyPage[] = [oracle, struts, material, excelLike];
