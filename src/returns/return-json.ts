import * as z from "zod/mini";
import type { Item, ItemId } from "../domain/item.ts";
import { Refusal } from "../domain/problem.ts";
import type { ReadReturn } from "../domain/read-return.ts";
import type { Counts, TracedComplaint } from "../domain/return.ts";
import type { Place } from "../domain/source-table.ts";
import { refuseTwice } from "./figures-table.ts";

const itemId = z.pipe(
  z.string(),
  z.transform((id) => id as ItemId),
);
const Balance = z.object({ rows: z.int(), counted: z.int(), excluded: z.int(), merged: z.int(), refused: z.int() });

const Seal = z.object({ file: z.string(), sha256: z.string() });
const Items = z.array(itemId);

const ReturnFile = z.object({
  schema: z.literal("ko41a-return/1"),
  organisation: z.object({ code: z.string(), name: z.string() }),
  period: z.object({ label: z.string(), start: z.string(), end: z.string() }),
  rows: z.array(z.object({ siteCode: z.string(), siteName: z.string(), counts: z.record(z.string(), z.number()) })),
  policies: z.optional(z.record(z.string(), z.string())),
  balance: Balance,
  complaints: z.array(
    z.object({
      reference: z.string(),
      fate: z.enum(["counted", "excluded", "merged", "refused"]),
      site: z.nullable(z.string()),
      items: Items,
      rules: z.array(z.string()),
      source: z.array(z.object({ file: z.string(), sheet: z.optional(z.string()), row: z.int() })),
      mergedInto: z.optional(z.string()),
      notes: z.optional(z.array(z.string())),
      otherwise: z.optional(z.object({ site: z.string(), items: Items, alsoKeptOutBy: z.array(z.string()) })),
    }),
  ),
  provenance: z.optional(
    z.object({
      engine: z.string(),
      edition: z.string(),
      inputs: z.array(Seal),
      config: z.nullable(Seal),
      mapping: z.nullable(Seal),
      registers: z.optional(z.array(Seal)),
    }),
  ),
});

/**
 * Our own return.json.
 * @throws {Refusal} when it is another schema or damaged
 */
export function readReturnJson(file: string, value: unknown, items: readonly Item[]): ReadReturn {
  const result = ReturnFile.safeParse(value);
  if (!result.success) {
    const ours = (value as { schema?: unknown } | null)?.schema === "ko41a-return/1";
    const [issue] = result.error.issues;
    throw new Refusal({
      what: ours
        ? `This return.json is damaged at ${issue?.path.map(String).join(".") || "its start"}.`
        : "This is not a return.json of ko41a.",
      where: file,
      fix: ours ? "Make it again with ko41a generate." : "Give return.json, a filled workbook, or NHS England's published CSV.",
    });
  }
  const { organisation, period, rows, policies, balance, complaints, provenance } = result.data;
  const missing = rows.flatMap((row) =>
    items.filter(({ id }) => !Object.hasOwn(row.counts, id)).map(({ id }) => `${row.siteCode} ${id}`),
  );
  if (missing.length > 0) throw new Refusal({ what: `Figures are missing: ${missing.slice(0, 10).join(", ")}.`, where: file });
  const places = new Map<string, Place>();
  for (const [index, { siteCode }] of rows.entries()) {
    const place = { file, row: index + 1 };
    refuseTwice(places.get(siteCode), siteCode, place);
    places.set(siteCode, place);
  }
  return {
    kind: "return.json",
    file,
    organisation,
    period: period.label,
    rows: rows.map((row) => ({ ...row, counts: countsOf(row.counts, items) })),
    overall: null,
    overallPlace: null,
    complaints: complaints as readonly TracedComplaint[],
    balance,
    made: {
      start: period.start,
      end: period.end,
      policies: policies ?? {},
      run: provenance === undefined ? null : { ...provenance, registers: provenance.registers ?? [] },
    },
    places,
  };
}

/** The items there are; what else a file may hold is nobody's figure. */
function countsOf(found: Readonly<Record<string, number>>, items: readonly Item[]): Counts {
  return Object.fromEntries(items.map(({ id }) => [id, found[id] ?? Number.NaN]));
}
