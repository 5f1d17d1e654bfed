import type { Item } from "../domain/item.ts";
import { Refusal } from "../domain/problem.ts";
import type { ReadReturn } from "../domain/read-return.ts";
import type { SiteRow } from "../domain/return.ts";
import type { Place, SourceGrid } from "../domain/source-table.ts";
import { figuresTable, refuseTwice } from "./figures-table.ts";

const ORGANISATION = ["Organisation_Code", "Organisation code", "Org_Code", "Provider_Code"];
const ORGANISATION_NAME = ["Organisation_Name", "Organisation name", "Org_Name", "Provider_Name"];
const SITE = ["Site_Code", "Site code", "Organisation_Site_Code"];
const SITE_NAME = ["Site_Name", "Site name", "Organisation_Site_Name"];
const QUARTER = ["Quarter"];
const YEAR = ["Year", "Period", "Reporting_Period", "Financial_Year"];

interface Organisation {
  readonly code: string;
  readonly rows: SiteRow[];
  readonly places: Map<string, Place>;
  readonly name: string;
  readonly period: string | null;
}

/**
 * NHS England's published data, at site or organisation level: one return for each organisation in the file.
 * @throws {Refusal} when the file has no organisation column or lacks items
 */
export function readPublishedCsv(grid: SourceGrid, items: readonly Item[]): readonly ReadReturn[] | null {
  const table = figuresTable(grid, items);
  if (table === null) return null;
  const organisation = table.columnOf(ORGANISATION);
  if (organisation === null)
    throw new Refusal({
      what: "There is no column with the organisation's code.",
      where: `${grid.file}, row ${table.headingRow.row}`,
      fix: 'Published files have it under "Organisation_Code".',
    });
  const [name, site, siteName, year, quarter] = [ORGANISATION_NAME, SITE, SITE_NAME, YEAR, QUARTER].map((heading) =>
    table.columnOf(heading),
  );
  const returns = new Map<string, Organisation>();
  for (const row of table.body) {
    const cell = (column: number | null | undefined): string =>
      column === null || column === undefined ? "" : (row.cells[column] ?? "").trim();
    const code = cell(organisation).toUpperCase();
    const period = [cell(year), cell(quarter)].filter((words) => words !== "").join(" ") || null;
    const key = `${code} ${period}`;
    const one: Organisation = returns.get(key) ?? { code, rows: [], places: new Map(), name: cell(name) || code, period };
    returns.set(key, one);
    const siteCode = cell(site).toUpperCase() || code;
    refuseTwice(one.places.get(siteCode), siteCode, { file: grid.file, row: row.row });
    one.rows.push({ siteCode, siteName: cell(siteName) || cell(name) || siteCode, counts: table.counts(row) });
    one.places.set(siteCode, { file: grid.file, row: row.row });
  }
  const sites = site !== null && site !== undefined;
  return [...returns.values()].map((one) => ({
    kind: "published",
    file: grid.file,
    organisation: { code: one.code, name: one.name },
    period: one.period,
    rows: sites ? one.rows : [],
    overall: sites ? null : (one.rows[0] ?? null),
    overallPlace: sites ? null : (one.places.get(one.code) ?? null),
    complaints: null,
    balance: null,
    made: null,
    places: one.places,
  }));
}
