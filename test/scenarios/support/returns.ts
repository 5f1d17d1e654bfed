import { delimited } from "./exports.ts";
import { type ReturnFile, returnOf } from "./outputs.ts";
import { type Desk, desk } from "./run.ts";

export const TRUST = ["--org", "RZZ", "--org-name", "Synthetic NHS Foundation Trust"] as const;
const MADE = [...TRUST, "--period", "2025-26"] as const;

/** A desk with fixtures and the return of each in a folder of its name: `before.csv` in `before`. */
export async function deskWithReturns(...exports: readonly string[]): Promise<Desk> {
  const here = await desk(...exports);
  await Promise.all(exports.map((name) => made(here, name, name.replace(/\.csv$/, ""))));
  return here;
}

/** Makes a return into a folder, whatever it finds. */
export async function made(here: Desk, file: string, folder: string, ...more: readonly string[]): Promise<void> {
  const ran = await here.run("generate", file, ...MADE, "--fail-on", "never", "--quiet", "--out", folder, ...more);
  if (ran.code !== 0) throw new Error(ran.stderr);
}

/** A return as NHS England publishes it; `change` adds to one figure of one row. */
export async function published(
  here: Desk,
  folder: string,
  level: "site" | "organisation",
  change: { readonly site?: string; readonly item?: string; readonly by?: number } = {},
): Promise<string> {
  const { rows, organisation, period } = await returnOf(here, folder);
  const items = Object.keys(rows[0]?.counts ?? {});
  const all = {
    siteCode: organisation.code,
    siteName: organisation.name,
    counts: Object.fromEntries(items.map((id) => [id, rows.reduce((sum, { counts }) => sum + (counts[id] ?? 0), 0)])),
  };
  const figures = (level === "site" ? rows : [all]).map(({ siteCode, siteName, counts }) => [
    period.label,
    organisation.code,
    organisation.name,
    ...(level === "site" ? [siteCode, siteName] : []),
    ...items.map((id) => String((counts[id] ?? 0) + (siteCode === change.site && id === change.item ? (change.by ?? 1) : 0))),
  ]);
  const heads = ["Year", "Organisation_Code", "Organisation_Name", ...(level === "site" ? ["Site_Code", "Site_Name"] : [])];
  return delimited([[...heads, ...items], ...figures]);
}

/** A return.json as somebody has changed it. */
export async function changed(here: Desk, folder: string, change: (made: ReturnFile) => object): Promise<string> {
  return JSON.stringify(change(await returnOf(here, folder)), null, 2);
}

/** The figures of a return, one site's figure more by one. */
export function plusOne(made: ReturnFile, site: string, item: string): ReturnFile {
  return {
    ...made,
    rows: made.rows.map((row) =>
      row.siteCode === site ? { ...row, counts: { ...row.counts, [item]: (row.counts[item] ?? 0) + 1 } } : row,
    ),
  };
}
