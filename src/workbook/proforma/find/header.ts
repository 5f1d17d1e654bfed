import type { Section } from "../../../domain/item.ts";
import type { HeaderReader, Target } from "./header-words.ts";
import type { View } from "./view.ts";

/** The lines in which items are named, and the lines about them that name their sections. */
export interface Header {
  readonly lines: readonly number[];
  readonly sectionLines: readonly number[];
}

/** Headers stand within these first lines. */
const DEPTH = 60;
/** A line that names fewer items is no header of a return. */
const FEWEST = 20;
/** Header lines stand this close to each other. */
const NEAR = 6;

/** The header of a sheet; null when no line names enough items. */
export function headerOf(view: View, read: HeaderReader): Header | null {
  const named = new Map<number, number>();
  for (let line = 1; line <= Math.min(view.lastLine, DEPTH); line++) named.set(line, namedIn(view, line, read));
  const [best, most] = [...named].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0]);
  if (most < FEWEST) return null;
  const lines = [...named].flatMap(([line, count]) =>
    Math.abs(line - best) <= NEAR && count >= Math.max(5, most / 8) ? [line] : [],
  );
  const first = Math.min(...lines);
  const last = Math.max(...lines);
  const sectionLines = [...named.keys()].filter(
    (line) => line <= last && line >= first - NEAR && sectionsIn(view, line, read).length >= 2,
  );
  return { lines, sectionLines: [...new Set([...sectionLines, ...lines])].sort((a, b) => a - b) };
}

function namedIn(view: View, line: number, read: HeaderReader): number {
  const targets = new Set<Target>();
  for (const position of view.positions(line)) {
    const { sure, labels } = read(view.text(line, position));
    const target = sure?.target ?? labels.find((one) => !targets.has(one.target))?.target;
    if (target !== undefined) targets.add(target);
  }
  return targets.size;
}

function sectionsIn(view: View, line: number, read: HeaderReader): readonly Section[] {
  const found = view.positions(line).flatMap((position) => read(view.text(line, position)).section ?? []);
  return [...new Set(found)];
}

/** The section that each position stands under: the last one named before it or at it, in any section line. */
export function sectionAt(view: View, { sectionLines }: Header, read: HeaderReader): (position: number) => Section | null {
  const headings = sectionLines.flatMap((line) =>
    view.positions(line).flatMap((position) => {
      const { section, labels, sure } = read(view.text(line, position));
      return section === null || sure !== null || labels.some(({ likeness }) => likeness === 1) ? [] : [{ position, section }];
    }),
  );
  headings.sort((a, b) => a.position - b.position);
  return (position) => headings.findLast((heading) => heading.position <= position)?.section ?? null;
}
