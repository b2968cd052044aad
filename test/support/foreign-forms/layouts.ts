/** Forms as other offices draw them, in HTML: nothing of our form kit, and each by a different hand. */

export type ValueKind =
  | "name"
  | "company"
  | "kana"
  | "account-kana"
  | "postal"
  | "address"
  | "phone"
  | "date"
  | "amount"
  | "count"
  | "account"
  | "code4"
  | "code3"
  | "bank"
  | "branch"
  | "purpose"
  | "place"
  | "item"
  | readonly string[]; // one of these is ticked

/**
 * `{{名}}` is where a value goes, `{{名:3}}` its fourth sign, `{{名:年}}` a part of a date, `{{名=新規}}` a square to tick;
 * everything else is printed on every copy.
 */
export interface ForeignLayout {
  readonly id: string;
  readonly title: string;
  readonly font: "mincho" | "gothic" | "rounded";
  readonly style: string;
  readonly body: string;
  readonly values: Readonly<Record<string, ValueKind>>;
}

const boxes = (name: string, count: number, first = 0): string =>
  Array.from({ length: count }, (_, i) => `<td class="b">{{${name}:${i + first}}}</td>`).join("");

const columns = (...widths: readonly number[]): string =>
  `<colgroup>${widths.map((w) => `<col style="width:${w}mm">`).join("")}</colgroup>`;

/** Nested table, merged captions written downwards at the left, thick outer frame. */
const facility: ForeignLayout = {
  id: "SHISETSU-07",
  title: "公共施設使用許可申請書",
  font: "mincho",
  style: `
    h1 { font-size: 17pt; letter-spacing: .25em; text-align: center; margin: 2mm 0 5mm; font-weight: normal }
    td { border: .28mm solid #000; padding: 0 2mm; font-size: 10.5pt; height: 10.5mm }
    table.outer { border: .7mm solid #000 }
    td.c { text-align: center }
    td.side { text-align: center; line-height: 1.9; padding: 0 }
    td.in { padding: 0; border: none }
    .r { text-align: right } .s { font-size: 8.5pt }`,
  body: `
    <p class="s">様式第７号（第５条関係）</p>
    <h1>公共施設使用許可申請書</h1>
    <p class="r">令和<u style="width:10mm">{{申請日:年}}</u>年<u style="width:10mm">{{申請日:月}}</u>月<u style="width:10mm">{{申請日:日}}</u>日</p>
    <p>　みほん市長　様</p>
    <table class="outer">${columns(9, 27, 62, 24, 53)}
      <tr><td class="side" rowspan="4">申<br>請<br>者</td><td class="c">団 体 名</td><td colspan="3">{{団体名}}</td></tr>
      <tr><td class="c">フリガナ</td><td colspan="3">{{フリガナ}}</td></tr>
      <tr><td class="c">代表者氏名</td><td>{{代表者氏名}}</td><td class="c">電話番号</td><td>{{電話番号}}</td></tr>
      <tr><td class="c">住　　所</td><td colspan="3">{{住所}}</td></tr>
      <tr><td class="side" rowspan="3">使<br>用<br>内<br>容</td><td class="c">使用目的</td><td colspan="3" style="height:13mm">{{使用目的}}</td></tr>
      <tr><td class="c">使用場所</td><td>{{使用場所}}</td><td class="c">使用人数</td><td class="r">{{使用人数}}　人</td></tr>
      <tr><td class="c">使用日</td><td>令和<u style="width:9mm">{{使用日:年}}</u>年<u style="width:9mm">{{使用日:月}}</u>月<u style="width:9mm">{{使用日:日}}</u>日</td><td class="c">使 用 料</td><td class="r"><span style="float:left">￥</span>{{使用料}}　円</td></tr>
    </table>
    <p class="s">注１　太枠の中を記入してください。　　２　使用料は、許可を受けたときに納めてください。</p>`,
  values: {
    申請日: "date",
    団体名: "company",
    フリガナ: "kana",
    代表者氏名: "name",
    電話番号: "phone",
    住所: "address",
    使用目的: "purpose",
    使用場所: "place",
    使用人数: "count",
    使用日: "date",
    使用料: "amount",
  },
};

/** One-character boxes with dashed dividers, squares to tick, a shaded heading column, headings merged over columns. */
const transfer: ForeignLayout = {
  id: "FURIKAE-02",
  title: "口座振込依頼書",
  font: "gothic",
  style: `
    h1 { font-size: 15pt; text-align: left; border-left: 3mm solid #444; padding-left: 3mm; margin: 0 0 5mm }
    td { border: .18mm solid #222; padding: 0 2.2mm; font-size: 9.5pt; height: 9.5mm }
    td.c { background: #ececec; font-size: 9pt; padding: 0 1.5mm }
    td.h { background: #ececec; text-align: center; height: 6.5mm; font-size: 8.5pt }
    td.b { padding: 0; text-align: center; border-left: .18mm dashed #222; border-right: .18mm dashed #222 }
    table.k td.first { border-left: .18mm solid #222 }
    table { margin-bottom: 5mm }
    p { font-size: 9.5pt }`,
  body: `
    <h1>口座振込依頼書</h1>
    <p>今後支払われる補助金等について、次の口座に振り込んでください。</p>
    <table>${columns(30, 60, 30, 55)}
      <tr><td class="c">届出区分</td><td>{{届出区分=新規}}新規　{{届出区分=変更}}変更　{{届出区分=廃止}}廃止</td><td class="c">届出年月日</td><td>令和<u style="width:7mm">{{届出年月日:年}}</u>年<u style="width:7mm">{{届出年月日:月}}</u>月<u style="width:7mm">{{届出年月日:日}}</u>日</td></tr>
      <tr><td class="c">会社名・団体名</td><td colspan="3">{{会社名団体名}}</td></tr>
      <tr><td class="c">郵便番号</td><td>〒 {{郵便番号}}</td><td class="c">請求書番号</td><td>第　{{請求書番号}}　<span style="float:right">号</span></td></tr>
      <tr><td class="c">担当者氏名</td><td>{{担当者氏名}}</td><td class="c">連絡先電話番号</td><td>{{連絡先電話番号}}</td></tr>
    </table>
    <table>${columns(52, 28, 67, 28)}
      <tr><td class="h" colspan="2">金　融　機　関</td><td class="h" colspan="2">支　　　店</td></tr>
      <tr><td class="h">金融機関名</td><td class="h">金融機関コード</td><td class="h">支店名</td><td class="h">支店コード</td></tr>
      <tr><td>{{金融機関名}}</td><td>{{金融機関コード}}</td><td>{{支店名}}</td><td>{{支店コード}}</td></tr>
    </table>
    <table class="k">${columns(30, 58, 24, 9, 9, 9, 9, 9, 9, 9)}
      <tr><td class="c">預金種別</td><td>{{預金種別=普通}}普通　　{{預金種別=当座}}当座</td><td class="c">口座番号</td>${boxes("口座番号", 7)}</tr>
      <tr><td class="c">口座名義（カナ）</td><td colspan="9">{{口座名義カナ}}</td></tr>
    </table>
    <p>※　通帳の写し（口座名義と口座番号の分かるページ）を添えてください。</p>`,
  values: {
    届出区分: ["新規", "変更", "廃止"],
    届出年月日: "date",
    会社名団体名: "company",
    郵便番号: "postal",
    請求書番号: "code4",
    担当者氏名: "name",
    連絡先電話番号: "phone",
    金融機関名: "bank",
    金融機関コード: "code4",
    支店名: "branch",
    支店コード: "code3",
    預金種別: ["普通", "当座"],
    口座番号: "account",
    口座名義カナ: "account-kana",
  },
};

/** A letter with underlines and a half-ruled table: no rules at its left and right side. */
const subsidy: ForeignLayout = {
  id: "HOJO-11",
  title: "地域活動補助金交付申請書",
  font: "rounded",
  style: `
    h1 { font-size: 16pt; text-align: center; margin: 8mm 0 8mm; font-weight: normal }
    td { border-top: .25mm solid #000; border-bottom: .25mm solid #000; border-left: .25mm solid #000; padding: 0 3mm; font-size: 10.5pt; height: 11mm }
    td:first-child { border-left: none }
    p.l { margin: 0 0 4.5mm 78mm; white-space: nowrap }
    p.l u { border-bottom: .22mm solid #000; height: 7mm; text-align: left; padding-left: 2mm; box-sizing: border-box }
    p { font-size: 11pt }
    p.m u { border-bottom: .22mm solid #000; height: 7mm }`,
  body: `
    <p style="text-align:right">令和<u style="width:10mm">{{申請日:年}}</u>年<u style="width:10mm">{{申請日:月}}</u>月<u style="width:10mm">{{申請日:日}}</u>日</p>
    <p>（宛先）みほん市長</p>
    <p class="l">所在地　<u style="width:78mm">{{所在地}}</u></p>
    <p class="l">団体名　<u style="width:78mm">{{団体名}}</u></p>
    <p class="l">代表者　<u style="width:78mm">{{代表者}}</u></p>
    <p class="l">電　話　<u style="width:78mm">{{電話}}</u></p>
    <h1>地域活動補助金交付申請書</h1>
    <p>　次のとおり補助金の交付を受けたいので、関係書類を添えて申請します。</p>
    <table>${columns(40, 135)}
      <tr><td>事　業　名</td><td>{{事業名}}</td></tr>
      <tr><td>実　施　日</td><td>令和<u style="width:12mm">{{実施日:年}}</u>年<u style="width:12mm">{{実施日:月}}</u>月<u style="width:12mm">{{実施日:日}}</u>日</td></tr>
      <tr><td>実施場所</td><td>{{実施場所}}</td></tr>
      <tr><td>参加者数</td><td>{{参加者数}}　<span style="float:right">名</span></td></tr>
      <tr><td>交付申請額</td><td>金　{{交付申請額}}<span style="float:right">円</span></td></tr>
    </table>
    <p style="margin-top:8mm">添付書類　事業計画書、収支予算書</p>`,
  values: {
    申請日: "date",
    所在地: "address",
    団体名: "company",
    代表者: "name",
    電話: "phone",
    事業名: "purpose",
    実施日: "date",
    実施場所: "place",
    参加者数: "count",
    交付申請額: "amount",
  },
};

const rows = [1, 2, 3, 4];

/** Rows and columns with totals, captions inside the cells above, small and crowded. */
const invoice: ForeignLayout = {
  id: "SEIKYU-31",
  title: "物品納入請求書",
  font: "gothic",
  style: `
    h1 { font-size: 20pt; text-align: center; letter-spacing: .8em; margin: 0 0 6mm; border-bottom: 1mm double #000; padding-bottom: 1mm }
    td { border: .2mm solid #000; padding: 0 1.8mm; font-size: 10pt; height: 9mm }
    td.h { text-align: center; height: 7mm }
    td.n { text-align: right }
    table.p td { height: 12.5mm; vertical-align: top; padding: .6mm 1.4mm }
    table.p .t { font-size: 7pt; display: block; margin-bottom: 1.8mm }
    table { margin-bottom: 6mm }`,
  body: `
    <h1>請求書</h1>
    <table class="p">${columns(110, 65)}
      <tr><td><span class="t">請求者の住所</span>{{請求者の住所}}</td><td><span class="t">請求日</span>{{請求日:西暦}}</td></tr>
      <tr><td><span class="t">商号又は名称</span>{{商号又は名称}}</td><td><span class="t">電話番号</span>{{電話番号}}</td></tr>
    </table>
    <table>${columns(40, 135)}
      <tr><td class="h" style="height:12mm">請求金額</td><td><span style="float:left">￥</span>　{{請求金額}}</td></tr>
    </table>
    <table>${columns(75, 20, 35, 45)}
      <tr><td class="h">品　　名</td><td class="h">数量</td><td class="h">単価</td><td class="h">金　額</td></tr>
      ${rows.map((n) => `<tr><td>{{品名${n}}}</td><td class="n">{{数量${n}}}</td><td class="n">{{単価${n}}}</td><td class="n">{{金額${n}}}</td></tr>`).join("")}
      <tr><td class="h" colspan="3">合　　計</td><td class="n">{{合計}}</td></tr>
    </table>
    <p style="font-size:9pt">上記のとおり請求します。支払は口座振込でお願いします。</p>`,
  values: {
    請求者の住所: "address",
    請求日: "date",
    商号又は名称: "company",
    電話番号: "phone",
    請求金額: "amount",
    ...Object.fromEntries(
      rows.flatMap((n): [string, ValueKind][] => [
        [`品名${n}`, "item"],
        [`数量${n}`, "count"],
        [`単価${n}`, "amount"],
        [`金額${n}`, "amount"],
      ]),
    ),
    合計: "amount",
  },
};

export const foreignLayouts: readonly ForeignLayout[] = [facility, transfer, subsidy, invoice];
