/** The one error of this program, for wrong options: the text is meant for the person who started it. */

export class DemoFinanceError extends Error {
  override readonly name = "DemoFinanceError";
}

export function demoFinanceError(message: string): DemoFinanceError {
  return new DemoFinanceError(message);
}
