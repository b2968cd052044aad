/** Words that stand beside squares to tick, in the sets in which they occur: they mend and vouch for what was read. */

const sets: readonly (readonly string[])[] = [
  ["普通", "当座", "貯蓄", "その他", "普通預金", "当座預金", "貯蓄預金", "納税準備"],
  ["個人", "法人", "団体", "個人事業主", "その他"],
  ["新規", "変更", "取消", "廃止", "中止", "再開", "継続", "追加", "解約", "更新"],
  ["新規申込", "口座変更", "登録", "抹消", "訂正"],
  ["男", "女", "男性", "女性", "回答しない"],
  ["有", "無", "あり", "なし", "はい", "いいえ", "可", "否"],
  ["同意する", "同意しない", "承諾する", "承諾しない", "希望する", "希望しない"],
  ["該当", "非該当", "該当する", "該当しない", "対象", "対象外", "済", "未済"],
  ["本人", "代理人", "世帯主", "配偶者", "子", "父", "母", "家族"],
  ["明治", "大正", "昭和", "平成", "令和", "西暦"],
  ["自宅", "勤務先", "携帯", "郵送", "窓口", "持参", "口座振替", "口座振込", "現金"],
  ["課税", "非課税", "報酬", "給与", "甲欄", "乙欄"],
];

export interface OptionWords {
  readonly options: readonly string[];
  /** False when a word is not known: a choice that was misread on the blank form would be wrong on every page. */
  readonly sure: boolean;
}

/** Options as they are printed, a misread sign put right where its neighbours tell the set (日通・当座 → 普通・当座). */
export function knownOptions(read: readonly string[]): OptionWords {
  const set = sets.find((words) => read.some((r) => words.includes(r)));
  const options = read.map((r) => (set && !set.includes(r) ? mended(r, set, read) : r));
  const known = (word: string): boolean => sets.some((words) => words.includes(word));
  return { options, sure: read.every(known) };
}

/** The one word of the set that has the same length and all signs but one, and does not stand there yet. */
function mended(word: string, set: readonly string[], read: readonly string[]): string {
  const near = set.filter((w) => !read.includes(w) && isOneSlip(w, word));
  return near.length === 1 ? (near[0] ?? word) : word;
}

function isOneSlip(a: string, b: string): boolean {
  const [x, y] = [[...a], [...b]];
  return x.length === y.length && x.length > 1 && x.filter((c, i) => c !== y[i]).length === 1;
}
