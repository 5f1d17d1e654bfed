import { cut, figure } from "../text.ts";
import { type Html, html } from "./escape.ts";
import { region } from "./parts.ts";

/** One end of the picture: rows that came to one fate by one rule, or into the return. */
export interface FlowEnd {
  readonly name: string;
  readonly size: number;
}

export interface FlowBranch extends FlowEnd {
  readonly colour: string;
  readonly ends: readonly FlowEnd[];
}

/** The tallest column of the picture when nothing but its rows were in it, in units of the drawing. */
const TALL = 320;
const NODE = 14;
const COLUMNS = { start: 0, branch: 330, end: 640, width: 1060 } as const;
const LONGEST_NAME = 40;

interface Node extends FlowEnd {
  readonly top: number;
  readonly height: number;
}

/**
 * Where the rows went, from left to right: bands as wide as their rows on one scale. The table beside it says the same in
 * figures, so a screen reader passes it by.
 */
export function flow(whole: FlowEnd, branches: readonly FlowBranch[]): Html {
  const scale = TALL / whole.size;
  const seen = branches.filter(({ size }) => size > 0);
  const ends = seen.flatMap((branch) => branch.ends.filter(({ size }) => size > 0).map((end) => ({ ...end, branch })));
  const right = stacked(ends, scale, 22);
  const middle = stacked(seen, scale, 40);
  const height = Math.max(TALL, bottom(right), bottom(middle));
  const [start] = stacked([whole], scale, TALL);
  const from = startsOf(start === undefined ? [] : [{ ...start, top: 0 }]);
  const within = startsOf(middle);
  const bands = [
    ...middle.map((node, at) =>
      band(COLUMNS.start, from(0, node.height), COLUMNS.branch, node.top, node.height, seen[at]?.colour ?? ""),
    ),
    ...right.map((node, at) => {
      const branch = ends[at]?.branch;
      const place = branch === undefined ? 0 : seen.indexOf(branch);
      return band(COLUMNS.branch, within(place, node.height), COLUMNS.end, node.top, node.height, branch?.colour ?? "");
    }),
  ];
  return region(
    "Picture of where the rows went",
    html`<svg class="flow" viewBox="0 -24 ${COLUMNS.width} ${round(height + 32)}" aria-hidden="true" focusable="false">
${bands}${box(COLUMNS.start, { ...whole, top: 0, height: TALL }, "deep")}${middle.map((node, at) => box(COLUMNS.branch, node, seen[at]?.colour ?? ""))}${right.map((node, at) => box(COLUMNS.end, node, ends[at]?.branch.colour ?? ""))}
${label(COLUMNS.start, -8, whole)}${middle.map((node) => label(COLUMNS.branch + NODE + 6, node.top + node.height / 2 + 5, node))}${right.map((node) => label(COLUMNS.end + NODE + 6, node.top + node.height / 2 + 5, node))}
</svg>`,
  );
}

/** One under the other, each with at least `pitch` for its label. */
function stacked(all: readonly FlowEnd[], scale: number, pitch: number): readonly Node[] {
  let y = 0;
  return all.map(({ name, size }) => {
    const height = size * scale;
    const slot = Math.max(height + 4, pitch);
    const top = y + (slot - height) / 2;
    y += slot;
    return { name, size, top, height };
  });
}

function bottom(nodes: readonly Node[]): number {
  const last = nodes.at(-1);
  return last === undefined ? 0 : last.top + last.height + 4;
}

/** Where the next band leaves a node. */
function startsOf(nodes: readonly Node[]): (node: number, height: number) => number {
  const used = nodes.map(({ top }) => top);
  return (node, height) => {
    const y = used[node] ?? 0;
    used[node] = y + height;
    return y;
  };
}

function band(x0: number, y0: number, x1: number, y1: number, height: number, colour: string): Html {
  const from = round(x0 + NODE);
  const half = round((from + x1) / 2);
  const [a, b] = [round(y0 + height / 2), round(y1 + height / 2)];
  return html`<path class="${colour}" d="M${from} ${a}C${half} ${a} ${half} ${b} ${x1} ${b}" stroke-width="${round(height)}"/>
`;
}

function box(x: number, { top, height }: Node, colour: string): Html {
  return html`<rect class="${colour}" x="${x}" y="${round(top)}" width="${NODE}" height="${round(height)}"/>
`;
}

function label(x: number, y: number, { name, size }: FlowEnd): Html {
  return html`<text x="${x}" y="${round(y)}"><tspan class="size">${figure(size)}</tspan> ${cut(name, LONGEST_NAME)}</text>
`;
}

/** Fine enough for one row among a hundred thousand. */
function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
