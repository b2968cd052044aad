/** The second part of the eleventh set. */
import { drawnLists, nth, PRESSED, READ, row, TICKED, TYPED } from "./held-out-eleventh-rest.ts";
import { cell, choose, doc, type LegacyPage, press, read, tick, type } from "./page.ts";

const checkRow = (t: string, no: string, item: string, result: string): string =>
  `<tr><th scope="row">${no}</th><td>${item}</td><td><select class="form-select form-select-sm" data-t="${t}s"><option>未確認</option><option>適</option><option>否</option></select></td><td><input class="form-control form-control-sm" data-t="${t}i"></td><td>${result}</td><td><button class="btn btn-sm btn-outline-primary" data-t="${t}b">開く</button></td></tr>`;
const online: LegacyPage = {
  name: "電子申請の審査",
  hand: "the staff side of an online application service in Bootstrap 5, 2023: cards, tabs of which one is shown, floating labels, input groups, a switch, an accordion",
  documents: {
    "/": doc(
      "申請詳細｜電子申請サービス（職員用）",
      `<nav class="navbar"><span class="navbar-brand">電子申請サービス（職員用）</span><a class="nav-link" href="#" data-t="g1">申請一覧へ戻る</a></nav>
<div class="container"><h1>住民票の写しの交付請求 <span class="badge">審査中</span></h1>
<ul class="nav nav-tabs" role="tablist"><li><button class="nav-link active" role="tab" aria-selected="true" data-t="g2">申請内容</button></li><li><button class="nav-link" role="tab" aria-selected="false" data-t="g3">やり取り <span class="badge">2</span></button></li><li><button class="nav-link" role="tab" aria-selected="false" data-t="g4">処理履歴</button></li></ul>
<div class="tab-content"><div class="tab-pane show active" role="tabpanel"><div class="row"><div class="col"><div class="card"><div class="card-header">申請者情報</div><div class="card-body"><dl class="dl">
<dt>申請番号</dt><dd>2026-0004512</dd><dt>申請日時</dt><dd>2026/11/20 21:47</dd><dt>氏名</dt><dd>見本 花子</dd><dt>連絡先電話番号</dt><dd>090-0000-0000</dd><dt>必要通数</dt><dd>2通</dd><dt>使用目的</dt><dd>勤務先へ提出</dd></dl></div></div></div>
<div class="col"><div class="card"><div class="card-header">職員処理欄</div><div class="card-body">
<div class="mb"><label class="form-label" for="tantou">担当者 <span class="req">必須</span></label><select class="form-select" id="tantou" data-t="g5"><option value="">選択してください</option><option>市民課 見本 太郎</option><option>市民課 記載 次子</option></select></div>
<div class="mb"><label class="form-label" for="tesuu">交付手数料</label><div class="input-group"><span class="input-group-text">￥</span><input class="form-control" id="tesuu" data-t="g6" value="600"><span class="input-group-text">円</span></div><div class="form-text">1通 300円</div></div>
<div class="mb"><label class="form-label">発送予定日</label><div class="input-group"><input class="form-control" placeholder="yyyy/mm/dd" data-t="g7"><button class="btn btn-outline" title="カレンダー" data-t="g8">▦</button></div></div>
<div class="mb"><span class="form-label">交付方法</span><div><div class="form-check form-check-inline"><input class="form-check-input" type="radio" name="kofu" id="k1" data-t="g9"><label class="form-check-label" for="k1">窓口</label></div><div class="form-check form-check-inline"><input class="form-check-input" type="radio" name="kofu" id="k2" data-t="g10"><label class="form-check-label" for="k2">郵送</label></div></div></div>
<div class="form-check form-switch mb"><input class="form-check-input" type="checkbox" role="switch" id="sw" data-t="g11"><label class="form-check-label" for="sw">申請者に通知する</label></div>
<div class="form-floating mb"><textarea class="form-control" placeholder="x" id="memo" data-t="g12"></textarea><label for="memo">審査メモ</label></div></div></div></div></div>
<div class="card"><div class="card-header">確認項目</div><table class="table table-striped"><thead><tr><th>#</th><th>項目</th><th>判定</th><th>所見</th><th>自動照合</th><th></th></tr></thead><tbody>${checkRow("g21", "1", "本人確認書類", "一致")}${checkRow("g22", "2", "請求理由", "―")}${checkRow("g23", "3", "手数料の納付", "未納")}</tbody></table></div>
<div class="accordion"><div class="accordion-item"><h2><button class="accordion-button" aria-expanded="true">返信メール</button></h2><div class="accordion-body"><label class="form-label" for="subj">件名</label><input class="form-control" id="subj" data-t="g13" value="【見本市】審査結果のお知らせ"><label class="form-label" for="bdy">本文</label><textarea class="form-control" id="bdy" data-t="g14" rows="2"></textarea></div></div><div class="accordion-item"><h2><button class="accordion-button collapsed" aria-expanded="false">内部決裁</button></h2><div class="collapse"><label for="subj2">件名</label><input id="subj2"></div></div></div>
</div><div class="tab-pane" role="tabpanel"><label for="m2">本文</label><textarea id="m2"></textarea></div><div class="tab-pane" role="tabpanel"><dl><dt>申請番号</dt><dd>2026-0004500</dd></dl></div></div>
<div class="foot"><button class="btn btn-outline" data-t="g15">差し戻す</button> <button class="btn btn-primary" data-t="g16"><span aria-hidden="true">✔</span> 審査完了</button></div></div>`,
      `<style>*{box-sizing:border-box}body{margin:0;font:15px/1.5 system-ui,sans-serif}.navbar{background:#0d47a1;color:#fff;padding:10px 20px;display:flex;justify-content:space-between}.navbar .nav-link{color:#fff}.container{max-width:1100px;margin:12px auto}h1{font-size:22px}.badge{font-size:12px;background:#ffc107;border-radius:6px;padding:2px 8px;color:#000}.nav-tabs{display:flex;list-style:none;padding:0;border-bottom:1px solid #ccc}.nav-tabs .nav-link{border:1px solid transparent;background:none;padding:8px 16px}.nav-tabs .active{border-color:#ccc #ccc #fff}.tab-pane{display:none}.tab-pane.active{display:block}.row{display:flex;gap:20px}.col{flex:1}.card{border:1px solid #ccc;border-radius:6px;margin-bottom:14px}.card-header{background:#f5f5f5;padding:8px 14px}.card-body{padding:14px}.dl{display:grid;grid-template-columns:10em 1fr;row-gap:8px;margin:0}.dl dt{font-weight:bold}.dl dd{margin:0}.mb{margin-bottom:12px}.req{background:#dc3545;color:#fff;font-size:11px;padding:1px 5px;border-radius:3px}.form-control,.form-select{width:100%;padding:6px 10px;border:1px solid #ced4da;border-radius:6px;font:inherit}.input-group{display:flex}.input-group-text{background:#e9ecef;border:1px solid #ced4da;padding:6px 10px}.form-text{color:#6c757d;font-size:12px}.form-check-inline{display:inline-block;margin-right:18px}.form-switch input{appearance:none;width:34px;height:18px;border-radius:9px;background:#bbb;vertical-align:middle}.form-switch input:checked{background:#0d6efd}.form-floating{position:relative}.form-floating textarea{height:80px;padding-top:24px}.form-floating textarea::placeholder{color:transparent}.form-floating label{position:absolute;left:10px;top:4px;font-size:12px;color:#666;pointer-events:none}.table{width:100%;border-collapse:collapse}.table th,.table td{padding:6px 10px;border-bottom:1px solid #ddd;text-align:left}.accordion-item{border:1px solid #ccc}.accordion-item h2{margin:0}.accordion-button{width:100%;text-align:left;padding:10px;border:0;background:#e7f1ff;font:inherit}.accordion-body{padding:12px}.collapse{display:none}.foot{margin:16px 0;text-align:right}.btn{padding:6px 14px;border-radius:6px;border:1px solid #0d6efd;background:#fff}.btn-primary{background:#0d6efd;color:#fff}</style>`,
    ),
  },
  things: [
    read("申請番号", "2026-0004512"),
    read("申請日時", "2026/11/20 21:47"),
    read("連絡先電話番号", "090-0000-0000", "申請者情報/欄"),
    read("必要通数", "2通"),
    read("使用目的", "勤務先へ提出"),
    choose("担当者", "市民課 記載 次子", "g5"),
    type("交付手数料", "g6"),
    type("発送予定日", "g7"),
    tick("申請者に通知する", "g11"),
    type("審査メモ", "g12"),
    type("件名", "g13", "返信メール/欄"),
    cell(row("項目", "手数料の納付", "判定", "確認項目"), "で「否」を選ぶ", "g23s"),
    cell(row("項目", "請求理由", "所見"), TYPED, "g22i"),
    cell(row("項目", "本人確認書類", "自動照合"), READ, "一致"),
    cell(row("項目", "本人確認書類", "開く"), PRESSED, "g21b"),
    press("審査完了", "g16"),
  ],
};

let made = 0;
/** A mat-form-field: the words float over the frame, or lie in it while it is empty. */
const field = (words: string, floats: boolean, control: string, after = "", hint = ""): string => {
  made += 1;
  return `<mat-form-field class="mat-mdc-form-field mat-form-field-appearance-outline${floats ? " floats" : ""}"><div class="mat-mdc-text-field-wrapper mdc-text-field mdc-text-field--outlined"><div class="mat-mdc-form-field-flex"><div class="mdc-notched-outline"><div class="mdc-notched-outline__notch"><label class="mdc-floating-label" id="mat-mdc-form-field-label-${made}" for="mat-input-${made}"><mat-label>${words}</mat-label></label></div></div><div class="mat-mdc-form-field-infix">${control.replaceAll("@", String(made))}</div>${after}</div></div><div class="mat-mdc-form-field-subscript-wrapper">${hint === "" ? "" : `<mat-hint class="mat-mdc-form-field-hint">${hint}</mat-hint>`}</div></mat-form-field>`;
};
const matInput = (t: string, value = ""): string =>
  `<input matinput class="mat-mdc-input-element" id="mat-input-@" data-t="${t}" value="${value}" oninput="this.classList.toggle('filled',this.value!=='')">`;
const matSelect = (t: string, options: string, value = ""): string =>
  `<mat-select role="combobox" aria-haspopup="listbox" aria-expanded="false" tabindex="0" class="mat-mdc-select" aria-labelledby="mat-mdc-form-field-label-@ mat-select-value-@" data-t="${t}" data-options="${options}"><div class="mat-mdc-select-trigger"><div class="mat-mdc-select-value" id="mat-select-value-@"><span class="mat-mdc-select-value-text"><span class="mat-mdc-select-min-line val">${value}</span></span></div><div class="mat-mdc-select-arrow-wrapper">▾</div></div></mat-select>`;
const matBox = (t: string, words: string): string =>
  `<mat-checkbox class="mat-mdc-checkbox" data-t="${t}"><div class="mdc-form-field"><div class="mdc-checkbox"><input type="checkbox" class="mdc-checkbox__native-control" id="mat-mdc-checkbox-${t}-input"><div class="mdc-checkbox__background"></div></div><label class="mdc-label" for="mat-mdc-checkbox-${t}-input">${words}</label></div></mat-checkbox>`;
const matRadio = (t: string, words: string): string =>
  `<mat-radio-button class="mat-mdc-radio-button" data-t="${t}"><div class="mdc-form-field"><div class="mdc-radio"><input type="radio" class="mdc-radio__native-control" name="mat-radio-group-0" id="mat-radio-${t}-input"><div class="mdc-radio__background"></div></div><label class="mdc-label" for="mat-radio-${t}-input">${words}</label></div></mat-radio-button>`;
const matRow = (t: string, ...cells: string[]): string =>
  `<tr mat-row role="row" class="mat-mdc-row">${cells.map((c) => `<td mat-cell role="cell" class="mat-mdc-cell">${c}</td>`).join("")}<td mat-cell role="cell" class="mat-mdc-cell"><button mat-button class="mdc-button mat-mdc-button" data-t="${t}e"><span class="mat-mdc-button-persistent-ripple"></span><span class="mdc-button__label">編集</span></button> <button mat-button class="mdc-button mat-mdc-button" data-t="${t}d"><span class="mat-mdc-button-persistent-ripple"></span><span class="mdc-button__label">削除</span></button></td></tr>`;
const care: LegacyPage = {
  name: "認定調査の入力",
  hand: "Angular Material 17, 2024: outlined fields with floating words, mat-select that opens over the page, drawn boxes and switches, a mat-table with icon buttons, an expansion panel",
  documents: {
    "/": doc(
      "介護認定支援",
      `<app-root><mat-toolbar class="mat-toolbar">介護認定支援システム<span class="sp"></span><span>調査員 見本 太郎</span></mat-toolbar><div class="page">
<mat-card class="mat-mdc-card"><mat-card-title class="mat-mdc-card-title">被保険者</mat-card-title><div class="facts"><div><span class="k">被保険者番号</span><span class="v">0001234567</span></div><div><span class="k">前回の要介護度</span><span class="v">要介護２</span></div><div><span class="k">有効期間の満了日</span><span class="v">令和9年1月31日</span></div></div></mat-card>
<mat-card class="mat-mdc-card"><mat-card-title class="mat-mdc-card-title">調査の概要</mat-card-title><div class="grid">
${field("調査日", true, matInput("h1", "2026/11/20"), `<button mat-icon-button aria-label="カレンダーを開く" title="カレンダーを開く" data-t="h2">▦</button>`)}${field("調査場所", false, matSelect("h3", "自宅|病院|介護施設"))}${field("立会者の氏名", false, matInput("h4"))}
${field("世帯の人数", true, matInput("h5", "2"), `<span class="mat-mdc-form-field-text-suffix">人</span>`)}${field("同居の家族", true, matSelect("h6", "なし|配偶者のみ|子と同居", "なし"))}${field("特記事項", false, matInput("h7"), "", "100文字まで")}</div>
<div class="line"><label id="rg">申請の区分</label><mat-radio-group role="radiogroup" aria-labelledby="rg" class="mat-mdc-radio-group">${matRadio("h8", "新規")}${matRadio("h9", "更新")}${matRadio("h10", "区分変更")}</mat-radio-group></div>
<div class="line"><label>受けている支援</label>${matBox("h11", "訪問介護")}${matBox("h12", "通所介護")}${matBox("h13", "福祉用具の貸与")}</div>
<div class="line"><mat-slide-toggle class="mat-mdc-slide-toggle"><div class="mdc-form-field"><button role="switch" type="button" class="mdc-switch" aria-checked="false" id="sw-button" data-t="h14" onclick="this.setAttribute('aria-checked',this.getAttribute('aria-checked')!=='true')"><span class="mdc-switch__handle"></span></button><label class="mdc-label" for="sw-button">再調査が必要</label></div></mat-slide-toggle></div></mat-card>
<mat-expansion-panel class="mat-expansion-panel"><mat-expansion-panel-header role="button" aria-expanded="false" class="mat-expansion-panel-header"><span class="mat-content">主治医意見書</span> ▾</mat-expansion-panel-header><div class="mat-expansion-panel-content" style="height:0;visibility:hidden;overflow:hidden">${field("調査場所", false, matInput("hx"))}</div></mat-expansion-panel>
<mat-card class="mat-mdc-card"><mat-card-title class="mat-mdc-card-title">調査項目</mat-card-title><table mat-table role="table" class="mat-mdc-table"><thead role="rowgroup"><tr mat-header-row role="row">${["項目番号", "項目", "判定", "介助の量", "更新者", "操作"].map((h) => `<th mat-header-cell role="columnheader" class="mat-mdc-header-cell">${h}</th>`).join("")}</tr></thead><tbody role="rowgroup">${matRow("h21", "1-3", "寝返り", "つかまれば可", "12分", "見本 太郎")}${matRow("h22", "1-4", "起き上がり", "できない", "25分", "記載 次子")}${matRow("h23", "2-1", "移乗", "見守り等", "8分", "見本 太郎")}</tbody></table>
<mat-paginator class="mat-mdc-paginator"><span>1 – 3 / 74</span> <button mat-icon-button disabled aria-label="前のページ">‹</button><button mat-icon-button aria-label="次のページ" title="次のページ" data-t="h15">›</button></mat-paginator></mat-card>
<div class="end"><button mat-stroked-button class="mdc-button" data-t="h16"><span class="mdc-button__label">下書き保存</span></button> <button mat-flat-button class="mdc-button flat" data-t="h17"><span class="mdc-button__label">調査票を確定</span></button></div></div></app-root>${drawnLists("cdk-overlay-pane", "mat-option")}`,
      `<style>body{margin:0;font:14px Roboto,sans-serif;background:#fafafa}mat-toolbar{display:flex;background:#3f51b5;color:#fff;padding:14px 20px;font-size:18px}.sp{flex:1}.page{max-width:1040px;margin:14px auto}mat-card,mat-expansion-panel{display:block;background:#fff;box-shadow:0 1px 3px #999;border-radius:6px;padding:16px;margin-bottom:14px}mat-card-title{display:block;font-size:18px;margin-bottom:12px}.facts{display:flex;gap:50px}.k{display:block;color:#777;font-size:12px}.grid{display:grid;grid-template-columns:1fr 1fr 1fr;gap:6px 16px}mat-form-field{display:block;position:relative}.mdc-text-field{border:1px solid #888;border-radius:4px;height:48px;position:relative}.mat-mdc-form-field-flex{display:flex;align-items:center;height:100%;padding:0 12px}.mat-mdc-form-field-infix{flex:1}.mdc-floating-label{position:absolute;left:10px;top:14px;color:#666;pointer-events:none;background:#fff;padding:0 3px}.floats .mdc-floating-label,mat-form-field:has(.filled) .mdc-floating-label,mat-form-field:has(input:focus) .mdc-floating-label{top:-9px;font-size:12px}.mat-mdc-input-element{border:0;outline:0;width:100%;font:inherit;background:none}.mat-mdc-select-trigger{display:flex;justify-content:space-between;min-height:20px}.mat-mdc-form-field-subscript-wrapper{min-height:18px;font-size:12px;color:#777;padding-left:12px}.line{margin:8px 0;display:flex;align-items:center;gap:18px}.mat-mdc-radio-group{display:flex;gap:18px}.mdc-form-field{display:flex;align-items:center}.mdc-checkbox,.mdc-radio{position:relative;width:40px;height:40px}.mdc-checkbox input,.mdc-radio input{position:absolute;inset:0;width:40px;height:40px;margin:0;opacity:0;z-index:1}.mdc-checkbox__background,.mdc-radio__background{position:absolute;left:11px;top:11px;width:14px;height:14px;border:2px solid #555}.mdc-radio__background{border-radius:50%}input:checked~div{background:#3f51b5}.mdc-switch{width:44px;height:24px;border-radius:12px;border:2px solid #777;background:#ddd;position:relative;margin-right:8px}.mdc-switch__handle{position:absolute;left:3px;top:3px;width:14px;height:14px;border-radius:50%;background:#555}[aria-checked=true] .mdc-switch__handle{left:22px;background:#3f51b5}table{width:100%;border-collapse:collapse}th,td{padding:8px;border-bottom:1px solid #ddd;text-align:left}mat-paginator{display:block;text-align:right;padding-top:8px}mat-form-field button,mat-paginator button{border:0;background:none;font-size:18px}.end{text-align:right}.mdc-button{padding:8px 18px;border:1px solid #3f51b5;background:#fff;border-radius:4px}td .mdc-button{border:0;color:#3f51b5;padding:4px 8px}.flat{background:#3f51b5;color:#fff}</style>`,
    ),
  },
  things: [
    read("被保険者番号", "0001234567"),
    read("前回の要介護度", "要介護２"),
    read("有効期間の満了日", "令和9年1月31日"),
    type("調査日", "h1"),
    choose("調査場所", "病院", "h3"),
    type("立会者の氏名", "h4"),
    type("世帯の人数", "h5"),
    choose("同居の家族", "子と同居", "h6"),
    choose("申請の区分", "区分変更", "h10"),
    tick("通所介護", "h12"),
    tick("再調査が必要", "h14"),
    cell(row("項目", "起き上がり", "判定", "調査項目"), READ, "できない"),
    cell(row("項目番号", "2-1", "介助の量"), READ, "8分"),
    cell(row("項目", "移乗", "編集"), PRESSED, "h23e"),
    press("下書き保存", "h16"),
  ],
};

const kLabel = (words: string, must = false): string =>
  `<div class="control-label-gaia"><span class="control-label-text-gaia">${words}</span>${must ? '<span class="require-cybozu">*</span>' : ""}</div>`;
const kText = (t: string, words: string, more = "", width = 180): string =>
  `<div class="control-gaia control-single_line_text-field-gaia">${kLabel(words, more === "*")}<div class="control-value-gaia"><div class="input-text-outer-cybozu"><input class="input-text-cybozu" style="width:${width}px" data-t="${t}"></div>${more === "*" ? "" : more}</div></div>`;
const kShown = (words: string, value: string): string =>
  `<div class="control-gaia">${kLabel(words)}<div class="control-value-gaia control-value-label-gaia"><span class="control-value-content-gaia">${value}</span></div></div>`;
const kDrop = (t: string, options: string, value: string): string =>
  `<div class="gaia-argoui-select" role="button" tabindex="0" aria-haspopup="true" data-t="${t}" data-options="${options}"><div class="gaia-argoui-select-label val">${value}</div><span class="arrow">▼</span></div>`;
const kTick = (t: string, words: string): string =>
  `<span class="input-checkbox-item-cybozu"><input type="checkbox" id="${t}-c" data-t="${t}"><label for="${t}-c">${words}</label></span>`;
const kRadio = (t: string, words: string): string =>
  `<span class="input-radio-item-cybozu"><input type="radio" name="kin" id="${t}-r" data-t="${t}"><label for="${t}-r">${words}</label></span>`;
const kWork = (t: string, day: string, what: string, amount: string, sum: string): string =>
  `<tr><td>${day}</td><td>${kDrop(`${t}s`, "舗装補修|側溝清掃|枝払い", what)}</td><td><input class="input-text-cybozu" size="4" value="${amount}" data-t="${t}q"></td><td class="r">${sum}</td><td><button type="button" class="add-row" title="行を追加する" aria-label="行を追加する" data-t="${t}p">＋</button><button type="button" class="remove-row" title="この行を削除する" aria-label="この行を削除する" data-t="${t}m">－</button></td></tr>`;
const kPast = (t: string, no: string, day: string, place: string, state: string): string =>
  `<tr><td><a href="#" title="レコードの詳細を表示する" data-t="${t}">▤</a></td><td>${no}</td><td>${day}</td><td>${place}</td><td>${state}</td></tr>`;
const roads: LegacyPage = {
  name: "道路補修の要望",
  hand: "a record open for editing in an application built without code, 2020: captions above, drawn drop-downs, a table with rows to add, related records, a group, comments at the side",
  documents: {
    "/": doc(
      "道路補修要望 - レコードの編集",
      `<div class="gaia-header"><a href="#">アプリ: 道路補修要望</a><span> レコード: 1204</span></div><div class="gaia-argoui-app-toolbar"><div class="statusbar"><span class="st-label">ステータス:</span><span class="st-val">現地確認中</span> <span class="st-label">作業者:</span><span class="st-val">見本 次郎</span></div><button type="button" class="cancel" data-t="i1">キャンセル</button><button type="button" class="save" data-t="i2">保存</button></div>
<div class="main"><div class="record">
<div class="row-gaia">${kShown("受付番号", "R08-1204")}${kText("i3", "受付日", "*", 120)}<div class="control-gaia">${kLabel("受付方法")}<div class="control-value-gaia">${kDrop("i4", "電話|窓口|メール|広聴カード", "-----")}</div></div></div>
<div class="row-gaia">${kText("i5", "通報者名")}${kText("i6", "電話番号")}${kText("i7", "場所（町丁目）", '<button type="button" class="lookup" data-t="i8">取得</button><button type="button" class="lookup" data-t="i9">クリア</button>')}</div>
<div class="row-gaia"><div class="control-gaia">${kLabel("損傷の種別")}<div class="control-value-gaia">${kTick("i10", "路面の穴")}${kTick("i11", "側溝の詰まり")}${kTick("i12", "街路樹")}</div></div><div class="control-gaia">${kLabel("緊急度", true)}<div class="control-value-gaia">${kRadio("i13", "高")}${kRadio("i14", "中")}${kRadio("i15", "低")}</div></div></div>
<div class="subtable-label">作業内訳</div><table class="subtable-gaia"><thead><tr><th>作業日</th><th>作業内容</th><th>数量</th><th>小計</th><th></th></tr></thead><tbody>${kWork("i21", "2026-11-19", "舗装補修", "3", "36,000円")}${kWork("i22", "2026-11-21", "側溝清掃", "1", "15,000円")}</tbody></table>
<div class="row-gaia">${kShown("概算額の合計", "51,000円")}${kText("i16", "見積額", "<span>円</span>", 120)}${kShown("前年度からの繰越", "あり")}</div>
<div class="group-gaia"><div class="group-label-gaia">▼ 完了報告</div><div class="group-body"><div class="row-gaia">${kText("i17", "完了日", "", 120)}${kText("i18", "施工業者")}</div></div></div>
<div class="group-gaia"><div class="group-label-gaia">▶ 苦情対応</div><div class="group-body" style="display:none"><div class="row-gaia">${kText("ix1", "完了日")}${kText("ix2", "見積額")}</div></div></div>
<div class="subtable-label">同じ場所の要望</div><table class="reference-subtable-gaia"><thead><tr><th></th><th>要望番号</th><th>要望日</th><th>要望の場所</th><th>状況</th></tr></thead><tbody>${kPast("i31", "R07-0388", "2025-06-02", "緑が丘1丁目", "完了")}${kPast("i32", "R08-0917", "2026-09-14", "緑が丘2丁目", "保留")}</tbody></table></div>
<div class="sidebar"><div class="tabs"><b>コメント</b>　変更履歴</div><textarea placeholder="コメントする" data-t="i19" rows="3"></textarea><div class="cm"><b>見本 次郎</b> 11月20日 9:14<p>現地を見ました。穴は直径30cmです。</p></div></div></div>${drawnLists("goog-menu", "div")}`,
      `<style>body{margin:0;font:14px Meiryo,sans-serif;background:#f5f5f5}.gaia-header{padding:8px 16px;background:#206694;color:#fff}.gaia-header a{color:#fff}.gaia-argoui-app-toolbar{display:flex;gap:10px;padding:10px 16px;background:#fff;border-bottom:1px solid #ddd}.statusbar{flex:1}.st-label{color:#888}.st-val{margin-left:6px}.save{background:#3498db;color:#fff}.main{display:flex}.record{flex:1;background:#fff;margin:12px;padding:12px}.sidebar{width:280px;margin:12px 12px 12px 0;background:#fff;padding:10px}.sidebar textarea{width:95%}.row-gaia{display:flex;gap:20px;margin-bottom:12px;align-items:flex-start}.control-label-gaia{font-size:12px;padding-bottom:4px}.require-cybozu{color:#e74c3c;margin-left:4px}.control-value-gaia{display:flex;align-items:center;gap:6px;min-height:32px}.input-text-cybozu{height:28px;border:1px solid #e3e7e8;box-shadow:inset 2px 2px 4px #f5f5f5;padding:0 8px}.gaia-argoui-select{display:inline-flex;justify-content:space-between;border:1px solid #e3e7e8;background:#f7f9fa;padding:5px 10px;min-width:110px}.arrow{color:#3498db;font-size:10px}.subtable-label{font-weight:bold;margin:8px 0 4px}table{border-collapse:collapse;margin-bottom:12px}th{background:#206694;color:#fff;font-weight:normal;padding:6px 12px}td{border:1px solid #ddd;padding:6px 10px}.r{text-align:right}.group-gaia{border:1px solid #ddd;margin-bottom:10px}.group-label-gaia{background:#eee;padding:6px}.group-body{padding:10px}</style>`,
    ),
  },
  things: [
    read("ステータス", "現地確認中"),
    read("作業者", "見本 次郎"),
    read("受付番号", "R08-1204"),
    type("受付日", "i3"),
    choose("受付方法", "窓口", "i4"),
    type("場所（町丁目）", "i7"),
    press("取得", "i8"),
    tick("側溝の詰まり", "i11"),
    choose("緊急度", "中", "i14"),
    read("概算額の合計", "51,000円"),
    read("前年度からの繰越", "あり"),
    type("見積額", "i16"),
    type("完了日", "i17", "完了報告/欄"),
    cell(row("作業日", "2026-11-21", "数量", "作業内訳"), TYPED, "i22q"),
    cell(row("作業日", "2026-11-19", "作業内容"), "で「枝払い」を選ぶ", "i21s"),
    cell(row("作業日", "2026-11-19", "小計"), READ, "36,000円"),
    cell(row("要望番号", "R08-0917", "状況", "同じ場所の要望"), READ, "保留"),
    press("保存", "i2"),
  ],
};

const ui5Label = (id: string, words: string, must = false): string =>
  `<span class="sapMLabel${must ? " sapMLabelRequired" : ""}"><label id="${id}-lb" for="${id}-inner"><bdi>${words}</bdi></label><span class="sapMLabelColonAndRequired" data-colon=":"></span></span>`;
const ui5Input = (t: string, words: string, must = false, unit = ""): string =>
  `<div class="sapUiFormCLElement">${ui5Label(t, words, must)}<div class="cellv"><div class="sapMInputBase sapMInput"><div class="sapMInputBaseContentWrapper"><input class="sapMInputBaseInner" id="${t}-inner" aria-labelledby="${t}-lb" data-t="${t}"></div></div>${unit === "" ? "" : `<span class="sapMText">${unit}</span>`}</div></div>`;
const ui5Shown = (words: string, value: string): string =>
  `<div class="sapUiFormCLElement">${ui5Label("x", words).replace(/ (?:id|for)="[^"]*"/gu, "")}<div class="cellv"><span class="sapMText">${value}</span></div></div>`;
const ui5Box = (t: string, words: string): string =>
  `<div role="checkbox" aria-checked="false" tabindex="0" class="sapMCb sapMCbHasLabel" data-t="${t}" onclick="this.setAttribute('aria-checked',this.getAttribute('aria-checked')!=='true')"><div class="sapMCbBg"><div class="sapMCbMark"></div></div>${words === "" ? "" : `<span class="sapMLabel sapMCbLabel"><bdi>${words}</bdi></span>`}</div>`;
const ui5Item = (t: string, no: string, what: string, amount: string, sum: string): string =>
  `<tr class="sapMLIB sapMListTblRow" role="row"><td role="gridcell">${ui5Box(`${t}c`, "")}</td><td role="gridcell"><span class="sapMText">${no}</span></td><td role="gridcell"><a class="sapMLnk" href="#" data-t="${t}l">${what}</a></td><td role="gridcell"><div class="sapMInputBase"><input class="sapMInputBaseInner short" value="${amount}" data-t="${t}q"></div></td><td role="gridcell"><span class="sapMObjectNumberText">${sum}</span></td><td role="gridcell"><button class="sapMBtn" data-t="${t}d"><span class="sapMBtnInner"><bdi>削除</bdi></span></button></td></tr>`;
const purchase: LegacyPage = {
  name: "購入依頼",
  hand: "a Fiori page in SAPUI5, 2021: an object header with figures, captions whose colon and star are drawn by the style sheet, a select and a combo box drawn by the library, boxes by role, a table with fields in its rows",
  documents: {
    "/": doc(
      "購入依頼の編集",
      `<div class="sapUiBody"><div class="hdr"><h2 class="sapMTitle">購入依頼 10004567</h2><div class="attrs"><div><span class="sapMLabel">ステータス:</span> <span class="sapMObjStatus">承認待ち</span></div><div><span class="sapMLabel">依頼者:</span> <span class="sapMText">見本 花子</span></div><div><span class="sapMLabel">合計金額:</span> <span class="kpi">184,800円</span></div></div></div>
<div class="sapMITB" role="tablist"><div role="tab" aria-selected="true" class="sel" data-t="j1">一般データ</div><div role="tab" aria-selected="false" data-t="j2">添付ファイル (1)</div><div role="tab" aria-selected="false" data-t="j3">承認経路</div></div>
<div class="sapUiForm"><div class="sec"><h3>基本情報</h3>${ui5Input("j4", "件名", true)}<div class="sapUiFormCLElement">${ui5Label("j5", "購買グループ", true)}<div class="cellv"><div class="sapMSlt" data-t="j5" data-options="物品|役務|工事"><div class="sapMSltHiddenSelect" role="combobox" tabindex="0" aria-haspopup="listbox" aria-expanded="false" aria-labelledby="j5-lb j5-label" style="position:absolute;width:1px;height:1px;overflow:hidden"></div><span class="sapMSltLabel val" id="j5-label">物品</span><span class="sapMSltArrow" aria-hidden="true">⌄</span></div></div></div>
${ui5Input("j6", "希望納期")}${ui5Shown("会社コード", "1000 (見本市)")}</div>
<div class="sec"><h3>会計情報</h3><div class="sapUiFormCLElement">${ui5Label("j7", "原価センタ", true)}<div class="cellv"><div class="sapMInputBase sapMComboBox" data-t="j7"><div class="sapMInputBaseContentWrapper" data-options="1101 総務課|1102 財政課|1203 福祉課"><input class="sapMInputBaseInner val" id="j7-inner" role="combobox" aria-haspopup="listbox" aria-expanded="false" aria-labelledby="j7-lb" autocomplete="off"><span class="sapMComboBoxArrow" role="button" aria-label="オプションを選択">⌄</span></div></div></div></div>
${ui5Input("j8", "予算上限", false, "円")}${ui5Input("j9", "執行率", false, "％")}${ui5Shown("勘定コード", "6101 消耗品費")}</div></div>
<div class="boxes">${ui5Box("j10", "分割納品を認める")}${ui5Box("j11", "指定業者あり")}</div>
<div class="tbl"><div class="sapMTB"><span class="sapMTitle">購入明細 (3)</span><span class="sp"></span><button class="sapMBtn" data-t="j12"><span class="sapMBtnInner"><bdi>明細を追加</bdi></span></button></div><table class="sapMListTbl" role="grid"><thead><tr role="row"><th></th><th><span class="sapMText">明細番号</span></th><th>品名</th><th>数量</th><th>金額</th><th></th></tr></thead><tbody>${ui5Item("j21", "10", "コピー用紙 A4", "40", "88,000円")}${ui5Item("j22", "20", "トナー 黒", "4", "72,600円")}${ui5Item("j23", "30", "ファイル", "100", "24,200円")}</tbody></table></div>
<footer class="sapMIBar"><button class="sapMBtn emph" data-t="j13"><span class="sapMBtnInner"><bdi>依頼を送信</bdi></span></button> <button class="sapMBtn" data-t="j14"><span class="sapMBtnInner"><bdi>キャンセル</bdi></span></button></footer></div>${drawnLists("sapMPopover", "li")}`,
      `<style>body{margin:0;font:14px "72",Arial,sans-serif;background:#f7f7f7}.hdr{background:#fff;padding:12px 24px}.attrs{display:flex;gap:48px}.kpi{font-size:20px;font-weight:bold}.sapMLabel{color:#6a6d70}.sapMITB{display:flex;gap:24px;background:#fff;padding:8px 24px;border-bottom:1px solid #d9d9d9}.sel{border-bottom:3px solid #0854a0}.sapUiForm{display:flex;gap:30px;padding:12px 24px;background:#fff}.sec{flex:1}.sapUiFormCLElement{display:flex;align-items:center;margin-bottom:8px}.sapUiFormCLElement>.sapMLabel{width:130px;text-align:right;padding-right:10px}.sapMLabelColonAndRequired:before{content:attr(data-colon)}.sapMLabelRequired .sapMLabelColonAndRequired:after{content:"*";color:#b00}.cellv{display:flex;align-items:center;gap:6px;position:relative}.sapMInputBaseInner{border:1px solid #89919a;height:30px;padding:0 8px;width:200px}.short{width:70px}.sapMInputBaseContentWrapper{display:flex}.sapMComboBoxArrow{border:1px solid #89919a;border-left:0;padding:4px 8px}.sapMSlt{display:flex;justify-content:space-between;width:216px;border:1px solid #89919a;padding:5px 8px;position:relative}.boxes{padding:6px 24px;background:#fff;display:flex;gap:30px}.sapMCb{display:flex;align-items:center;gap:8px}.sapMCbBg{width:20px;height:20px;border:1px solid #89919a}[aria-checked=true] .sapMCbMark:after{content:"✓"}.tbl{margin:14px 24px;background:#fff}.sapMTB{display:flex;padding:8px}.sp{flex:1}table{width:100%;border-collapse:collapse}th,td{text-align:left;padding:6px 10px;border-bottom:1px solid #e5e5e5}.sapMBtn{border:1px solid #0854a0;background:#fff;padding:6px 12px;border-radius:4px}.emph{background:#0a6ed1;color:#fff}footer{padding:10px 24px;text-align:right;background:#fff}h3{font-size:14px}</style>`,
    ),
  },
  things: [
    read("ステータス", "承認待ち"),
    read("合計金額", "184,800円"),
    read("会社コード", "1000 (見本市)"),
    read("勘定コード", "6101 消耗品費"),
    type("件名", "j4"),
    choose("購買グループ", "役務", "j5"),
    type("希望納期", "j6"),
    choose("原価センタ", "1203 福祉課", "j7"),
    type("予算上限", "j8"),
    tick("指定業者あり", "j11"),
    press("承認経路", "j3"),
    cell(row("明細番号", "20", "数量", "購入明細"), TYPED, "j22q"),
    cell(row("品名", "ファイル", "金額"), READ, "24,200円"),
    cell(row("品名", "コピー用紙 A4", "削除"), PRESSED, "j21d"),
    cell(row("明細番号", "30", "品名"), READ, "ファイル"),
    press("依頼を送信", "j13"),
  ],
};

/** A thing at its place on a layout. */
const lay = (x: number, y: number, w: number, html: string, more = ""): string =>
  `<div class="v-absolute" style="left:${x}px;top:${y}px;width:${w}px;${more}">${html}</div>`;
const fmField = (t: string, value = ""): string =>
  `<input class="v-textfield fm" data-t="${t}" value="${value}">`;
const fmBox = (t: string, words: string): string =>
  `<span class="v-checkbox"><input type="checkbox" id="gwt-${t}" data-t="${t}"><label for="gwt-${t}">${words}</label></span>`;
const shot = (n: number, t: string, ...cells: string[]): string =>
  `<div class="fm-portal-row" style="top:${n * 30}px">${cells.map((c, i) => lay([6, 106, 236, 416][i] ?? 0, 3, [94, 124, 174, 90][i] ?? 0, `<div class="text">${c}</div>`)).join("")}${lay(512, 2, 150, `<input class="v-textfield fm" data-t="${t}i">`)}${lay(672, 2, 26, `<input type="checkbox" data-t="${t}c">`)}${lay(716, 2, 54, `<button class="fm-button" data-t="${t}b">削除</button>`)}</div>`;
const dogs: LegacyPage = {
  name: "犬の登録原簿",
  hand: "FileMaker WebDirect, 2018: everything at its place on a layout, captions as pieces of text beside and above, a portal whose rows are laid out, sets of boxes, a pop-up list",
  documents: {
    "/": doc(
      "畜犬登録",
      `<div class="fm-status"><span>レコード 12 / 1,386（見つかった件数）</span> <button data-t="k1">新規レコード</button><button data-t="k2">検索実行</button></div><div class="fm-layout">
${lay(16, 12, 240, "<b style='font-size:20px'>犬の登録原簿</b>")}${lay(560, 16, 80, "鑑札番号", "text-align:right")}${lay(650, 16, 130, '<div class="text">第 00812 号</div>')}
${lay(560, 42, 80, "登録年月日", "text-align:right")}${lay(650, 42, 130, '<div class="text">令和5年6月1日</div>')}
${lay(16, 66, 60, "所有者", "font-weight:bold;color:#06c")}${lay(16, 94, 80, "氏　名", "text-align:right")}${lay(106, 90, 180, fmField("k3"))}${lay(300, 94, 80, "ﾌﾘｶﾞﾅ", "text-align:right")}${lay(390, 90, 180, fmField("k4"))}
${lay(16, 126, 80, "郵便番号", "text-align:right")}${lay(106, 122, 50, fmField("k5"))}${lay(160, 126, 12, "-")}${lay(174, 122, 60, fmField("k6"))}${lay(300, 126, 80, "電　話", "text-align:right")}${lay(390, 122, 60, fmField("k7"))}${lay(454, 126, 12, "-")}${lay(468, 122, 60, fmField("k8"))}${lay(532, 126, 12, "-")}${lay(546, 122, 60, fmField("k9"))}
${lay(16, 158, 80, "住　所", "text-align:right")}${lay(106, 154, 464, fmField("k10"))}
${lay(16, 196, 780, "<hr>")}${lay(16, 212, 60, "犬", "font-weight:bold;color:#06c")}
${lay(106, 230, 130, "犬の名")}${lay(106, 248, 130, fmField("k11"))}${lay(250, 230, 130, "種　類")}${lay(250, 248, 150, '<div class="fm-popup" tabindex="0" data-t="k12" data-options="柴|トイ・プードル|チワワ|雑種"><span class="val"></span><span class="arrow">▾</span></div>')}${lay(420, 230, 90, "生年月")}${lay(420, 248, 50, fmField("k13"))}${lay(474, 252, 16, "年")}${lay(494, 248, 40, fmField("k14"))}${lay(538, 252, 16, "月")}${lay(580, 230, 90, "毛　色")}${lay(580, 248, 110, fmField("k15"))}
${lay(16, 290, 80, "性　別", "text-align:right")}${lay(106, 288, 200, '<span class="v-radiobutton"><input type="radio" name="sx" id="sx1" data-t="k16"><label for="sx1">オス</label></span> <span class="v-radiobutton"><input type="radio" name="sx" id="sx2" data-t="k17"><label for="sx2">メス</label></span>')}${lay(320, 290, 80, "届　出", "text-align:right")}${lay(410, 288, 340, `${fmBox("k18", "転入")} ${fmBox("k19", "所有者変更")} ${fmBox("k20", "死亡")}`)}
${lay(16, 326, 200, "狂犬病予防注射", "font-weight:bold;color:#06c")}${["年度", "注射年月日", "実施場所", "済票番号", "備考", "確認", ""].map((h, i) => lay([22, 122, 252, 432, 528, 680, 732][i] ?? 0, 348, [90, 120, 170, 90, 140, 40, 40][i] ?? 0, h, "color:#555;font-size:12px")).join("")}
<div class="fm-portal" style="left:16px;top:366px">${shot(0, "k21", "令和8年度", "令和8年4月18日", "集合（見本公民館）", "00455")}${shot(1, "k22", "令和7年度", "令和7年5月9日", "見本動物病院", "00391")}${shot(2, "k23", "令和6年度", "令和6年4月20日", "集合（本町公園）", "00287")}</div>
${lay(16, 474, 90, "注射の回数", "text-align:right")}${lay(116, 474, 60, '<div class="text">3回</div>')}${lay(200, 474, 120, "納付済みの手数料", "text-align:right")}${lay(330, 474, 100, '<div class="text">4,650円</div>')}${lay(560, 470, 110, '<button class="fm-button" data-t="k24">登録証の印刷</button>')}${lay(680, 470, 90, '<button class="fm-button" data-t="k25">一覧へ</button>')}</div>${drawnLists("v-filterselect-suggestpopup", "div")}`,
      `<style>body{margin:0;font:13px "Helvetica Neue",sans-serif;background:#ddd}.fm-status{background:#444;color:#fff;padding:6px 12px}.fm-layout{position:relative;width:820px;height:520px;background:#f8f8f2;margin:8px}.v-absolute{position:absolute;white-space:nowrap}.fm{width:100%;box-sizing:border-box;height:24px;border:1px solid #999}.fm-popup{border:1px solid #999;background:#fff;height:22px;display:flex;justify-content:space-between;padding:0 6px;line-height:22px}.fm-portal{position:absolute;width:790px;height:96px;border:1px solid #999;background:#fff;overflow:auto}.fm-portal-row{position:absolute;left:0;width:780px;height:30px;border-bottom:1px solid #eee}</style>`,
    ),
  },
  things: [
    read("鑑札番号", "第 00812 号"),
    read("登録年月日", "令和5年6月1日"),
    type("氏名", "k3"),
    nth(2, type("郵便番号", "k6")),
    nth(3, type("電話", "k9")),
    type("住所", "k10", "所有者/欄"),
    type("犬の名", "k11"),
    choose("種類", "チワワ", "k12"),
    type("月", "k14", "生年月/欄"),
    choose("性別", "メス", "k17"),
    tick("所有者変更", "k19"),
    cell(row("年度", "令和7年度", "済票番号", "狂犬病予防注射"), READ, "00391"),
    cell(row("年度", "令和8年度", "備考"), TYPED, "k21i"),
    cell(row("注射年月日", "令和6年4月20日", "確認"), TICKED, "k23c"),
    cell(row("年度", "令和6年度", "削除"), PRESSED, "k23b"),
    read("注射の回数", "3回"),
    read("納付済みの手数料", "4,650円"),
    press("登録証の印刷", "k24"),
  ],
};

export const eleventhHeldOutMore: readonly LegacyPage[] = [online, care, roads, purchase, dogs];
