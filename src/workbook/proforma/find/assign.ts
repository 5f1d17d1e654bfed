import type { ItemId, Section } from "../../../domain/item.ts";
import type { FoundBy, FoundItem, LayoutFault } from "../../../domain/proforma.ts";
import type { RuleBook } from "../../../domain/rule-book.ts";
import { type Header, sectionAt } from "./header.ts";
import { type Candidate, type HeaderReader, IDENTITIES, type Identity, type Target } from "./header-words.ts";
import type { View } from "./view.ts";

/** What each position of the header names. */
export interface Assignment {
  readonly items: ReadonlyMap<ItemId, FoundItem>;
  readonly identities: ReadonlyMap<Identity, number>;
  /** Those of them that have their number, 1.1 to 1.4: they are lines of the table. */
  readonly numbered: ReadonlySet<Identity>;
  readonly faults: readonly LayoutFault[];
}

/** What one position may name. */
interface Claim {
  readonly position: number;
  readonly words: string;
  readonly address: string;
  readonly by: FoundBy;
  candidates: readonly Candidate[];
  /** The items of its number and of its label, where they are two. */
  readonly rivals: readonly [ItemId, ItemId] | null;
}

export function assign(view: View, header: Header, book: RuleBook, read: HeaderReader): Assignment {
  const sectionOf = new Map<Target, Section | 1>(book.items.map(({ id, section }) => [id, section]));
  for (const identity of IDENTITIES) sectionOf.set(identity, 1);
  const faults: LayoutFault[] = [];
  const context = sectionAt(view, header, read);
  const claims = besideTheSites(claimsOf(view, header, read));
  for (const claim of claims) {
    if (claim.rivals !== null) faults.push({ kind: "two-items", cell: claim.address, words: claim.words, items: claim.rivals });
    const here = claim.candidates.filter(({ target }) => sectionOf.get(target) === context(claim.position));
    if (here.length > 0) claim.candidates = here;
  }
  settleByNeighbours(claims, sectionOf);

  const byTarget = new Map<Target, Claim[]>();
  for (const claim of claims) {
    const [only, second] = claim.candidates;
    if (only === undefined) continue;
    if (second !== undefined && isItem(only.target) && isItem(second.target)) {
      faults.push({ kind: "two-items", cell: claim.address, words: claim.words, items: [only.target, second.target] });
      continue;
    }
    byTarget.set(only.target, [...(byTarget.get(only.target) ?? []), claim]);
  }
  const identities = new Map<Identity, number>();
  const numbered = new Set<Identity>();
  const site = byTarget.get("Site_Code")?.toSorted(bySureness)[0]?.position ?? 0;
  for (const identity of IDENTITIES) {
    // A title may name the organisation too; the table names it beside the sites.
    const nearest = (a: Claim, b: Claim): number => Math.abs(a.position - site) - Math.abs(b.position - site);
    const found = byTarget.get(identity)?.toSorted((a, b) => bySureness(a, b) || nearest(a, b))[0];
    if (found === undefined) continue;
    identities.set(identity, found.position);
    if (found.by !== "label") numbered.add(identity);
  }
  const items = new Map<ItemId, FoundItem>();
  for (const { id } of book.items) {
    const [best, next] = byTarget.get(id)?.toSorted(bySureness) ?? [];
    if (best === undefined) {
      if (!faults.some((fault) => fault.kind === "two-items" && fault.items.includes(id)))
        faults.push({ kind: "item-missing", item: id });
      continue;
    }
    if (next !== undefined && bySureness(best, next) === 0)
      faults.push({ kind: "item-twice", item: id, cells: [best.address, next.address] });
    const { position, words, by } = best;
    items.set(id, { position, words, by, likeness: Math.round((best.candidates[0]?.likeness ?? 0) * 100) / 100 });
  }
  return { items, identities, numbered, faults };
}

/** A number whose words say nothing of the item gives way to one whose words do. */
const BARE_NUMBER = 0.9;
/** Longer than labels are: most likely a note about the item, which gives way even to a label. */
const LONG_LABEL = 90;
const PROSE = -0.5;

function isItem(target: Target): target is ItemId {
  return !(IDENTITIES as readonly Target[]).includes(target);
}

const SURENESS: Readonly<Record<FoundBy, number>> = { map: 3, id: 2, number: 1, label: 0 };

function bySureness(a: Claim, b: Claim): number {
  const exact = ({ by, candidates }: Claim): number => SURENESS[by] + (candidates[0]?.likeness ?? 0);
  return exact(b) - exact(a);
}

/** Notes about a table may name items; the items themselves stand on one side of the codes of the sites. */
function besideTheSites(claims: readonly Claim[]): readonly Claim[] {
  const names = (claim: Claim, test: (target: Target) => boolean): boolean => claim.candidates.some(({ target }) => test(target));
  const site = claims.find((claim) => names(claim, (target) => target === "Site_Code"))?.position;
  if (site === undefined) return claims;
  const items = claims.filter((claim) => claim.rivals !== null || names(claim, isItem));
  const before = items.filter(({ position }) => position < site);
  const after = items.filter(({ position }) => position > site);
  const few = before.length * 9 <= after.length ? before : after.length * 9 <= before.length ? after : [];
  return claims.filter((claim) => !few.includes(claim) || names(claim, (target) => !isItem(target)));
}

/** What each position claims, by all lines of the header together. */
function claimsOf(view: View, { lines, sectionLines }: Header, read: HeaderReader): Claim[] {
  const positions = [...new Set(lines.flatMap((line) => view.positions(line)))].sort((a, b) => a - b);
  return positions.flatMap((position) => {
    const cells = lines.flatMap((line) => {
      const reading = read(view.text(line, position));
      return reading.text === "" ? [] : [{ line, ...reading }];
    });
    const labels = cells.flatMap((cell) => cell.labels.map((candidate) => ({ ...candidate, cell })));
    const sure = cells.filter((cell) => cell.sure !== null);
    const [first] = sure;
    const words = cells.map(({ text }) => text).join(" / ");
    if (first?.sure) {
      const { target, by } = first.sure;
      const address = view.address(first.line, position);
      const other = sure.find((cell) => cell.sure?.target !== target)?.sure?.target;
      const said = labels.some((candidate) => candidate.target === target) ? undefined : labels[0]?.target;
      const rival = other ?? (by === "id" ? undefined : said);
      if (rival !== undefined && isItem(rival) && isItem(target))
        return [{ position, words, address, by, candidates: [], rivals: [target, rival] }];
      const isSupported = by === "id" || labels.some((one) => one.target === target);
      const likeness = isSupported ? 1 : words.length > LONG_LABEL ? PROSE : BARE_NUMBER;
      return [{ position, words, address, by, candidates: [{ target, likeness }], rivals: null }];
    }
    const top = Math.max(0, ...labels.map(({ likeness }) => likeness));
    const best = labels.filter(({ likeness }) => likeness === top);
    if (best.length > 0)
      return [
        {
          position,
          words,
          address: view.address(best[0]?.cell.line ?? 0, position),
          by: "label",
          candidates: once(best),
          rivals: null,
        },
      ];
    return stacked(view, sectionLines, position, read);
  });
}

/** `Complaints` above `upheld` name together what neither names alone. */
function stacked(view: View, lines: readonly number[], position: number, read: HeaderReader): readonly Claim[] {
  const texts = [...new Set(lines.map((line) => view.text(line, position).trim()))].filter((text) => text !== "");
  if (texts.length < 2) return [];
  const words = texts.join(" ");
  const { labels } = read(words);
  const line = lines.findLast((one) => view.text(one, position) !== "") ?? 0;
  return labels.length === 0
    ? []
    : [
        {
          position,
          words: texts.join(" / "),
          address: view.address(line, position),
          by: "label",
          candidates: labels,
          rivals: null,
        },
      ];
}

function once(candidates: readonly Candidate[]): readonly Candidate[] {
  const seen = new Map(candidates.map(({ target, likeness }) => [target, { target, likeness }]));
  return [...seen.values()];
}

/** A label that several sections have belongs to the section of what stands before it, or else behind it. */
function settleByNeighbours(claims: readonly Claim[], sectionOf: ReadonlyMap<Target, Section | 1>): void {
  const taken = new Set<Target>();
  for (const { candidates } of claims) if (candidates.length === 1 && candidates[0]) taken.add(candidates[0].target);
  const sectionOfClaim = (claim: Claim | undefined): Section | 1 | undefined =>
    claim?.candidates.length === 1 && claim.candidates[0] ? sectionOf.get(claim.candidates[0].target) : undefined;
  const settle = (claim: Claim, neighbour: Claim | undefined): void => {
    const section = sectionOfClaim(neighbour);
    if (section === undefined || claim.candidates.length < 2) return;
    const here = claim.candidates.filter(({ target }) => sectionOf.get(target) === section && !taken.has(target));
    if (here.length !== 1 || here[0] === undefined) return;
    claim.candidates = here;
    taken.add(here[0].target);
  };
  claims.forEach((claim, index) => {
    settle(claim, claims[index - 1]);
  });
  [...claims].reverse().forEach((claim, index, reversed) => {
    settle(claim, reversed[index - 1]);
  });
  claims.forEach((claim, index) => {
    settle(claim, claims[index - 1]);
  });
}
