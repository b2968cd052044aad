/** One line per figure: value, target, peer, met or missed; the same for people and for `--json`. */

export interface Figure {
  readonly name: string;
  /** Null when it could not be measured here, which counts as missed. */
  readonly value: number | null;
  readonly unit: string;
  /** Null for figures that are only told. */
  readonly target: { readonly least?: number; readonly most?: number } | null;
  /** What the peer reached in the same run, in words. */
  readonly peer?: string;
}

export function isMet({ value, target }: Figure): boolean {
  if (target === null) return true;
  if (value === null) return false;
  return value >= (target.least ?? value) && value <= (target.most ?? value);
}

export function lineOf(figure: Figure): string {
  const { name, value, unit, target, peer } = figure;
  const bound = target?.least === undefined ? `${target?.most} 以下` : `${target.least} 以上`;
  const goal = target === null ? "" : `目標 ${bound}　${isMet(figure) ? "達成" : "未達"}`;
  const shown = value === null ? "-" : String(Number(value.toFixed(value < 10 ? 2 : 1)));
  const columns = [name.padEnd(30, "　"), `${shown} ${unit}`.padStart(14), goal];
  return [...columns, ...(peer ? [`（${peer}）`] : [])].join("　");
}

export const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : (100 * part) / whole;
