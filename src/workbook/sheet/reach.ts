import { addressOf, parseAddress } from "../../package/address.ts";
import type { Splice } from "../../package/splice.ts";
import { changeTag, type Element } from "../../package/xml.ts";
import type { CellEdit } from "./cell-xml.ts";
import type { ScannedSheet } from "./scan-sheet.ts";

/** The smallest rectangle around some cells. */
interface Reach {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const NONE: Reach = { top: Infinity, left: Infinity, bottom: 0, right: 0 };

/** Of the edits that leave something in their cell. */
export function reach(edits: readonly CellEdit[]): Reach {
  return edits
    .filter((edit) => edit.value !== null || edit.formula !== undefined)
    .map(({ row, column }) => ({ top: row, left: column, bottom: row, right: column }))
    .reduce(around, NONE);
}

function around(a: Reach, b: Reach): Reach {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

/** The used range a sheet declares, made wider where needed: readers that stream believe it. */
export function widenedDimension({ dimension }: ScannedSheet, edited: Reach): readonly Splice[] {
  const [from = "", to = from] = (dimension?.attributes.ref ?? "").split(":");
  const first = parseAddress(from);
  const last = parseAddress(to);
  if (dimension === null || first === null || last === null) return [];
  const declared = { top: first.row, left: first.column, bottom: last.row, right: last.column };
  const all = around(declared, edited);
  if (Object.entries(declared).every(([side, value]) => all[side as keyof Reach] === value)) return [];
  const ref = `${addressOf(all.top, all.left)}:${addressOf(all.bottom, all.right)}`;
  return [{ start: dimension.start, end: dimension.openEnd, text: changeTag(dimension, { ref }) }];
}

/** The columns a row declares to use; nothing to change when it declares none or they are wide enough. */
export function widenedSpans(row: Element, added: readonly CellEdit[]): { readonly spans?: string } {
  const declared = row.attributes.spans;
  if (declared === undefined) return {};
  const edges = declared.split(/[\s:]+/).map(Number);
  const columns = [...edges, ...added.map((edit) => edit.column)];
  const left = Math.min(...columns);
  const right = Math.max(...columns);
  return left < Math.min(...edges) || right > Math.max(...edges) ? { spans: `${left}:${right}` } : {};
}
