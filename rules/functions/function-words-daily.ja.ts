/** One line per everyday function: name, the Excel that first has it ("-" for 2007 and before), what it does. */

export const dailyWords = `
IF - 条件に合うときと合わないときで値を分けます
IFS 2019 上から順に条件を見て、最初に合ったところの値を返します
SWITCH 2019 値を順に比べ、最初に等しいものに対応する値を返します
CHOOSE - 番号で、並べた値から1つを選びます
IFERROR - エラーのときだけ、代わりの値を返します
IFNA 2013 #N/A のときだけ、代わりの値を返します
AND - すべての条件に合うかを調べます
OR - どれか1つの条件に合うかを調べます
XOR 2013 合う条件の数が奇数かを調べます
NOT - 真と偽を入れ替えます
TRUE - 真を返します
FALSE - 偽を返します
LET 2021 式の途中の値に名前を付けます
LAMBDA 365 名前付きの引数を持つ計算を作ります
ISOMITTED 365 LAMBDA の引数が省略されたかを調べます
MAP 365 配列の値を1つずつ計算し直します
REDUCE 365 配列の値を順に1つにまとめます
SCAN 365 REDUCE の途中の値をすべて並べます
BYROW 365 行ごとに計算します
BYCOL 365 列ごとに計算します
MAKEARRAY 365 行と列の番号から配列を作ります
ISNUMBER - 数値かを調べます
ISTEXT - 文字列かを調べます
ISNONTEXT - 文字列でないかを調べます
ISLOGICAL - 真偽値かを調べます
ISBLANK - 空のセルかを調べます
ISERROR - エラーかを調べます
ISERR - #N/A 以外のエラーかを調べます
ISNA - #N/A かを調べます
ISREF - セル参照かを調べます
ISFORMULA 2013 式の入ったセルかを調べます
ISEVEN - 偶数かを調べます
ISODD - 奇数かを調べます
NA - #N/A を返します
N - 数値に直します（文字は0）
T - 文字だけを返します
TYPE - 値の種類を番号で返します
ERROR.TYPE - エラーの種類を番号で返します
ROW - 行番号を返します
COLUMN - 列番号を返します
ROWS - 行数を数えます
COLUMNS - 列数を数えます
VLOOKUP - 左端の列で探し、同じ行の値を返します
HLOOKUP - 上端の行で探し、同じ列の値を返します
MATCH - 値が何番目にあるかを返します
INDEX - 行と列の位置で値を取り出します
XLOOKUP 2021 探す範囲と返す範囲を別々に指定して探します
XMATCH 2021 値が何番目にあるかを、探し方を選んで返します
LOOKUP - 昇順の範囲で探し、対応する値を返します
INDIRECT - 文字列で書いた番地を参照します（このブックの中だけ）
OFFSET - 基準のセルからずらした範囲を参照します
ADDRESS - 行と列の番号から番地の文字列を作ります
AREAS - 参照に含まれる範囲の数を数えます
FORMULATEXT 2013 セルの式を文字列で返します
SHEET 2013 シートの番号を返します
SHEETS 2013 シートの数を返します
CELL - セルの行・列・番地・中身・種類を返します（ほかの情報は計算不可）
HYPERLINK - 表示する文字を返します（リンクは開きません）
FILTER 2021 条件に合う行だけを取り出します
SORT 2021 並べ替えます
SORTBY 2021 別の範囲を基準に並べ替えます
UNIQUE 2021 重なりを除きます
TAKE 365 先頭か末尾から行・列を取り出します
DROP 365 先頭か末尾から行・列を除きます
CHOOSEROWS 365 指定した行だけを並べます
CHOOSECOLS 365 指定した列だけを並べます
HSTACK 365 横につなげます
VSTACK 365 縦につなげます
TOCOL 365 1列に並べ直します
TOROW 365 1行に並べ直します
WRAPROWS 365 決まった数ごとに行を折り返します
WRAPCOLS 365 決まった数ごとに列を折り返します
EXPAND 365 指定した大きさまで広げます
SEQUENCE 2021 連番を作ります
TRANSPOSE - 行と列を入れ替えます
TRIMRANGE 365 端の空の行と列を除きます
ARRAYTOTEXT 2021 配列を1つの文字列にします
VALUETOTEXT 2021 値を文字列にします
LEN - 文字数を数えます
LEFT - 左から指定した文字数を取り出します
RIGHT - 右から指定した文字数を取り出します
MID - 途中から指定した文字数を取り出します
REPT - 文字列をくり返します
FIND - 文字の位置を、大文字と小文字を区別して探します
SEARCH - 文字の位置を、区別せずに探します（* ? が使えます）
SUBSTITUTE - 文字列を置き換えます
REPLACE - 位置を指定して置き換えます
TRIM - 余分な半角空白を除きます
CLEAN - 印刷できない文字を除きます
UPPER - 大文字にします
LOWER - 小文字にします
PROPER - 単語の頭だけ大文字にします
EXACT - 2つの文字列がまったく同じかを調べます
CONCATENATE - 文字列をつなぎます
CONCAT 2019 範囲の文字列もまとめてつなぎます
TEXTJOIN 2019 区切り文字を入れてつなぎます
VALUE - 文字列を数値に直します
UNICHAR 2013 Unicode の番号から文字を返します
UNICODE 2013 文字の Unicode の番号を返します
TEXTSPLIT 365 区切り文字で行と列に分けます
TEXTBEFORE 365 区切り文字より前を取り出します
TEXTAFTER 365 区切り文字より後ろを取り出します
FIXED - 桁区切りを付けた文字列にします
YEN - ¥ と桁区切りを付けた文字列にします
DOLLAR - $ と桁区切りを付けた文字列にします（負の数は計算不可）
TEXT - 表示形式に従って文字列にします
NUMBERSTRING - 数値を漢数字にします
DATESTRING - 日付を和暦の文字列にします
NUMBERVALUE 2013 小数点と桁区切りの記号を指定して数値に直します
ASC - 全角の英数カナを半角にします
JIS - 半角の英数カナを全角にします
LENB - バイト数を数えます（半角1、全角2）
LEFTB - 左から指定したバイト数を取り出します
MIDB - 途中から指定したバイト数を取り出します
RIGHTB - 右から指定したバイト数を取り出します
CODE - 文字の番号（JIS コード）を返します
CHAR - 番号（JIS コード）の文字を返します
FINDB - 文字の位置をバイト数で返します
SEARCHB - 文字の位置をバイト数で、区別せずに返します
REPLACEB - バイトの位置を指定して置き換えます
PHONETIC - ふりがなを返します
DATE - 年・月・日から日付を作ります
TIME - 時・分・秒から時刻を作ります
YEAR - 年を返します
MONTH - 月を返します
DAY - 日を返します
HOUR - 時を返します
MINUTE - 分を返します
SECOND - 秒を返します
EDATE - 何か月か前後の同じ日を返します
EOMONTH - 何か月か前後の月末を返します
WEEKDAY - 曜日を番号で返します
WEEKNUM - 年の何週目かを返します
ISOWEEKNUM 2013 ISO の週番号を返します
TODAY - 点検する日を返します
NOW - 点検する日時を返します
DATEVALUE - 日付の文字列（和暦も）を日付に直します
TIMEVALUE - 時刻の文字列を時刻に直します
DATEDIF - 2つの日付の間の年数・月数・日数を数えます（"MD" は一部計算不可）
DAYS 2013 2つの日付の間の日数を数えます
WORKDAY - 何営業日か前後の日を返します
NETWORKDAYS - 営業日の数を数えます
WORKDAY.INTL 2010 休みの曜日を決めて、何営業日か前後の日を返します
NETWORKDAYS.INTL 2010 休みの曜日を決めて、営業日の数を数えます
DAYS360 - 1年を360日として日数を数えます
YEARFRAC - 2つの日付の間の年数を小数で返します
DISC - 割引債の割引率を求めます
INTRATE - 全額投資した証券の利率を求めます
RECEIVED - 満期に受け取る額を求めます
PRICEDISC - 割引債の価格を求めます
YIELDDISC - 割引債の利回りを求めます
TBILLPRICE - 短期国債の価格を求めます
TBILLYIELD - 短期国債の利回りを求めます
TBILLEQ - 短期国債の債券換算利回りを求めます（182日まで）
SUM - 合計します
AVERAGE - 平均を求めます
MIN - 最も小さい数を返します
MAX - 最も大きい数を返します
MEDIAN - 中央の値を返します
PRODUCT - すべて掛けます
SUMSQ - 2乗の合計を求めます
COUNT - 数値の個数を数えます
COUNTA - 空でないセルを数えます
COUNTBLANK - 空のセルを数えます
SUMPRODUCT - 対応する値を掛けて合計します
LARGE - 大きいほうから何番目かの値を返します
SMALL - 小さいほうから何番目かの値を返します
COUNTIF - 条件に合うセルを数えます
COUNTIFS - すべての条件に合う行を数えます
SUMIF - 条件に合うものを合計します
AVERAGEIF - 条件に合うものの平均を求めます
SUMIFS - すべての条件に合うものを合計します
AVERAGEIFS - すべての条件に合うものの平均を求めます
MAXIFS 2019 すべての条件に合うものの最大値を返します
MINIFS 2019 すべての条件に合うものの最小値を返します
SUBTOTAL - 隠れた行やほかの小計を除いて集計します
AGGREGATE 2010 エラーや隠れた行を除いて集計します
GROUPBY 365 項目ごとに集計します（2つ以上の項目の小計・総計は計算不可）
PIVOTBY 365 縦と横の項目ごとに集計します（項目は縦横1つずつ）
PERCENTOF 365 全体に占める割合を求めます
REGEXTEST 365 正規表現に合うかを調べます
REGEXEXTRACT 365 正規表現に合うところを取り出します
REGEXREPLACE 365 正規表現に合うところを置き換えます
全銀カナ buka 全銀データに使える半角カナだけかを調べます
法人番号検査 buka 法人番号の検査数字が合うかを調べます
`;
