/** A third set, written after the rules of the second were settled: measured once (24 of 27). A rule for captions drawn wide came after. */
import { choose, doc, input, type LegacyPage, press, read, select, tick, type } from "./page.ts";

const inquiry: LegacyPage = {
  name: "照会票",
  hand: "values and fields mixed on a line with wide blanks, square marks, captions that wrap, a legend that names nothing",
  documents: {
    "/": doc(
      "滞納整理票",
      `<fieldset><legend>照会票</legend>
<div>整理番号：07-00123　　氏名：見本 花子　　期別：3期</div>
<div>□ 連絡先　　自宅 ${input("p1", "size=12")}　勤務先 ${input("p2", "size=12")}</div>
<div>分納回数 ${input("p3", "size=3")} 回　１回の額 ${input("p4", "size=8")} 円　初回 ${input("p5", "size=2")} 月 ${input("p6", "size=2")} 日</div>
<table><tr><td nowrap>交渉<br>相手</td><td><input type=radio name=a data-t=p7>本人<input type=radio name=a data-t=p8>家族<input type=radio name=a data-t=p9>不在</td><td nowrap>次回<br>予定</td><td>${input("p10", "size=10")}<input type=button data-t=p11 value="…" title="暦"></td></tr>
<tr><td>備　考<br><small>(全角60字)</small></td><td colspan=3><textarea data-t=p12 cols=60 rows=2></textarea></td></tr></table></fieldset>
<p align=center><input type=button data-t=p13 value="Ｆ２ 更 新"> <input type=button data-t=p14 value="Ｆ９ 印 刷"> <a href="javascript:void(0)" data-t=p15>[戻る]</a></p>`,
    ),
  },
  things: [
    read("整理番号", "07-00123"),
    read("氏名", "見本 花子"),
    read("期別", "3期"),
    type("自宅", "p1"),
    type("勤務先", "p2"),
    type("分納回数", "p3"),
    type("１回の額", "p4"),
    choose("交渉相手", "家族", "p8"),
    type("次回予定", "p10"),
    press("暦", "p11"),
    type("備考", "p12"),
    press("印刷", "p14"),
    press("戻る", "p15"),
  ],
};

const ledger: LegacyPage = {
  name: "台帳票",
  hand: "a pre with rules and tabs, fields in columns under half-width captions, options before their words",
  documents: {
    "/": doc(
      "ｺｳﾕｳｻﾞｲｻﾝ",
      `<pre>==============================================================
 公有財産台帳            [ﾄｳﾛｸ]                 ﾍﾟｰｼﾞ 1/3
--------------------------------------------------------------
 財産番号	: ${input("q1", "size=10")}
 区　　分	: ${select("q2", "土地", "建物", "工作物")}
 地　　積	: ${input("q3", "size=10")} m2   地目 : ${input("q4", "size=6")}
 取得価格	: ${input("q5", "size=12")} 円   取得事由 : ${input("q6", "size=16")}
 ﾎｹﾝ ｶﾆｭｳ	: <input type=radio name=h data-t=q7> ｱﾘ   <input type=radio name=h data-t=q8> ﾅｼ      満期 : ${input("q9", "size=8")}
 <input type=checkbox data-t=q10> 貸付中   <input type=checkbox data-t=q11> 処分予定
--------------------------------------------------------------
 前頁の計 : 1,234,500 円     累計 : 9,876,000 円
</pre><input type=button data-t=q12 value="次頁(PF8)"><input type=button data-t=q13 value="前頁(PF7)"><input type=button data-t=q14 value="終了(PF3)">`,
    ),
  },
  things: [
    type("財産番号", "q1"),
    choose("区分", "建物", "q2"),
    type("地積", "q3"),
    type("地目", "q4"),
    type("取得価格", "q5"),
    type("取得事由", "q6"),
    type("満期", "q9"),
    tick("貸付中", "q10"),
    tick("処分予定", "q11"),
    tick("ナシ", "q8"),
    read("前頁の計", "1,234,500 円"),
    read("累計", "9,876,000 円"),
    press("次頁", "q12"),
    press("終了", "q14"),
  ],
};

export const thirdHeldOutPages: readonly LegacyPage[] = [inquiry, ledger];
