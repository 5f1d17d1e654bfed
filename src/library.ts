import { editionFor } from "./cli/editions.ts";
import { readInputFiles } from "./cli/files.ts";
import { asPrior } from "./cli/prior.ts";
import { readOther } from "./cli/read-other.ts";
import { readReturns } from "./cli/read-returns.ts";
import { labelOf, readTraced, returnFile } from "./cli/return-file.ts";
import { rootOf } from "./cli/root.ts";
import type { Comparison } from "./domain/comparison.ts";
import type { ComplaintExplanation, FigureExplanation } from "./domain/explanation.ts";
import type { Item } from "./domain/item.ts";
import { Refusal } from "./domain/problem.ts";
import type { ReadReturn, TracedReturn } from "./domain/read-return.ts";
import type { OtherFigures, Reconciliation } from "./domain/reconciliation.ts";
import type { ReportedFinding } from "./domain/report.ts";
import type { RuleEntry } from "./domain/rule.ts";
import { findPeriod } from "./rulebook/periods.ts";
import { catalogueOf } from "./rules/catalogue.ts";
import { checkAgainstPrior } from "./rules/checks/prior.ts";
import { compareFiles, someReturns } from "./trace/diff/pair.ts";
import { explainComplaint } from "./trace/explain/complaint.ts";
import { explainFigure } from "./trace/explain/figure.ts";
import { findComplaints, findItem, findSite } from "./trace/find.ts";
import { reconcile } from "./trace/reconcile/reconcile.ts";
import { reportedFindings } from "./write/report/build-report.ts";
import { itemLabels } from "./write/report/labels.ts";

export type * from "./domain/comparison.ts";
export type * from "./domain/explanation.ts";
export type { Item, ItemId } from "./domain/item.ts";
export { type Problem, Refusal } from "./domain/problem.ts";
export type * from "./domain/read-return.ts";
export type * from "./domain/reconciliation.ts";
export type { ReportedFinding } from "./domain/report.ts";
export type { Counts, Otherwise, SiteRow, TracedComplaint } from "./domain/return.ts";
export type { RuleEntry, RuleSource } from "./domain/rule.ts";

/** The rule book of one collection year, and what can be asked with it. What cannot be done throws a `Refusal`. */
export interface Edition {
  /** The collection year, as `2025-26`. */
  readonly name: string;
  readonly items: readonly Item[];
  readonly rules: readonly RuleEntry[];
  /** The returns in a return.json, a filled workbook or a published CSV; of a published CSV one for each organisation. */
  readonly read: (file: string) => Promise<readonly ReadReturn[]>;
  /** A return.json, or that in a folder which `ko41a generate` wrote. */
  readonly readTraced: (file: string) => Promise<TracedReturn>;
  /** Figures of anybody for a return: a whole one of any kind, or a table with some of the items. */
  readonly readOther: (file: string, ours: TracedReturn) => Promise<OtherFigures>;
  /** The complaints behind a figure; an item by id, number or label, a site by code or name, without one all sites. */
  readonly explainFigure: (given: TracedReturn, item: string, site?: string) => FigureExplanation;
  /** Every figure a complaint is in, and every rule that decided about it. */
  readonly explainComplaint: (given: TracedReturn, reference: string) => ComplaintExplanation;
  /** What changed from one to the other, and why. Returns of one file go together. */
  readonly diff: (a: readonly ReadReturn[], b: readonly ReadReturn[]) => Comparison;
  /** Continuity with the last period's return, as `ko41a generate --prior` finds it. */
  readonly checkPrior: (now: TracedReturn, prior: ReadReturn) => readonly ReportedFinding[];
  readonly reconcile: (ours: TracedReturn, theirs: OtherFigures) => Reconciliation;
}

/** @throws {Refusal} when there is no rule book for the period; without one, the latest */
export async function openEdition(period?: string): Promise<Edition> {
  const root = rootOf(import.meta.url);
  const book = await editionFor(root, period ?? null);
  const catalogue = catalogueOf(book);
  const fileOf = async (given: string) => {
    const name = await returnFile(given);
    const [file] = await readInputFiles([name]);
    if (file === undefined) throw new Error("one file was to be read");
    return { ...file, file: labelOf(name) };
  };
  return {
    name: book.edition,
    items: book.items,
    rules: [...catalogue.values()],
    read: async (name) => readReturns(await fileOf(name), book),
    readTraced: async (name) => readTraced(await fileOf(name), book),
    readOther: async (name, ours) => readOther(await fileOf(name), ours, book, null),
    explainFigure: (given, item, site) => {
      const row = site === undefined ? null : findSite(site, given);
      return explainFigure(given, findItem(item, book.items), row, book, catalogue);
    },
    explainComplaint: (given, reference) =>
      explainComplaint(given, findComplaints(reference, given.complaints, given.file), book, catalogue),
    diff: (a, b) => compareFiles(someReturns("a", a), someReturns("b", b), book, catalogue),
    checkPrior: (now, prior) => {
      if (prior.organisation.code !== now.organisation.code && prior.organisation.code !== "")
        throw new Refusal({
          what: `The prior return is of ${prior.organisation.code}.`,
          where: prior.file,
          fix: `Give one of ${now.organisation.code}.`,
        });
      const period = findPeriod(book.periods, now.period ?? "");
      const findings = checkAgainstPrior(now.rows, now.complaints, asPrior(prior, period, prior.file), book);
      return reportedFindings(findings, itemLabels(book.items));
    },
    reconcile: (ours, theirs) => reconcile(ours, theirs, book),
  };
}
