import type { Both, Cause, ComplaintChange, ComplaintState, Reason } from "../../domain/comparison.ts";
import { ITEM, type Item, type ItemId, type Section } from "../../domain/item.ts";
import type { TracedComplaint } from "../../domain/return.ts";
import type { Causes } from "./causes.ts";

/** Complaints that are not in the same figures on both sides, by reference. */
export function changedComplaints(
  a: readonly TracedComplaint[],
  b: readonly TracedComplaint[],
  items: readonly Item[],
  causes: Causes,
): readonly ComplaintChange[] {
  const [before, after] = [byReference(a), byReference(b)];
  const references = [...new Set([...before.keys(), ...after.keys()])];
  return references
    .flatMap((reference) =>
      pairs(before.get(reference) ?? [], after.get(reference) ?? []).map((pair) => ({ reference, ...pair })),
    )
    .filter((pair) => figuresOf(pair.a) !== figuresOf(pair.b))
    .map(({ reference, a: was, b: is }): ComplaintChange => {
      const kind = kindOf(was, is);
      return { reference, kind, a: stateOf(was), b: stateOf(is), reasons: reasonsFor(was, is, items, causes) };
    })
    .sort((x, y) => compare(x.reference, y.reference));
}

type Record = TracedComplaint | null;

function byReference(complaints: readonly TracedComplaint[]): ReadonlyMap<string, readonly TracedComplaint[]> {
  const groups = new Map<string, TracedComplaint[]>();
  for (const complaint of complaints) {
    const group = groups.get(complaint.reference);
    if (group === undefined) groups.set(complaint.reference, [complaint]);
    else group.push(complaint);
  }
  return groups;
}

/** Records under one reference: those that are the same go together, then those at one site, then those that count. */
function pairs(a: readonly TracedComplaint[], b: readonly TracedComplaint[]): readonly Both<Record>[] {
  const [was, is] = [countedFirst(a), countedFirst(b)];
  const found: Both<Record>[] = [];
  const pairBy = (key: (record: TracedComplaint) => string): void => {
    for (const one of [...was]) {
      const at = is.findIndex((other) => key(other) === key(one));
      const [same] = at < 0 ? [] : is.splice(at, 1);
      if (same === undefined) continue;
      was.splice(was.indexOf(one), 1);
      found.push({ a: one, b: same });
    }
  };
  if (a.length + b.length > 2) {
    pairBy((record) => `${record.fate} ${record.rules.join()} ${figuresOf(record)}`);
    pairBy((record) => (record.fate === "counted" ? figuresOf(record) : `${record.fate} ${record.rules.join()}`));
    pairBy((record) => `${record.fate} ${record.site}`);
  }
  const rest = Array.from({ length: Math.max(was.length, is.length) }, (_, at) => ({ a: was[at] ?? null, b: is[at] ?? null }));
  return [...found, ...rest];
}

function countedFirst(records: readonly TracedComplaint[]): TracedComplaint[] {
  return [...records].sort((x, y) => Number(y.fate === "counted") - Number(x.fate === "counted"));
}

/** Which figures a record is in; the order of its items says nothing. */
function figuresOf(record: Record): string {
  return record === null || record.items.length === 0 ? "" : `${record.site} ${[...record.items].sort().join(" ")}`;
}

function kindOf(a: Record, b: Record): ComplaintChange["kind"] {
  if (figuresOf(a) === "") return "entered";
  if (figuresOf(b) === "") return "left";
  return a?.site === b?.site ? "changed" : "moved";
}

function stateOf(record: Record): ComplaintState | null {
  if (record === null) return null;
  const { fate, site, items, rules } = record;
  return { fate, site, items, rules };
}

const OUTCOMES: readonly ItemId[] = [ITEM.upheld, ITEM.partiallyUpheld, ITEM.notUpheld];
const ARRIVALS: readonly ItemId[] = [ITEM.new, ITEM.broughtForward];
const SECTIONS: readonly Section[] = [3, 4, 5, 6, 7, 8];

function reasonsFor(a: Record, b: Record, items: readonly Item[], causes: Causes): readonly Reason[] {
  if (a === null || b === null) return [{ kind: "presence", a: a !== null, b: b !== null, causes: causes.ofPresence() }];
  const both = <T>(read: (record: TracedComplaint) => T): Both<T> => ({ a: read(a), b: read(b) });
  const keptOut = both(({ fate, rules }) => (fate === "counted" ? null : (rules[0] ?? fate)));
  if (keptOut.a !== keptOut.b) {
    const [kept, other] = keptOut.a === null ? [b, a] : [a, b];
    return [{ kind: "counting", ...keptOut, causes: causes.ofCounting([...kept.rules, ...(kept.notes ?? [])], other.rules) }];
  }
  const rules = [...a.rules, ...b.rules];
  const reasons: Reason[] = [];
  const site = both((record) => record.site);
  if (site.a !== site.b) reasons.push({ kind: "site", ...site, causes: causes.of("site", [], rules) });
  const arrival = both(arrivalOf);
  const arrived = arrival.a !== arrival.b;
  if (arrived) reasons.push({ kind: "arrival", ...arrival, causes: causes.of("arrival", ARRIVALS, rules) });
  const outcome = both((record) => OUTCOMES.find((item) => record.items.includes(item)) ?? null);
  if (outcome.a !== outcome.b)
    reasons.push({ kind: "outcome", ...outcome, causes: causes.of("outcome", [ITEM.carriedForward, ITEM.resolved], rules) });
  // What is brought forward has no aspects: that it has none now says nothing new.
  return arrived ? reasons : [...reasons, ...aspectReasons(a, b, items, (figures) => causes.of("aspects", figures, rules))];
}

function aspectReasons(
  a: TracedComplaint,
  b: TracedComplaint,
  items: readonly Item[],
  because: (figures: readonly (ItemId | Section)[]) => readonly Cause[],
): readonly Reason[] {
  return SECTIONS.flatMap((section): Reason[] => {
    const own = items.filter((item) => item.section === section).map(({ id }) => id);
    const only = (one: TracedComplaint, other: TracedComplaint): readonly ItemId[] =>
      own.filter((id) => one.items.includes(id) && !other.items.includes(id));
    const aspects = { a: only(a, b), b: only(b, a) };
    if (aspects.a.length + aspects.b.length === 0) return [];
    return [{ kind: "aspects", section, ...aspects, causes: because([section, ...aspects.a, ...aspects.b]) }];
  });
}

function arrivalOf({ items }: TracedComplaint): "new" | "brought-forward" | null {
  if (items.includes(ITEM.new)) return "new";
  return items.includes(ITEM.broughtForward) ? "brought-forward" : null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
