/** The sentence that was most likely meant: wrong brackets, lost particles, lost の; kept only when it reads as a sentence. */
import type { Place } from "../core/index.ts";
import type { Form, Phrase } from "./keyword.ts";
import { matchSentence } from "./match-sentence.ts";
import { type Piece, readSentence, type Sentence } from "./sentence.ts";

/** Longest sentence for which guesses are tried, and how many wrong brackets are tried both ways. */
const longestTried = 200;
const mostSpans = 3;

/** Brackets that are none of 「 」 and { }, with what closes them. */
const oddSpan =
  /【([^【】]*)】|\[([^[\]]*)\]|［([^［］]*)］|〔([^〔〕]*)〕|〈([^〈〉]*)〉|《([^《》]*)》|<([^<>]*)>|＜([^＜＞]*)＞|'([^']*)'|‘([^‘’]*)’|`([^`]*)`|\(([^()]*)\)|（([^（）]*)）/gu;

const screenWithoutNo = /」(画面|枠|欄|表|ウィンドウ|タブ)[、,，]?\s*(?=「)/gu;

/** Words outside brackets that say how often, which one or not: a sentence without them would mean something else. */
const telling =
  /\d+|[一二三四五六七八九十]+(?=[回件個桁行番つ])|[左右隣横上下]|最[後初]|先頭|以外|しない|ごと|ずつ|または|もしくは|だけ|のみ/gu;

/** 明細表の1行目の品名に: the words of a row without their brackets. */
const bareRow =
  /^「?([^「」{}]{1,20}?)」?(表|一覧)の([0-9０-９]{1,4})行目の「?([^「」{}]{1,20}?)」?(?=[にへをで])/u;

/** The whole sentence as it should be, with the verb of one of `forms`; null when no guess reads as such. */
export function repairedSentence(sentence: Sentence, forms: readonly Form[]): string | null {
  if (sentence.text.length > longestTried) return null;
  const kept = [...new Set(candidates(sentence, forms))];
  const told = tellingWords(sentence.text);
  return (
    kept.find(
      (text) =>
        text !== sentence.text && tellingWords(text) === told && reads(text, sentence.at, forms),
    ) ?? null
  );
}

/** 「検索」を押して、「選択」を押す: sentences in one line, each as it should stand alone; null when it is no such line. */
export function splitSentence(sentence: Sentence): readonly string[] | null {
  const { text, at } = sentence;
  if (text.length > longestTried) return null;
  for (const end of text.matchAll(/[てで][、,，]?\s*(?=[「{｛])/gu)) {
    const first = text.slice(0, end.index + 1);
    const match = matchSentence(readSentence(first, at));
    if (match === null) continue;
    const rest = text.slice(end.index + end[0].length);
    const whole = matchSentence(readSentence(rest, at)) === null ? null : [rest];
    const others = whole ?? splitSentence(readSentence(rest, at));
    const [word] = match.form.verb.forms.filter((f) => first.endsWith(f)).slice(-1);
    if (others !== null && word !== undefined)
      return [first.slice(0, -word.length) + match.form.verb.word, ...others];
  }
  return null;
}

function tellingWords(text: string): string {
  const outside = text.normalize("NFKC").replace(/「[^「」]*」|\{[^{}]*\}/gu, "");
  return [...outside.matchAll(telling)].map((m) => m[0]).join();
}

function reads(text: string, at: Place, forms: readonly Form[]): boolean {
  const match = matchSentence(readSentence(text, at));
  return match !== null && forms.some((form) => form.verb === match.form.verb);
}

function candidates(sentence: Sentence, forms: readonly Form[]): string[] {
  const { text } = sentence;
  const plain = [
    text.replace(bareRow, "「$1」$2の$3行目の「$4」"),
    text.replace(screenWithoutNo, "」$1の"),
    text
      .replace(/(行目?)\s*(?=「)/u, "$1の")
      .replace(/^(「[^「」]*」)(?=の[0-9０-９]{1,4}行目)/u, "$1表"),
    text.replace(/」(?=[0-9０-９一二三四五六七八九]{1,2}(?:番目|つ目|個目))/u, "」の"),
    text.replace(/(\p{L}{2,6})\1$/u, "$1"),
    text.replace(/^(\d+)\s*(?=待)/u, "$1秒"),
    text.replace(/\{([^\s{}「」]+)(?=\s|$)/u, "{$1}").replace(/(^|\s)([^\s{}「」]+)\}/u, "$1{$2}"),
    ...bracketed(text),
  ];
  const withParticles = [text, ...plain].flatMap((t) => {
    const read = readSentence(t, sentence.at);
    return forms.flatMap((form) => assembled(read, form));
  });
  return [...plain, ...withParticles];
}

/** Odd brackets as 「 」 and as { }, in every mixture. */
function bracketed(text: string): string[] {
  const spans = [...text.matchAll(oddSpan)];
  if (spans.length === 0 || spans.length > mostSpans) return [];
  // A sentence without a value most likely writes it last.
  const valueLast = /\{/u.test(text) || (spans.length === 1 && !text.includes("「")) ? 0 : 1;
  return Array.from({ length: 2 ** spans.length }, (_, i) => {
    const mixture = valueLast ? i ^ (1 << (spans.length - 1)) : i;
    let n = 0;
    return text.replace(oddSpan, (...found) => {
      const inside = found.slice(1, -2).find((g) => g !== undefined) as string | undefined;
      const word = (inside ?? "").trim();
      return (mixture >> n++) & 1 ? `{${word}}` : `「${word}」`;
    });
  });
}

/** The pieces of the sentence with the particles of a form: one piece a phrase, each where its kind belongs. */
function assembled(sentence: Sentence, form: Form): string[] {
  const pieces = [...new Set(sentence.pieces.filter((p) => p !== null))];
  if (form.after || pieces.length === 0 || pieces.length !== form.phrases.length) return [];
  const taken = placed(form.phrases, pieces);
  if (taken === null) return [];
  const words = form.phrases.map((phrase, i) => {
    const piece = taken[i];
    const shown = piece ? sentence.text.slice(piece.start, piece.end) : "";
    const gap = piece?.kind === "field" ? " " : "";
    return `${gap}${shown}${gap}${phrase.particles[0] ?? ""}`;
  });
  return [`${words.join("").trim()}${gapBefore(words)}${form.verb.word}`];
}

/** No blank between a particle and the verb. */
const gapBefore = (words: readonly string[]): string => (words.at(-1)?.endsWith(" ") ? " " : "");

/** A piece for each phrase; null when a caption phrase is left without a caption. */
function placed(phrases: readonly Phrase[], pieces: readonly Piece[]): Piece[] | null {
  const left = [...pieces];
  const take = (kind: Piece["kind"] | null): Piece | null => {
    const at = left.findIndex((p) => kind === null || p.kind === kind);
    return at < 0 ? null : (left.splice(at, 1)[0] ?? null);
  };
  const taken = new Map<Phrase, Piece | null>();
  const plainFirst = (p: Phrase): boolean => p.slot === "field" || p.slot === "value";
  for (const p of phrases.filter((one) => !plainFirst(one))) taken.set(p, take("caption"));
  for (const p of phrases.filter(plainFirst))
    taken.set(p, take("field") ?? (p.slot === "value" ? take(null) : null));
  const all = phrases.map((p) => taken.get(p) ?? null);
  return all.every((p) => p !== null) ? all : null;
}
