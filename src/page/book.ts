import type { PageComplaint, PageData, PageItem, PageRule } from "../domain/page-data.ts";
import type { Fate } from "../domain/return.ts";

export interface Complaint {
  readonly reference: string;
  readonly fate: Fate;
  readonly site: number;
  readonly items: readonly number[];
  readonly rules: readonly PageRule[];
  /** "export.csv row 12". */
  readonly rows: readonly string[];
  readonly mergedInto: string | null;
}

/** A complaint in a figure, and how often it counts in it: more than once only in a total of aspects. */
export interface Behind {
  readonly complaint: Complaint;
  readonly times: number;
}

/** The complaints of the report, to be asked. */
export interface Book {
  readonly items: readonly PageItem[];
  readonly sites: PageData["sites"];
  readonly itemAt: (id: string) => number | null;
  readonly siteAt: (code: string) => number | null;
  readonly ruleTitle: (id: string) => string;
  /** The complaints behind a figure at a site or at ALL_SITES. */
  readonly behind: (site: number, item: number) => readonly Behind[];
  readonly complaint: (reference: string) => readonly Complaint[];
  /** Complaints whose rows came to a fate by a rule. */
  readonly kept: (fate: Fate, rule: string) => readonly Complaint[];
}

/** Instead of the place of a site. */
export const ALL_SITES = -1;

/** Rows of a complaint after its first are merged under this rule, whatever became of the complaint. */
const MERGED_ROWS = "merged-rows";

export function bookOf(data: PageData): Book {
  const complaints = data.complaints.map((one) => complaintOf(one, data));
  const byReference = grouped(complaints, ({ reference }) => reference);
  const bySite = grouped(
    complaints.filter(({ fate }) => fate === "counted"),
    ({ site }) => site,
  );
  const counted = [...bySite.values()].flat();
  return {
    items: data.items,
    sites: data.sites,
    itemAt: (id) => placeOf(data.items, (item) => item.id === id),
    siteAt: (code) => placeOf(data.sites, (site) => site.code === code),
    ruleTitle: (id) => data.rules.find((rule) => rule.id === id)?.title ?? id,
    behind: (site, item) => {
      const leaves = new Set(data.items[item]?.leaves);
      return (site === ALL_SITES ? counted : (bySite.get(site) ?? [])).flatMap((complaint) => {
        const times = complaint.items.filter((one) => leaves.has(one)).length;
        return times > 0 ? [{ complaint, times }] : [];
      });
    },
    complaint: (reference) => byReference.get(reference) ?? [],
    kept: (fate, rule) =>
      complaints.filter(
        (one) =>
          (one.fate === fate && (rule === "" || one.rules[0]?.id === rule)) ||
          (fate === "merged" && (rule === "" || rule === MERGED_ROWS) && one.rows.length > 1),
      ),
  };
}

function placeOf<T>(all: readonly T[], test: (one: T) => boolean): number | null {
  const place = all.findIndex(test);
  return place < 0 ? null : place;
}

function complaintOf([reference, fate, site, items, ruleSet, places, mergedInto]: PageComplaint, data: PageData): Complaint {
  const rules = (data.ruleSets[ruleSet] ?? []).flatMap((rule) => data.rules[rule] ?? []);
  const rows: string[] = [];
  for (let at = 0; at < places.length; at += 2) rows.push(`${data.files[places[at] ?? 0] ?? ""} row ${places[at + 1]}`);
  return { reference, fate, site, items, rules, rows, mergedInto: mergedInto ?? null };
}

function grouped<T, K>(all: readonly T[], keyOf: (one: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}
