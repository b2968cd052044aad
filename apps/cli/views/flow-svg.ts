/** A flow of work as a drawing (SVG): one lane per party, one box per step, wrapped so that it fits across an A4 page. */
import { type Flow, type FlowBox, type FlowLane, laneNames } from "../flow-words.ja.ts";
import { text } from "./escape-html.ts";

const lanes: readonly FlowLane[] = ["person", "bot", "system"];
const size = {
  label: 92,
  column: 112,
  box: 98,
  lane: 84,
  gap: 14,
  boxHeight: 62,
  title: 30,
  line: 15,
  letters: 7,
} as const;

/** Widest row of boxes before the flow goes on below. */
const mostColumns = 6;

/** One flow; lanes without a box are left out of their band. No script, no fonts from elsewhere. */
export function flowSvg(flow: Flow): string {
  const width = size.label + Math.min(flow.boxes.length, mostColumns) * size.column + 14;
  const placed: Placed[] = [];
  const rows: string[] = [];
  let top: number = size.title;
  for (let from = 0; from < flow.boxes.length; from += mostColumns) {
    const boxes = flow.boxes.slice(from, from + mostColumns);
    const used = lanes.filter((lane) => boxes.some((b) => b.lane === lane));
    rows.push(...used.map((lane, i) => laneRow(lane, top + i * size.lane, width)));
    placed.push(...boxes.map((box, column) => placeOf(box, { column, top, used })));
    top += used.length * size.lane + size.gap;
  }
  const arrows = placed.slice(1).map((to, i) => {
    const from = placed[i];
    return from ? arrow(from, to) : "";
  });
  return `<svg class="flow" viewBox="0 0 ${width} ${top}" role="img" aria-label="${text(flow.title)}" xmlns="http://www.w3.org/2000/svg">
<text x="4" y="20" class="t">${text(flow.title)}</text>
${rows.join("\n")}
${arrows.join("\n")}
${placed.map(drawBox).join("\n")}
</svg>`;
}

function laneRow(lane: FlowLane, y: number, width: number): string {
  return `<rect x="0.5" y="${y}" width="${width - 1}" height="${size.lane}" class="lane ${lane}"/><text x="8" y="${y + size.lane / 2 + 5}" class="l">${text(laneNames[lane])}</text>`;
}

interface Placed {
  readonly box: FlowBox;
  readonly x: number;
  readonly y: number;
}

function placeOf(
  box: FlowBox,
  at: { readonly column: number; readonly top: number; readonly used: readonly FlowLane[] },
): Placed {
  const inLane = (size.lane - size.boxHeight) / 2;
  return {
    box,
    x: size.label + at.column * size.column + (size.column - size.box) / 2,
    y: at.top + at.used.indexOf(box.lane) * size.lane + inLane,
  };
}

function drawBox({ box, x, y }: Placed): string {
  const lines = wrap(box.text);
  const first = y + size.boxHeight / 2 - ((lines.length - 1) * size.line) / 2 + 4;
  const words = lines.map(
    (line, i) =>
      `<text x="${x + size.box / 2}" y="${first + i * size.line}" class="w">${text(line)}</text>`,
  );
  return `<rect x="${x}" y="${y}" width="${size.box}" height="${size.boxHeight}" rx="6" class="box${box.commits ? " commit" : ""}"/>${words.join("")}`;
}

/** Lines of at most seven letters; Latin words stay whole, and no line begins with a mark that must not begin one. */
function wrap(words: string): readonly string[] {
  const lines: string[] = [];
  for (const piece of words.match(/[!-~]+|./gu) ?? []) {
    const last = lines.at(-1);
    const room =
      last !== undefined && [...last].length + Math.ceil(piece.length / 2) <= size.letters;
    if (last !== undefined && (room || /^[、。）」ー]/u.test(piece)))
      lines[lines.length - 1] = last + piece;
    else lines.push(piece);
  }
  // No line ends with a bracket that opens.
  return lines.map((line, i) => {
    const hung = /[（「]$/u.exec(lines[i - 1] ?? "")?.[0] ?? "";
    return hung + (i < lines.length - 1 ? line.replace(/[（「]$/u, "") : line);
  });
}

/** Right from box to box; to another lane by a bend between them; out at the right and in at the left where a band ends. */
function arrow(from: Placed, to: Placed): string {
  const [y1, y2] = [from.y + size.boxHeight / 2, to.y + size.boxHeight / 2];
  const x1 = from.x + size.box;
  const head = (x: number, y: number): string =>
    `<path d="M${x - 6} ${y - 4} l6 4 l-6 4 z" class="h"/>`;
  if (to.x <= from.x) {
    const out = `<path d="M${x1} ${y1} h9" class="a"/>${head(x1 + 14, y1)}`;
    return `${out}<path d="M${to.x - 16} ${y2} h11" class="a"/>${head(to.x, y2)}`;
  }
  return `<path d="M${x1} ${y1} H${(x1 + to.x) / 2} V${y2} H${to.x - 5}" class="a"/>${head(to.x, y2)}`;
}

/** Rules for the drawing, for the page that holds it. */
export const flowStyle = `
.flow { width: 100%; height: auto; display: block; margin: 6px 0 14px; break-inside: avoid; }
.flow text { font-size: 11.5px; fill: #1b1f24; }
.flow .t { font-size: 15px; font-weight: bold; } .flow .l { font-size: 12px; fill: #4a5560; } .flow .w { text-anchor: middle; }
.flow .lane { fill: #fff; stroke: #c8ced6; } .flow .lane.bot { fill: #eef4fb; } .flow .lane.system { fill: #f4f6f8; }
.flow .box { fill: #fff; stroke: #0b5394; stroke-width: 1.5; } .flow .commit { stroke: #a3161f; stroke-width: 3; }
.flow .a { fill: none; stroke: #4a5560; stroke-width: 1.5; } .flow .h { fill: #4a5560; }
`;
