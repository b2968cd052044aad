/** The third part of the eleventh set, with the few words that the whole set shares. */
import {
  cell,
  choose,
  doc,
  type LegacyPage,
  press,
  read,
  tick,
  type,
  type WantedThing,
} from "./page.ts";

export const TYPED = "に「V」を入力する";
export const READ = "の値を {読んだ値} として読み取る";
export const PRESSED = "を押す";
export const TICKED = "をチェックする";
/** 「一覧」表で「番号」が「12」の行の「数量」 */
export const row = (column: string, value: string, want: string, table = ""): string =>
  `${table === "" ? "" : `「${table}」表で`}「${column}」が「${value}」の行の「${want}」`;
/** The second, third … field under one caption. */
export const nth = (n: number, thing: WantedThing): WantedThing => ({
  ...thing,
  sentence: thing.sentence.replace(/(?:に「V」を入力する|で「[^」]*」を選ぶ)$/u, `の${n}番目$&`),
});
/** Lists drawn by a library: they come up on a click and write what was chosen where it was chosen. */
export const drawnLists = (pane: string, option: string): string =>
  `<script>(function(){var cur=null,pane=null;function wide(s,w){var c=s.matches('[role=combobox]')?s:s.querySelector('[role=combobox]');if(c)c.setAttribute('aria-expanded',w)}
function shut(){if(pane){pane.remove();pane=null;wide(cur,'false')}}
document.addEventListener('click',function(e){var o=e.target.closest('[role=option]'),s=e.target.closest('[data-options]');
if(o&&cur){var v=cur.querySelector('.val');if('value' in v)v.value=o.textContent;else v.textContent=o.textContent;cur.classList.add('filled');shut();return}
shut();if(!s)return;cur=s;wide(s,'true');var r=s.getBoundingClientRect();pane=document.createElement('div');pane.className='${pane}';
pane.style.cssText='position:absolute;z-index:99;background:#fff;border:1px solid #999;box-shadow:0 2px 6px #999;left:'+(r.left+scrollX)+'px;top:'+(r.bottom+scrollY)+'px;min-width:'+r.width+'px';
pane.innerHTML='<div role="listbox">'+s.dataset.options.split('|').map(function(x){return '<${option} role="option" tabindex="-1" style="display:block;padding:6px 12px;cursor:pointer">'+x+'</${option}>'}).join('')+'</div>';
document.body.appendChild(pane)})})()</script>`;

const workflow: LegacyPage = {
  name: "旅費申請の処理",
  hand: "intra-mart with imui and jQuery UI, 2016: a list of what was applied for, and the dialog of the approver open over it",
  documents: {
    "/": doc(
      "処理 - 旅費申請",
      `<div class="imui-title"><h1>旅行命令・旅費請求</h1></div><div class="imui-toolbar-wrap"><ul><li><a href="javascript:void(0)">戻る</a></li><li><a href="javascript:void(0)">フロー参照</a></li><li><a href="javascript:void(0)">履歴参照</a></li></ul></div>
<div class="imui-form-container"><div class="imui-chapter-title"><h2>案件情報</h2></div><table class="imui-form"><tbody><tr><th><label>案件番号</label></th><td>0000045812</td><th><label>案件名</label></th><td>県市町村課ヒアリング</td></tr>
<tr><th><label>申請者</label></th><td>見本 太郎</td><th><label>申請日</label></th><td>2026/11/18</td></tr><tr><th><label>申請基準日</label></th><td>2026/11/16</td><th><label>優先度</label></th><td>通常</td></tr></tbody></table>
<div class="imui-chapter-title"><h2>申請内容</h2></div><table class="imui-form"><tbody><tr><th>用務先</th><td colspan="3">県庁 本庁舎</td></tr><tr><th>旅行期間</th><td colspan="3">2026/11/25 ～ 2026/11/25</td></tr><tr><th>コメント</th><td colspan="3">公用車が空いていないため鉄道を使います。</td></tr></tbody></table>
<div class="imui-chapter-title"><h2>旅費明細</h2></div><table class="imui-table"><thead><tr><th>№</th><th>経路</th><th>運賃</th><th>日当</th><th>備考</th></tr></thead><tbody><tr><td>1</td><td>見本駅 → 県庁前</td><td class="r">640円</td><td class="r">1,100円</td><td></td></tr><tr><td>2</td><td>県庁前 → 見本駅</td><td class="r">680円</td><td class="r">0円</td><td>夕方加算</td></tr><tr class="sum"><td colspan="2">合計</td><td class="r">1,320円</td><td class="r">1,100円</td><td></td></tr></tbody></table></div>
<div class="ui-widget-overlay" style="z-index:1001"></div>
<div class="ui-dialog ui-widget ui-widget-content ui-corner-all" role="dialog" tabindex="-1" aria-labelledby="ui-id-4"><div class="ui-dialog-titlebar ui-widget-header"><span id="ui-id-4" class="ui-dialog-title">承認処理</span><button type="button" class="ui-dialog-titlebar-close" title="閉じる" data-t="l1">×</button></div>
<div class="ui-dialog-content"><form name="imwProcForm" onsubmit="return false"><table class="imui-form"><tbody>
<tr><th><label class="imui-required">処理種別</label></th><td><input type="radio" name="procType" id="pt1" data-t="l2" checked><label for="pt1">承認</label><input type="radio" name="procType" id="pt2" data-t="l3"><label for="pt2">差戻し</label><input type="radio" name="procType" id="pt3" data-t="l4"><label for="pt3">否認</label></td></tr>
<tr><th><label class="imui-required">担当組織</label></th><td><select name="authOrgz" data-t="l5"><option>総務部 職員課</option><option>総務部 財政課</option></select></td></tr>
<tr style="display:none"><th>コメント</th><td><input name="commentOld"></td></tr>
<tr><th><label>コメント</label></th><td><textarea name="procComment" data-t="l6" cols="44" rows="3"></textarea><div class="hint">2000文字まで入力できます。</div></td></tr>
<tr><th><label>添付ファイル</label></th><td><a href="javascript:void(0)" class="imui-button" data-t="l7">ファイルを追加</a> <span class="hint">登録されていません。</span></td></tr>
<tr><th>通知</th><td><input type="checkbox" id="mailFlg" data-t="l8"><label for="mailFlg">処理結果をメールで受け取る</label></td></tr></tbody></table>
<h3>次の処理対象者</h3><table class="imui-table"><thead><tr><th>選択</th><th>ノード名</th><th>対象者</th><th>処理期限</th></tr></thead><tbody><tr><td><input type="checkbox" data-t="l9"></td><td>課長決裁</td><td>決裁 一郎</td><td><input type="text" size="10" data-t="l10"></td></tr><tr><td><input type="checkbox" data-t="l11"></td><td>旅費審査</td><td>出納 良子</td><td><input type="text" size="10" data-t="l12"></td></tr></tbody></table></form></div>
<div class="ui-dialog-buttonpane"><button type="button" data-t="l13">処理</button> <button type="button" data-t="l14">キャンセル</button></div></div>`,
      `<style>body{margin:0;font:13px Meiryo,sans-serif;background:#fff}.imui-title{background:#33475b;color:#fff;padding:4px 12px}.imui-title h1{font-size:16px;margin:0}.imui-toolbar-wrap ul{margin:0;padding:6px 12px;background:#eef;list-style:none}.imui-toolbar-wrap li{display:inline;margin-right:14px}.imui-form-container{width:600px;padding:6px 12px}h2{font-size:14px;border-left:4px solid #369;padding-left:6px}h3{font-size:13px;margin:10px 0 4px}table{border-collapse:collapse;width:100%}th,td{border:1px solid #c5ccd6;padding:4px 6px;text-align:left}th{background:#edf1f6;font-weight:normal}.r{text-align:right}.imui-required:after{content:"*";color:#c00}.hint{color:#777;font-size:11px}.ui-widget-overlay{position:fixed;inset:0;background:#000;opacity:.18}.ui-dialog{position:absolute;z-index:1002;left:650px;top:70px;width:560px;background:#fff;border:1px solid #778}.ui-dialog-titlebar{background:#dfe7f0;padding:6px 10px;font-weight:bold}.ui-dialog-titlebar-close{float:right}.ui-dialog-content{padding:10px}.ui-dialog-buttonpane{padding:8px;text-align:right;border-top:1px solid #ccc}.imui-button{border:1px solid #999;padding:2px 8px;background:#f4f4f4;color:#222;text-decoration:none}</style>`,
    ),
  },
  things: [
    read("案件番号", "0000045812"),
    read("申請者", "見本 太郎"),
    read("申請基準日", "2026/11/16"),
    read("用務先", "県庁 本庁舎"),
    choose("処理種別", "差戻し", "l3"),
    choose("担当組織", "総務部 財政課", "l5", "承認処理/画面"),
    type("コメント", "l6", "承認処理/画面"),
    press("ファイルを追加", "l7"),
    tick("処理結果をメールで受け取る", "l8"),
    cell(row("ノード名", "旅費審査", "選択", "次の処理対象者"), TICKED, "l11"),
    cell(row("対象者", "決裁 一郎", "処理期限"), TYPED, "l10"),
    cell(row("経路", "県庁前 → 見本駅", "運賃", "旅費明細"), READ, "680円"),
    cell(row("№", "2", "備考", "旅費明細"), READ, "夕方加算"),
    press("キャンセル", "l14", "承認処理/画面"),
  ],
};

const layerLine = (t: string, words: string, icon: string): string =>
  `<li class="x-tree-node"><div class="x-tree-node-el x-tree-node-leaf"><span class="x-tree-node-indent"></span><i class="ic" style="background:${icon}"></i><input class="x-tree-node-cb" type="checkbox" data-t="${t}"><a hidefocus="on" class="x-tree-node-anchor" href="#"><span>${words}</span></a></div></li>`;
const gridRow = (t: string, ...cells: string[]): string =>
  `<div class="x-grid3-row"><table class="x-grid3-row-table" cellspacing="0"><tbody><tr>${cells.map((c, i) => `<td class="x-grid3-col c${i}"><div class="x-grid3-cell-inner" unselectable="on">${c}</div></td>`).join("")}<td class="x-grid3-col c5"><div class="x-grid3-cell-inner"><a href="#" data-t="${t}a">地図</a>｜<a href="#" data-t="${t}b">詳細</a></div></td></tr></tbody></table></div>`;
const fact = (name: string, value: string): string =>
  `<div class="x-grid3-row x-props"><table class="x-grid3-row-table"><tr><td class="x-grid3-td-name" style="width:96px"><div class="x-grid3-cell-inner">${name}</div></td><td><div class="x-grid3-cell-inner">${value}</div></td></tr></table></div>`;
const gis: LegacyPage = {
  name: "地番図の検索",
  hand: "a GIS of 2012 in ExtJS: every row of a grid a table of its own under headings in another, a tree of layers, a property grid, a map in the middle",
  documents: {
    "/": doc(
      "統合型ＧＩＳ",
      `<div class="tb"><button data-t="m1">全域表示</button><button data-t="m2">距離計測</button><button data-t="m3">面積計測</button><button data-t="m4">印刷</button><span class="st">縮尺：1/2,500</span><span class="st">座標系：平面直角 第9系</span></div>
<div class="west"><div class="x-panel"><div class="x-panel-header">検索条件</div><div class="x-panel-body">
<div class="x-form-item"><label class="x-form-item-label">検索対象:</label><div class="x-form-element"><span class="x-form-check-wrap"><input type="radio" name="tg" id="ext-gen31" data-t="m5" checked><label class="x-form-cb-label" for="ext-gen31">土地</label></span> <span class="x-form-check-wrap"><input type="radio" name="tg" id="ext-gen32" data-t="m6"><label class="x-form-cb-label" for="ext-gen32">家屋</label></span></div></div>
<div class="x-form-item"><label class="x-form-item-label">町名:</label><div class="x-form-element"><div class="x-form-field-wrap x-form-field-trigger-wrap" data-t="m7" data-options="本町一丁目|本町二丁目|緑が丘|川端町"><input type="hidden" name="cho"><input type="text" class="x-form-text val" size="18" autocomplete="off" readonly><img class="x-form-trigger" alt="" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 18 18'%3E%3Cpath d='M5 7l4 5 4-5z'/%3E%3C/svg%3E"></div></div></div>
<div class="x-form-item"><label class="x-form-item-label">地番:</label><div class="x-form-element"><input class="x-form-text" size="6" data-t="m8"> － <input class="x-form-text" size="4" data-t="m9"></div></div>
<div class="x-form-item"><label class="x-form-item-label">周辺半径:</label><div class="x-form-element"><input class="x-form-text" size="6" data-t="m10"> ｍ</div></div>
<table class="x-btn"><tr><td><em><button type="button" data-t="m11">検索</button></em></td><td><em><button type="button" data-t="m12">クリア</button></em></td></tr></table></div></div>
<div class="x-panel"><div class="x-panel-header">レイヤ一覧</div><ul class="x-tree-root-ct">${layerLine("m13", "都市計画図", "#fc9")}${layerLine("m14", "航空写真(令和7年度)", "#9cf")}${layerLine("m15", "航空写真(令和2年度)", "#9cf")}${layerLine("m16", "地番図", "#cfc")}</ul></div><div class="x-panel x-panel-collapsed"><div class="x-panel-header">凡例 ▸</div><div style="display:none">地目 用途地域</div></div></div>
<div class="map"><svg width="520" height="330"><path d="M20 40L220 30L230 160L30 170Z M230 30L420 40L430 150L240 160Z" fill="#fffbe6" stroke="#a66"/><text x="90" y="100" font-size="12">123-4</text><text x="300" y="100" font-size="12">123-5</text></svg></div>
<div class="east"><div class="x-panel-header">属性情報</div><div class="x-grid3"><table class="hd"><tr><td style="width:96px">名前</td><td>値</td></tr></table>${fact("地番", "123-4")}${fact("用途地域", "第一種住居地域")}${fact("建ぺい率", "60％")}${fact("容積率", "200％")}${fact("接道幅員", "6.2ｍ")}${fact("更新日", "2026/04/01")}</div></div>
<div class="south"><div class="x-panel-header">検索結果（3件）</div><div class="x-grid3"><div class="x-grid3-header"><table cellspacing="0"><thead><tr><td class="c0">所在</td><td class="c1">地番</td><td class="c2">地目</td><td class="c3">地積（㎡）</td><td class="c4">所有者</td><td class="c5">操作</td></tr></thead></table></div><div class="x-grid3-body">${gridRow("m21", "本町一丁目", "123-4", "宅地", "214.56", "見本 花子")}${gridRow("m22", "本町一丁目", "123-5", "雑種地", "98.10", "株式会社 見本")}${gridRow("m23", "緑が丘", "7-2", "公衆用道路", "33.00", "見本市")}</div></div></div>${drawnLists("x-combo-list", "div")}`,
      `<style>body{margin:0;font:12px tahoma,sans-serif;background:#dfe8f6}.tb{height:30px;padding:4px;background:#d0def0}.st{margin-left:24px}.x-panel-header{background:#c7d8ef;color:#15428b;font-weight:bold;padding:4px;border:1px solid #99bbe8}.west{position:absolute;left:0;top:40px;width:300px;background:#fff}.x-panel-body{padding:6px}.x-form-item{margin-bottom:6px;overflow:hidden}.x-form-item-label{float:left;width:80px;padding-top:3px}.x-form-element{padding-left:84px}.x-form-text{border:1px solid #b5b8c8}.x-form-trigger{width:17px;height:20px;border:1px solid #b5b8c8;background:#d8e4f5;vertical-align:top}ul{list-style:none;padding:4px;margin:0}.ic{display:inline-block;width:12px;height:12px;margin:0 3px}.map{position:absolute;left:306px;top:40px;width:660px;height:380px;background:#eef3e2}.east{position:absolute;left:972px;top:40px;width:290px;background:#fff;height:380px}.south{position:absolute;left:306px;top:430px;width:956px;background:#fff}.x-grid3 table{table-layout:fixed;width:100%;border-spacing:0}.x-grid3 td{box-sizing:border-box;padding:0}.hd td,.x-grid3-header td{background:#eee;border-right:1px solid #ccc;padding:3px}.x-grid3-row{border-bottom:1px solid #eee}.x-grid3-cell-inner{padding:3px}.c0,.c4{width:170px}.c1,.c2{width:120px}.c3{width:130px}</style>`,
    ),
  },
  things: [
    read("縮尺", "1/2,500"),
    choose("検索対象", "家屋", "m6"),
    choose("町名", "本町二丁目", "m7"),
    type("地番", "m8", "検索条件/欄"),
    nth(2, type("地番", "m9", "検索条件/欄")),
    type("周辺半径", "m10"),
    tick("航空写真(令和7年度)", "m14"),
    tick("都市計画図", "m13", "レイヤ一覧/欄"),
    press("検索", "m11"),
    read("用途地域", "第一種住居地域"),
    read("容積率", "200％"),
    read("接道幅員", "6.2ｍ", "属性情報/欄"),
    cell(row("地番", "123-5", "地目", "検索結果"), READ, "雑種地"),
    cell(row("地番", "7-2", "地積"), READ, "33.00"),
    cell(row("所有者", "見本 花子", "詳細"), PRESSED, "m21b"),
  ],
};

const xl = (...cells: string[]): string =>
  `<tr height=21 style='height:15.75pt'>${cells.map((c, i) => `<td class=${i === 0 ? "xl26" : "xl24"}>${c}</td>`).join("")}</tr>`;
const headings = (...cells: string[]): string =>
  `<tr height=21>${cells.map((c) => `<td class=xl30>${c}</td>`).join("")}</tr>`;
const taxSheet: LegacyPage = {
  name: "課税計算書",
  hand: "a workbook saved as a web page by Excel 2003: a frame with the sheet, a frame with the tabs of the sheets, cells without th, several tables in one",
  documents: {
    "/": `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><head><title>課税計算書</title></head><frameset rows="*,39" border=0 width=0 frameborder=no framespacing=0><frame src="/sheet001.htm" name="frSheet"><frame src="/tabstrip.htm" name="frTabs" marginwidth=0 marginheight=0></frameset></html>`,
    "/tabstrip.htm": `<html><head><meta charset="UTF-8"></head><body topmargin=0 leftmargin=0 bgcolor="#808080"><table border=0 cellspacing=1><tr><td bgcolor="#FFFFFF" nowrap><b><small><small>&nbsp;<a href="javascript:void(0)" data-t=n1><font face="Arial" color="#000000">計算書</font></a>&nbsp;</small></small></b></td><td bgcolor="#FFFFFF" nowrap><b><small><small>&nbsp;<a href="javascript:void(0)" data-t=n2><font face="Arial" color="#000000">特別徴収</font></a>&nbsp;</small></small></b></td><td bgcolor="#FFFFFF" nowrap><b><small><small>&nbsp;<a href="javascript:void(0)" data-t=n3><font face="Arial" color="#000000">扶養内訳</font></a>&nbsp;</small></small></b></td></tr></table></body></html>`,
    "/sheet001.htm": `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="UTF-8"><meta name=Generator content="Microsoft Excel 11"><style>td{padding:1px 3px;font-size:11pt;font-family:"ＭＳ Ｐゴシック",sans-serif;white-space:nowrap}.xl22{font-size:14pt;font-weight:700;text-align:center}.xl24{border:.5pt solid windowtext;text-align:right}.xl25{border:.5pt solid windowtext;background:#ffffcc}.xl26{border:.5pt solid windowtext}.xl30{border:.5pt solid windowtext;background:#ccffcc;text-align:center}.xl33{font-weight:700}</style></head><body link=blue vlink=purple>
<table x:str border=0 cellpadding=0 cellspacing=0 width=900 style='border-collapse:collapse;table-layout:fixed;width:675pt'><col width=150><col width=150><col width=150><col width=150><col width=150><col width=150>
<tr height=30><td colspan=6 class=xl22>令和８年度　市民税・県民税　課税計算書</td></tr>
<tr height=21><td class=xl25>通知書番号</td><td class=xl26>10023456</td><td></td><td></td><td class=xl25>作成日</td><td class=xl26>R8.6.1</td></tr>
<tr height=21><td class=xl25>住所</td><td class=xl26 colspan=3>見本市本町１－２－３</td><td class=xl25>世帯主との続柄</td><td class=xl26>本人</td></tr>
<tr height=21><td class=xl25>氏名</td><td class=xl26 colspan=3>見本　花子</td><td class=xl25>生年月日</td><td class=xl26>S55.4.2</td></tr>
<tr height=10><td colspan=6></td></tr><tr height=21><td colspan=4 class=xl33>１　所得の計算</td><td></td><td align=right>（単位：円）</td></tr>
${headings("所得区分", "収入金額", "必要経費等", "所得金額")}${xl("給与", "5,200,000", "1,480,000", "3,720,000")}${xl("不動産", "960,000", "412,300", "547,700")}${xl("雑（年金以外）", "120,000", "35,000", "85,000")}${xl("合計", "6,280,000", "1,927,300", "4,352,700")}
<tr height=10><td colspan=6></td></tr><tr height=21><td colspan=6 class=xl33>２　税額の計算</td></tr>
<tr height=21><td class=xl30 rowspan=2>税額区分</td><td class=xl30 colspan=2>市民税</td><td class=xl30 colspan=2>県民税</td><td class=xl30 rowspan=2>備考</td></tr>${headings("市・算出額", "市・控除額", "県・算出額", "県・控除額")}
${xl("所得割", "198,400", "12,600", "132,200", "8,400", "調整控除")}${xl("均等割", "3,000", "0", "1,000", "0", "")}${xl("合計", "201,400", "12,600", "133,200", "8,400", "")}
<tr height=10><td colspan=6></td></tr><tr height=21><td colspan=6 class=xl33>３　納期別の税額</td></tr>
${headings("項目", "第１期", "第２期", "第３期", "第４期")}${xl("納期限", "6月30日", "8月31日", "11月2日", "2月1日")}${xl("納付額", "79,600", "78,000", "78,000", "78,000")}
<tr height=10><td colspan=6></td></tr><tr height=21><td class=xl25>年税額</td><td class=xl24>313,600</td><td class=xl25>既納付額</td><td class=xl24>157,600</td><td class=xl25>差引納付額</td><td class=xl24>156,000</td></tr></table></body></html>`,
  },
  things: [
    read("通知書番号", "10023456"),
    read("住所", "見本市本町１－２－３"),
    read("世帯主との続柄", "本人"),
    read("生年月日", "S55.4.2"),
    read("年税額", "313,600"),
    read("差引納付額", "156,000"),
    cell(row("所得区分", "給与", "所得金額"), READ, "3,720,000"),
    cell(row("所得区分", "不動産", "必要経費等"), READ, "412,300"),
    cell(row("所得区分", "合計", "収入金額"), READ, "6,280,000"),
    cell(row("税額区分", "所得割", "県・算出額"), READ, "132,200"),
    cell(row("税額区分", "均等割", "市・算出額"), READ, "3,000"),
    cell(row("税額区分", "所得割", "備考"), READ, "調整控除"),
    cell(row("項目", "納期限", "第３期"), READ, "11月2日"),
    cell(row("項目", "納付額", "第１期", "納期別の税額"), READ, "79,600"),
    press("特別徴収", "n2"),
  ],
};

const label = (id: string, words: string, must: boolean, hint = ""): string =>
  `<div class="dads-form-control-label"><label class="dads-form-control-label__label" for="${id}">${words}<span class="dads-form-control-label__requirement" data-required="${must}">${must ? "※必須" : "任意"}</span></label>${hint === "" ? "" : `<p class="support" id="${id}-s">${hint}</p>`}</div>`;
const text = (t: string, words: string, must: boolean, hint = "", wrong = ""): string =>
  `<div class="dads-form-control">${label(`f-${t}`, words, must, hint)}<span class="dads-input-text"><input class="dads-input-text__input" type="text" id="f-${t}" data-t="${t}" aria-describedby="f-${t}-s"${wrong === "" ? "" : ' aria-invalid="true"'}></span>${wrong === "" ? "" : `<p class="err">＊${wrong}</p>`}</div>`;
const pick = (kind: string, name: string, t: string, words: string): string =>
  `<label class="dads-${kind}" data-t="${t}"><span class="dads-${kind}__${kind}"><input class="dads-${kind}__input" type="${kind}" name="${name}"></span><span class="dads-${kind}__label">${words}</span></label>`;
const childRow = (t: string, name: string, birth: string): string =>
  `<tr><td>${name}</td><td>${birth}</td><td><select aria-label="続柄" data-t="${t}s"><option value="">選択してください</option><option>子</option><option>孫</option><option>その他</option></select></td><td><button type="button" class="dads-button" data-type="text" data-t="${t}e">変更</button><button type="button" class="dads-button" data-type="text" data-t="${t}d">削除</button></td></tr>`;
const allowance: LegacyPage = {
  name: "児童手当の認定請求",
  hand: "the design system of the Digital Agency, 2025: labels above with marks and hints, fieldsets with legends, dates in three, errors under fields",
  documents: {
    "/": doc(
      "児童手当 認定請求",
      `<main><div class="dads-notification-banner" role="status"><strong>一時保存した内容を読み込みました</strong></div><h1>児童手当 認定請求書</h1>
<dl class="dads-description-list"><div><dt>受付番号</dt><dd>J-2026-00817</dd></div><div><dt>提出期限</dt><dd>2026年12月15日</dd></div><div><dt>担当窓口</dt><dd>こども家庭課 給付係</dd></div></dl>
<section aria-labelledby="h-a"><h2 id="h-a">請求者</h2>${text("o1", "氏名", true)}${text("o2", "フリガナ", true, "全角カタカナで入力してください")}
<fieldset class="dads-form-control"><legend>生年月日<span class="dads-form-control-label__requirement" data-required="true">※必須</span></legend><p class="support">例：1985 年 4 月 2 日</p><div class="dads-date"><label>年<input inputmode="numeric" size="4" data-t="o3"></label><label>月<input inputmode="numeric" size="2" data-t="o4"></label><label>日<input inputmode="numeric" size="2" data-t="o5"></label></div></fieldset>
<fieldset class="dads-form-control"><legend>加入している年金<span class="dads-form-control-label__requirement" data-required="true">※必須</span></legend>${pick("radio", "nk", "o6", "厚生年金")}${pick("radio", "nk", "o7", "国民年金")}${pick("radio", "nk", "o8", "加入していない")}</fieldset>
${text("o9", "メールアドレス", false, "受付の結果をお送りします", "メールアドレスの形が正しくありません。")}
<fieldset class="dads-form-control"><legend>お知らせの受け取り方<span class="dads-form-control-label__requirement" data-required="false">任意</span></legend>${pick("checkbox", "nt", "o10", "メールで受け取る")}${pick("checkbox", "nt", "o11", "郵便で受け取る")}</fieldset></section>
<section aria-labelledby="h-b"><h2 id="h-b">配偶者</h2>${text("o12", "氏名", false)}${text("o13", "フリガナ", false, "全角カタカナで入力してください")}
<div class="dads-form-control">${label("f-o14", "勤務先の種類", false)}<span class="dads-select"><select id="f-o14" data-t="o14"><option value="">選択してください</option><option>会社員</option><option>公務員</option><option>自営業</option></select></span></div>
<div class="dads-form-control">${label("f-my", "所得の確認書類", false, "番号の連携で確かめるため入力できません")}<input id="f-my" disabled value="提出不要"></div></section>
<section aria-labelledby="h-c"><h2 id="h-c">対象となる児童</h2><table class="dads-table"><thead><tr><th scope="col">児童の氏名</th><th scope="col">生年月日</th><th scope="col">続柄</th><th scope="col">操作</th></tr></thead><tbody>${childRow("o15", "見本 さくら", "2021年8月9日")}${childRow("o16", "見本 空", "2024年1月30日")}</tbody></table>
<button type="button" class="dads-button" data-type="outline" data-t="o17">児童を追加する</button></section>
<div class="btns"><button type="button" class="dads-button" data-type="solid-fill" data-t="o18">確認画面へ進む</button> <button type="button" class="dads-button" data-type="outline" data-t="o19">一時保存する</button></div></main>`,
      `<style>body{font:16px/1.6 "Noto Sans JP",sans-serif;margin:0}main{max-width:760px;margin:16px auto}.dads-notification-banner{border:3px solid #008bf2;padding:10px}dl div{display:flex;gap:24px;border-bottom:1px solid #ccc}dt{width:8em;font-weight:bold}dd{margin:0}.dads-form-control{border:0;padding:0;margin:18px 0}legend,.dads-form-control-label__label{font-weight:bold}.dads-form-control-label__requirement{margin-left:8px;font-weight:normal;color:#666}[data-required=true]{color:#ec0000}.support{margin:2px 0;color:#666}input,select{font:inherit;padding:8px;border:1px solid #666;border-radius:8px}.err{color:#ec0000;margin:4px 0}[aria-invalid]{border-color:#ec0000}.dads-date label{display:inline-flex;flex-direction:column;margin-right:12px}.dads-radio,.dads-checkbox{display:flex;gap:8px;align-items:center}table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #999;padding:8px;text-align:left}.dads-button{font:inherit;padding:8px 16px;border-radius:8px;border:1px solid #0017c1;background:#fff;color:#0017c1}[data-type=solid-fill]{background:#0017c1;color:#fff}[data-type=text]{border:0;text-decoration:underline;padding:4px 8px}.btns{margin:24px 0}</style>`,
    ),
  },
  things: [
    read("受付番号", "J-2026-00817"),
    read("提出期限", "2026年12月15日"),
    read("担当窓口", "こども家庭課 給付係"),
    type("氏名", "o1", "請求者/欄"),
    type("月", "o4", "生年月日/欄"),
    choose("加入している年金", "国民年金", "o7"),
    type("メールアドレス", "o9"),
    tick("郵便で受け取る", "o11"),
    type("氏名", "o12", "配偶者/欄"),
    type("フリガナ", "o13", "配偶者/欄"),
    choose("勤務先の種類", "公務員", "o14"),
    cell(row("児童の氏名", "見本 空", "続柄"), "で「孫」を選ぶ", "o16s"),
    cell(row("児童の氏名", "見本 さくら", "変更"), PRESSED, "o15e"),
    press("児童を追加する", "o17"),
    press("一時保存する", "o19"),
  ],
};

/** A place on a screen of 24 rows and 80 columns. */
const at = (line: number, column: number, words: string, color = "#3f6"): string =>
  `<span class="HFIELD" style="top:${line * 26 + 8}px;left:${column * 11 + 8}px;color:${color}">${words}</span>`;
const box = (line: number, column: number, size: number, t: string): string =>
  `<input class="HIN" name="in_${line * 80 + column}_${size}" maxlength="${size}" style="top:${line * 26 + 5}px;left:${column * 11 + 8}px;width:${size * 11}px" data-t="${t}">`;
const person = (line: number, t: string, ...cells: string[]): string =>
  box(line, 2, 2, t) + [7, 12, 30, 38, 50, 63].map((c, i) => at(line, c, cells[i] ?? "")).join("");
const terminal: LegacyPage = {
  name: "国保資格異動",
  hand: "a 3270 screen brought to the browser in 2008: every run of characters a span at its place, fields between them, a list in columns with a field to choose by",
  documents: {
    "/": doc(
      "ﾎｽﾄ画面 KKS210",
      `<form name="HATSForm" onsubmit="return false"><div class="scr">${at(0, 1, "KKS210", "#6cf")}${at(0, 26, "国保資格　異動入力", "#fff")}${at(0, 62, "R08.11.23 13:02", "#6cf")}
${at(2, 1, "世帯番号 ==>")}${box(2, 15, 8, "p1")}${at(2, 30, "記号番号 :")}${at(2, 42, "見 0123456", "#fff")}
${at(3, 1, "世帯主名 :")}${at(3, 15, "見本　太郎", "#fff")}${at(3, 30, "行政区　 :")}${at(3, 42, "0012 本町二", "#fff")}
${at(4, 1, "納付方法 :")}${at(4, 15, "口座振替", "#fff")}${at(4, 30, "滞納区分 :")}${at(4, 42, "なし", "#fff")}
${at(6, 1, "異動事由 ==>")}${box(6, 15, 2, "p2")}${at(6, 20, "(01:転入 02:社保離脱 03:出生 04:生保廃止)", "#6cf")}
${at(7, 1, "異動日　 ==>")}${box(7, 15, 2, "p3")}${at(7, 18, "年")}${box(7, 21, 2, "p4")}${at(7, 24, "月")}${box(7, 27, 2, "p5")}${at(7, 30, "日")}${at(7, 36, "届出日 ==>")}${box(7, 48, 2, "p6")}${at(7, 51, "年")}${box(7, 54, 2, "p7")}${at(7, 57, "月")}${box(7, 60, 2, "p8")}${at(7, 63, "日")}
${at(8, 1, "証回収　 ==>")}${box(8, 15, 2, "p9")}${at(8, 20, "(1:済 2:未)", "#6cf")}${at(8, 36, "通知先 ==>")}${box(8, 48, 20, "p10")}
${at(10, 1, "選択", "#ff6")}${at(10, 7, "番号", "#ff6")}${at(10, 12, "氏名", "#ff6")}${at(10, 30, "続柄", "#ff6")}${at(10, 38, "生年月日", "#ff6")}${at(10, 50, "取得年月日", "#ff6")}${at(10, 63, "状態", "#ff6")}
${person(11, "p11", "01", "ﾐﾎﾝ ﾀﾛｳ", "主", "S50.04.02", "H20.04.01", "有効")}${person(12, "p12", "02", "ﾐﾎﾝ ﾊﾅｺ", "妻", "S52.11.30", "H21.07.15", "有効")}${person(13, "p13", "03", "ﾐﾎﾝ ｲﾁﾛｳ", "子", "H15.01.08", "H21.07.15", "喪失")}${person(14, "p14", "04", "ﾐﾎﾝ ｻｸﾗ", "子", "H22.09.19", "H22.09.19", "有効")}
${at(16, 1, "被保険者数 :")}${at(16, 15, "3 人", "#fff")}${at(16, 36, "ﾍﾟｰｼﾞ : 1/1", "#6cf")}${at(18, 1, "KK0123I 入力して実行キーを押してください。", "#f66")}
<div class="pf"><input type="button" value="実行" data-t="p15"><input type="button" value="F3:終了" data-t="p16"><input type="button" value="F5:再表示" data-t="p17"><input type="button" value="F7:前頁" data-t="p18"><input type="button" value="F8:次頁" data-t="p19"><input type="button" value="F12:取消" data-t="p20"></div></div></form>`,
      `<style>body{background:#333;margin:10px}.scr{position:relative;width:900px;height:560px;background:#000}.HFIELD,.HIN{position:absolute;font:16px/20px "ＭＳ ゴシック",monospace;white-space:pre}.HIN{box-sizing:border-box;height:22px;background:#123;color:#fff;border:0;border-bottom:1px solid #3f6;padding:0}.pf{position:absolute;left:8px;bottom:8px}</style>`,
    ),
  },
  things: [
    type("世帯番号", "p1"),
    read("記号番号", "見 0123456"),
    read("世帯主名", "見本　太郎"),
    read("行政区", "0012 本町二"),
    read("納付方法", "口座振替"),
    read("被保険者数", "3 人"),
    type("異動事由", "p2"),
    type("月", "p4", "異動日/欄"),
    type("年", "p6", "届出日/欄"),
    type("証回収", "p9"),
    cell(row("番号", "02", "選択"), TYPED, "p12"),
    cell(row("氏名", "ﾐﾎﾝ ｲﾁﾛｳ", "状態"), READ, "喪失"),
    cell(row("番号", "02", "取得年月日"), READ, "H21.07.15"),
    cell(row("氏名", "ﾐﾎﾝ ｻｸﾗ", "選択"), TYPED, "p14"),
    press("再表示", "p17"),
    press("実行", "p15"),
  ],
};

export const eleventhHeldOutRest: readonly LegacyPage[] = [
  workflow,
  gis,
  taxSheet,
  allowance,
  terminal,
];
