import type { Both, ComplaintChange, ComplaintState, Reason } from "../../domain/comparison.ts";
import { ITEM, type Item, type ItemId, type Section } from "../../domain/item.ts";
import type { TracedComplaint } from "../../domain/return.ts";
import type { causesBetween } from "./causes.ts";

type CausesOf = ReturnType<typeof causesBetween>["causesOf"];

/** Complaints that are not in the same figures on both sides, by reference. */
export function changedComplaints(
  a: readonly TracedComplaint[],
  b: readonly TracedComplaint[],
  items: readonly Item[],
  causesOf: CausesOf,
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
      return { reference, kind, a: stateOf(was), b: stateOf(is), reasons: reasonsFor(was, is, items, causesOf) };
    })
    .sort((x, y) => (x.reference < y.reference ? -1 : x.reference > y.reference ? 1 : 0));
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

/** Records under one reference, told apart by their figures: equal ones go together, then those that count. */
function pairs(a: readonly TracedComplaint[], b: readonly TracedComplaint[]): readonly Both<Record>[] {
  const [first] = a;
  if (a.length < 2 && b.length < 2) return [{ a: first ?? null, b: b[0] ?? null }];
  const rest = [...b];
  const left = a.filter((one) => {
    const same = rest.findIndex((other) => figuresOf(other) === figuresOf(one));
    if (same < 0) return true;
    rest.splice(same, 1);
    return false;
  });
  const [was, is] = [countedFirst(left), countedFirst(rest)];
  return Array.from({ length: Math.max(was.length, is.length) }, (_, at) => ({ a: was[at] ?? null, b: is[at] ?? null }));
}

function countedFirst(records: readonly TracedComplaint[]): readonly TracedComplaint[] {
  return [...records].sort(
    (x, y) => Number(y.fate === "counted") - Number(x.fate === "counted") || (figuresOf(x) < figuresOf(y) ? -1 : 1),
  );
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
const SECTIONS: readonly Section[] = [3, 4, 5, 6, 7, 8];

function reasonsFor(a: Record, b: Record, items: readonly Item[], causesOf: CausesOf): readonly Reason[] {
  const [rulesA, rulesB] = [a?.rules ?? [], b?.rules ?? []];
  const because = (kind: Reason["kind"]) => causesOf({ kind } as Parameters<CausesOf>[0], rulesA, rulesB);
  if (a === null || b === null) return [{ kind: "presence", a: a !== null, b: b !== null, causes: because("presence") }];
  const both = <T>(read: (record: TracedComplaint) => T): Both<T> => ({ a: read(a), b: read(b) });
  const reasons: Reason[] = [];
  const keptOut = both(({ fate, rules }) => (fate === "counted" ? null : (rules[0] ?? fate)));
  if (keptOut.a !== keptOut.b) return [{ kind: "counting", ...keptOut, causes: because("counting") }];
  const site = both((record) => record.site);
  if (site.a !== site.b) reasons.push({ kind: "site", ...site, causes: because("site") });
  const outcome = both((record) => OUTCOMES.find((item) => record.items.includes(item)) ?? null);
  if (outcome.a !== outcome.b) reasons.push({ kind: "outcome", ...outcome, causes: because("outcome") });
  const arrival = both(arrivalOf);
  if (arrival.a !== arrival.b) return [{ kind: "arrival", ...arrival, causes: because("arrival") }, ...reasons];
  for (const section of SECTIONS) {
    const own = new Set(items.filter((item) => item.section === section).map(({ id }) => id));
    const only = (one: TracedComplaint, other: TracedComplaint) =>
      one.items.filter((id) => own.has(id) && !other.items.includes(id));
    const aspects = { a: only(a, b), b: only(b, a) };
    if (aspects.a.length + aspects.b.length > 0)
      reasons.push({ kind: "aspects", section, ...aspects, causes: because("aspects") });
  }
  return reasons;
}

function arrivalOf({ items }: TracedComplaint): "new" | "brought-forward" | null {
  if (items.includes(ITEM.new)) return "new";
  return items.includes(ITEM.broughtForward) ? "brought-forward" : null;
}
