import { isOdsCode, isTrustOrIcbCode } from "../../../domain/ods-code.ts";
import type { ListedSite } from "../../../domain/proforma.ts";
import type { View } from "./view.ts";

/** Where sites stand, and where there is room for more. */
export interface SiteLines {
  readonly listed: readonly ListedSite[];
  readonly free: readonly number[];
  readonly endlessFrom: number | null;
  /** Whether the form itself shows where sites go: it lists some, or has made lines ready for them. */
  readonly isPrepared: boolean;
  /** Lines with figures that were typed, but neither a site code nor the word total. */
  readonly nameless: readonly number[];
}

/** What one line below the header is for. */
type Line =
  | { readonly is: "site"; readonly code: string }
  /** Made ready for a site, and blank. */
  | { readonly is: "free" }
  /** Nothing stands there. */
  | { readonly is: "gap" }
  /** A total, a note, an example: no site's. */
  | { readonly is: "other"; readonly hasFigures: boolean; readonly isTotal: boolean };

interface Positions {
  readonly siteCode: number;
  readonly siteName: number | null;
  readonly counts: readonly number[];
  readonly totals: readonly number[];
}

export function siteLines(view: View, header: number, positions: Positions, isUnlocked: (style: number) => boolean): SiteLines {
  const isPrepared = preparedTest(view, header, positions, isUnlocked);
  const last = Math.max(view.lastLine, lastRow(view), lastValidated(view, positions.counts));
  const lines = new Map<number, Line>();
  for (let line = header + 1; line <= last; line++) lines.set(line, lineAt(view, line, positions, isPrepared));
  const listed = [...lines].flatMap(([line, { is, ...rest }]) =>
    is === "site" && "code" in rest ? [{ line, code: rest.code, name: nameAt(view, line, positions) }] : [],
  );
  const anyPrepared = [...lines].some(([line, { is }]) => is === "free" || (is === "site" && isPrepared(line)));
  const nameless = namelessIn(lines);
  const isPreparedAtAll = anyPrepared || listed.length > 0;
  const firstSite = Math.min(...[...lines].flatMap(([line, { is }]) => (is === "site" || is === "free" ? [line] : [])));
  const lastListed = Math.max(header, ...listed.map(({ line }) => line));
  // Behind a total there are notes and signatures; behind a sub-heading there may be more sites.
  const end = Math.min(
    ...[...lines].flatMap(([line, found]) => (found.is === "other" && found.isTotal && line > firstSite ? [line] : [])),
  );
  if (anyPrepared) {
    const free = [...lines].flatMap(([line, { is }]) => (is === "free" && line < Math.max(end, lastListed) ? [line] : []));
    return { listed, free, endlessFrom: null, isPrepared: isPreparedAtAll, nameless };
  }
  // A total may stand above the sites.
  let first = lastListed + 1;
  for (let found = lines.get(first); found?.is === "other" && found.isTotal; found = lines.get(first)) first += 1;
  const boundary = Math.min(...[...lines].flatMap(([line, { is }]) => (is === "other" && line > first ? [line] : [])));
  const isOpen = boundary === Infinity && lines.get(first)?.is !== "other";
  const free = isOpen
    ? []
    : [...lines].flatMap(([line, { is }]) => (is === "gap" && line >= first && line < boundary ? [line] : []));
  const endlessFrom = isOpen && !view.sheet.isProtected ? first : null;
  return { listed, free: lines.get(first)?.is === "other" ? [] : free, endlessFrom, isPrepared: isPreparedAtAll, nameless };
}

function namelessIn(lines: ReadonlyMap<number, Line>): readonly number[] {
  return [...lines].flatMap(([line, found]) => (found.is === "other" && found.hasFigures ? [line] : []));
}

/** The lines that a person names as those of sites: all that hold nothing else are free. */
export function linesBetween(view: View, first: number, last: number, positions: Positions): SiteLines {
  const lines = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index).map((line) => ({
    line,
    found: lineAt(view, line, positions, () => true),
  }));
  return {
    listed: lines.flatMap(({ line, found }) =>
      found.is === "site" ? [{ line, code: found.code, name: nameAt(view, line, positions) }] : [],
    ),
    free: lines.flatMap(({ line, found }) => (found.is === "free" ? [line] : [])),
    endlessFrom: null,
    isPrepared: true,
    nameless: lines.flatMap(({ line, found }) => (found.is === "other" && found.hasFigures ? [line] : [])),
  };
}

function lastRow({ sites, sheet }: View): number {
  return sites === "down" ? [...sheet.rows.keys()].reduce((last, row) => Math.max(last, row), 0) : 0;
}

/** The code of a site, and no word such as TOTAL that looks like one. */
export function siteCodeIn(text: string): string | null {
  const code = text.trim().toUpperCase();
  if (!isOdsCode(code)) return null;
  return /\d/.test(code) || isTrustOrIcbCode(code) || /^R[A-Z]{4}$/.test(code) ? code : null;
}

const TOTAL = /total|all sites|overall|\bsum\b/i;
/** A line that shows how to fill the form; a trust may be called "Example NHS trust". */
const EXAMPLE =
  /^\W*(an |for )?example\W*((site|row|line|entry|only)\W*)*$|^\W*example\s*[:\u2013\u2014-]|\(\s*(an |for )?example\W*\)|\be\.g\./i;

function lineAt(view: View, line: number, positions: Positions, isPrepared: (line: number) => boolean): Line {
  const { siteCode, siteName, counts } = positions;
  const said = view.text(line, siteCode).trim();
  const name = siteName === null ? "" : view.text(line, siteName).trim();
  const code = siteCodeIn(said);
  const { formulas, figures, words } = heldIn(view, line, positions);
  // A sheet that checks or adds up another repeats its codes.
  const adds = formulas * 2 > counts.length;
  const isTotal = adds || TOTAL.test(`${said} ${name}`);
  if (code !== null) return EXAMPLE.test(name) || adds ? { is: "other", hasFigures: false, isTotal } : { is: "site", code };
  const hasCode = said !== "" && view.cell(line, siteCode)?.formula === null;
  if (hasCode || (name !== "" && name !== "0") || words || figures || formulas > 0)
    return { is: "other", hasFigures: figures && !isTotal && !words, isTotal };
  return isPrepared(line) ? { is: "free" } : { is: "gap" };
}

/** What the cells of a line hold where figures go. Digits that were typed as text are a figure. */
function heldIn(view: View, line: number, { counts, totals }: Positions) {
  let formulas = 0;
  let figures = false;
  let words = false;
  const look = (position: number, isCount: boolean): void => {
    const cell = view.cell(line, position);
    if (cell === undefined) return;
    const { value, formula } = cell;
    if (formula !== null) formulas += isCount ? 1 : 0;
    else if (typeof value === "number") figures ||= isCount && value !== 0;
    else if (typeof value === "string") words ||= !/^\s*\d*\s*$/.test(value);
  };
  for (const position of counts) look(position, true);
  for (const position of totals) look(position, false);
  return { formulas, figures, words };
}

function nameAt(view: View, line: number, { siteName }: Positions): string {
  return siteName === null ? "" : view.text(line, siteName).trim();
}

/**
 * A line is made ready for a site when its cells are written out with a format or checked by a validation. Where a
 * protected sheet lets some cells be typed into, only those count.
 */
function preparedTest(
  view: View,
  header: number,
  { counts }: Positions,
  isUnlocked: (style: number) => boolean,
): (line: number) => boolean {
  const open = (line: number, position: number): boolean => {
    const cell = view.cell(line, position);
    return cell !== undefined && isUnlocked(cell.style);
  };
  const some = counts.slice(0, 12);
  let locks = false;
  if (view.sheet.isProtected)
    for (let line = header + 1; line <= view.lastLine && !locks; line++) locks = some.some((position) => open(line, position));
  const validated = validatedTest(view);
  const formatted = (line: number): boolean => view.sites === "down" && view.sheet.rows.get(line)?.isFormatted === true;
  return (line) =>
    locks
      ? counts.some((position) => open(line, position))
      : counts.some((position) => view.cell(line, position) !== undefined) || formatted(line) || validated(line, counts);
}

function validatedTest(view: View): (line: number, counts: readonly number[]) => boolean {
  const spans = validatedSpans(view);
  return (line, counts) =>
    spans.some(
      ({ lines, positions }) =>
        lines[0] <= line && line <= lines[1] && counts.some((one) => positions[0] <= one && one <= positions[1]),
    );
}

interface Span {
  readonly lines: readonly [number, number];
  readonly positions: readonly [number, number];
}

/** Validations of whole columns or rows prepare nothing. */
const WHOLE = 5_000;

function validatedSpans(view: View): readonly Span[] {
  return view.sheet.validated.flatMap(({ top, left, bottom, right }) => {
    const span: Span =
      view.sites === "down"
        ? { lines: [top, bottom], positions: [left, right] }
        : { lines: [left, right], positions: [top, bottom] };
    return span.lines[1] - span.lines[0] > WHOLE ? [] : [span];
  });
}

function lastValidated(view: View, counts: readonly number[]): number {
  const ends = validatedSpans(view).flatMap(({ lines, positions }) =>
    counts.some((one) => positions[0] <= one && one <= positions[1]) ? [lines[1]] : [],
  );
  return Math.max(0, ...ends);
}
