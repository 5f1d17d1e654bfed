import type { ComplaintChange, FigureChange, ReturnComparison } from "../../domain/comparison.ts";
import type { ItemId } from "../../domain/item.ts";
import { type Parts, partsOfTotals } from "../../domain/parts-of-totals.ts";
import type { ReadReturn, Run } from "../../domain/read-return.ts";
import type { RuleBook } from "../../domain/rule-book.ts";
import type { Catalogue } from "../explain/rules.ts";
import { isTraced } from "../traced.ts";
import { causesBetween } from "./causes.ts";
import { changedComplaints } from "./complaints.ts";
import { changedFigures, changedSums, levelOf, rowsAt } from "./figures.ts";
import { haveSameInputs } from "./settings.ts";
import { changedSites } from "./sites.ts";

/** Two returns of one organisation: figures, sites and, where both name them, complaints with the reasons. */
export function compareReturns(a: ReadReturn, b: ReadReturn, book: RuleBook, catalogue: Catalogue): ReturnComparison {
  const level = levelOf(a, b);
  const organisation = nameOf(a, b);
  const [before, after] = [rowsAt(level, a, organisation, book.items), rowsAt(level, b, organisation, book.items)];
  const figures = changedFigures(before, after, organisation.code, book.items);
  const periods = { a: a.period, b: b.period };
  const sites = level === "site" ? changedSites(before, after, organisation.code) : [];
  const sums = Math.max(before.length, after.length) > 1 ? changedSums(before, after, book.items) : [];
  const shared = { organisation, periods, level, sums, sites };
  if (!isTraced(a) || !isTraced(b)) {
    const changes = figures.map((change): FigureChange => ({ ...change, entered: [], left: [] }));
    return { ...shared, traced: false, settings: [], inputs: null, changes, complaints: [] };
  }
  const causes = causesBetween(a, b, catalogue);
  const complaints = changedComplaints(a.complaints, b.complaints, book.items, causes);
  const moves = movesBetween(complaints, partsOfTotals(book));
  const inputs =
    a.made.run === null || b.made.run === null
      ? null
      : { a: filesOf(a.made.run), b: filesOf(b.made.run), same: haveSameInputs(a.made, b.made) };
  const changes = figures.map((change): FigureChange => ({ ...change, ...moves(change.site, change.item) }));
  return { ...shared, traced: true, settings: causes.settings, inputs, changes, complaints };
}

function filesOf({ inputs }: Run): readonly string[] {
  return inputs.map(({ file }) => file);
}

/** A return.json says best whose it is; a form may say it in any words, or not at all. */
function nameOf(a: ReadReturn, b: ReadReturn): ReadReturn["organisation"] {
  const rank = ({ kind, organisation: { code, name } }: ReadReturn): string =>
    `${code === "" ? 1 : 0} ${["return.json", "published", "workbook"].indexOf(kind)} ${name}`;
  return rank(a) < rank(b) ? a.organisation : b.organisation;
}

interface Moves {
  readonly entered: string[];
  readonly left: string[];
}

/** Which references count in a figure on one side only, as often as they do. */
function movesBetween(complaints: readonly ComplaintChange[], parts: Parts): (site: string, item: ItemId) => Moves {
  const moves = new Map<string, Moves>();
  const at = (key: string): Moves => {
    const known = moves.get(key);
    if (known !== undefined) return known;
    const fresh: Moves = { entered: [], left: [] };
    moves.set(key, fresh);
    return fresh;
  };
  const countsOf = (state: ComplaintChange["a"]): readonly string[] =>
    state === null ? [] : parts.withTotals(state.items).map((item) => `${state.site} ${item}`);
  for (const { reference, a, b } of complaints) {
    const left = [...countsOf(a)];
    for (const key of countsOf(b)) {
      const same = left.indexOf(key);
      if (same < 0) at(key).entered.push(reference);
      else left.splice(same, 1);
    }
    for (const key of left) at(key).left.push(reference);
  }
  return (site, item) => moves.get(`${site} ${item}`) ?? { entered: [], left: [] };
}
