/** Words of `buka inspect`, and how a path of menus is written. */

export const inspectWords = {
  nothing: "画面に、名前の分かるものが見つかりませんでした。",
} as const;

/** 「債権者管理」→「債権者登録」, 債権者管理→債権者登録 or one caption → the captions in order. */
export function menuOf(written: string): readonly string[] {
  return written
    .split(/→|->|＞|>/u)
    .map((part) => part.trim().replace(/^「(.*)」$/u, "$1"))
    .filter((part) => part !== "");
}
