import type { ItemId } from "../../../domain/item.ts";
import type { PageComplaint, PageData, PageRule } from "../../../domain/page-data.ts";
import type { ReportContext } from "../../../domain/report.ts";
import type { TracedComplaint } from "../../../domain/return.ts";
import { cite } from "../../cite.ts";

/** Numbers things in the order in which they are met. */
class Places<T> {
  readonly all: T[] = [];
  readonly #known = new Map<string, number>();

  of(key: string, one: () => T): number {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, this.all.length);
    this.all.push(one());
    return this.all.length - 1;
  }
}

/** The complaints behind the figures, for the script of the page. */
export function pageData({ return: made, items, catalogue, parts }: ReportContext, more: PageData["more"]): PageData {
  const itemPlaces = new Map(items.map(({ id }, place) => [id, place]));
  const sitePlaces = new Map(made.rows.map(({ siteCode }, place) => [siteCode, place]));
  const placesOf = (ids: readonly ItemId[]): readonly number[] => ids.flatMap((id) => itemPlaces.get(id) ?? []);
  const rules = new Places<PageRule>();
  const ruleSets = new Places<readonly number[]>();
  const files = new Places<string>();
  const ruleOf = (id: string): PageRule => {
    const entry = catalogue.get(id);
    return { id, title: entry?.title ?? id, why: entry?.why ?? "", source: entry === undefined ? "" : cite(entry.source) };
  };
  const complaintOf = ({
    reference,
    fate,
    site,
    items: counted,
    rules: named,
    source,
    mergedInto,
  }: TracedComplaint): PageComplaint => {
    const place = site === null ? -1 : (sitePlaces.get(site) ?? -1);
    const ruleSet = ruleSets.of(named.join(" "), () => named.map((rule) => rules.of(rule, () => ruleOf(rule))));
    const rows = source.flatMap(({ file, sheet, row }) => {
      const name = sheet === undefined ? file : `${file} [${sheet}]`;
      return [files.of(name, () => name), row];
    });
    const told = [reference, fate, place, placesOf(counted), ruleSet, rows] as const;
    return mergedInto === undefined ? told : [...told, mergedInto];
  };
  const complaints = made.complaints.map(complaintOf);
  return {
    items: items.map(({ id, number, label }) => ({ id, label: `${number} ${label}`, leaves: placesOf(parts.leavesOf(id)) })),
    sites: made.rows.map(({ siteCode, siteName }) => ({ code: siteCode, name: siteName })),
    rules: rules.all,
    ruleSets: ruleSets.all,
    files: files.all,
    complaints,
    more,
  };
}
