/** Answers the alert and confirm windows of the pages: only those that the scenario declared, all others are dismissed. */
import type { BrowserContext, Dialog } from "playwright";
import type { Log } from "../../core/index.ts";
import { containsText } from "../find/match-caption.ts";

export interface Declared {
  readonly text: string;
  readonly answer: "ok" | "cancel";
}

export interface Dialogs {
  declare(declared: Declared): void;
  /** Forgets declarations and what came so far: a new case begins. */
  forget(): void;
  /** Text of the first dialog since the last call that nobody had declared; null when there was none. */
  takeUndeclared(): string | null;
}

/** Leaves every window to the person at the browser; nothing counts as undeclared. */
export function leaveDialogs(context: BrowserContext): Dialogs {
  // Without a listener the browser driver would dismiss them.
  context.on("dialog", () => undefined);
  return { declare: () => undefined, forget: () => undefined, takeUndeclared: () => null };
}

/** `refuse`: texts that are never answered with OK whatever was declared (業務エラー such as a possible duplicate). */
export function watchDialogs(
  context: BrowserContext,
  refuse: readonly string[],
  log: Log,
): Dialogs {
  let declared: Declared[] = [];
  let undeclared: string | null = null;

  const answer = async (dialog: Dialog): Promise<void> => {
    const text = dialog.message();
    if (dialog.type() === "beforeunload") return dialog.accept();
    const refused = refuse.some((r) => containsText(text, r));
    const known = refused ? undefined : declared.find((d) => containsText(text, d.text));
    log.info("runner.dialog", { type: dialog.type(), declared: known !== undefined });
    if (!known || dialog.type() === "prompt") {
      undeclared ??= text.replace(/\s+/gu, " ").slice(0, 120);
      return dialog.dismiss();
    }
    return known.answer === "ok" ? dialog.accept() : dialog.dismiss();
  };

  context.on("dialog", (dialog) => {
    // The page may close while it is being answered; then there is nothing left to answer.
    answer(dialog).catch(() => log.info("runner.dialog-gone"));
  });
  return {
    declare: (d) => {
      declared = [...declared, d];
    },
    forget: () => {
      declared = [];
      undeclared = null;
    },
    takeUndeclared: () => {
      const text = undeclared;
      undeclared = null;
      return text;
    },
  };
}
