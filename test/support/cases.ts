import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import * as z from "zod";

const FOLDER = path.join(import.meta.dirname, "../../fixtures/cases");

/** What a cell may be in YAML; a blank one hides the default. */
const cell = z.union([z.string(), z.number(), z.null()]).transform((value) => (value === null ? "" : String(value)));
const words = z.record(z.string(), z.string());
const figures = z.record(z.string(), z.number());

const fate = z.enum(["counted", "excluded", "merged", "refused"]);
/** Of the first complaint. */
const complaint = {
  fate: fate.optional(),
  /** Why it is kept out, merged or refused. */
  rule: z.string().optional(),
  site: z.string().optional(),
  has: z.array(z.string()).optional(),
  hasNot: z.array(z.string()).optional(),
};

const Case = z.strictObject({
  name: z.string().min(5),
  applies: z.boolean(),

  // the run
  organisation: z.string().default("RZZ"),
  organisationName: z.string().optional(),
  all: z.boolean().default(false),
  period: z.string().default("2025-26"),
  policies: words.default({}),
  today: z.string().optional(),
  columns: words.default({}),
  sites: z.array(z.strictObject({ name: z.string(), code: z.string() })).default([]),
  register: z
    .union([
      z.literal("none"),
      z.array(z.strictObject({ code: z.string(), name: z.string(), parent: z.string(), closed: z.string().optional() })),
    ])
    .optional(),
  accepted: z.array(z.strictObject({ rule: z.string(), reference: z.string().optional(), reason: z.string() })).default([]),
  prior: z
    .strictObject({
      level: z.enum(["site", "organisation"]).default("site"),
      sameLength: z.boolean().default(true),
      adjoins: z.boolean().default(true),
      rows: z.record(z.string(), figures).default({}),
      /** By reference, what the last return had: where it was carried forward, "resolved", or the rule that kept it out. */
      complaints: z.record(z.string(), z.string()).optional(),
    })
    .optional(),

  /** A workbook of fixtures/proformas that the figures go into. */
  proforma: z.string().optional(),
  /** A proforma with a row for RZZ01 that holds these already: figures, or formulas that begin with "=". */
  form: z.record(z.string(), z.union([z.number(), z.string()])).optional(),

  // what goes in: rows under the generic headings, a file as it is, a workbook, or finished figures
  export: z.array(z.record(z.string(), cell)).optional(),
  file: z.strictObject({ name: z.string(), encoding: z.string().default("utf8"), text: z.string() }).optional(),
  workbook: z
    .array(z.strictObject({ name: z.string(), hidden: z.boolean().default(false), rows: z.array(z.array(cell)) }))
    .optional(),
  figures: z.record(z.string(), figures).optional(),
  overall: figures.optional(),
  counted: z.boolean().default(false),
  missingAspects: z.number().default(0),

  // what comes out; what is not said is not checked
  expect: z
    .strictObject({
      ...complaint,
      rows: z.array(z.strictObject({ fate, rule: z.string().optional(), row: z.number().optional() })).optional(),
      findings: z.array(z.string()).optional(),
      severity: z.enum(["error", "warning", "info"]).optional(),
      figures: z.record(z.string(), figures).optional(),
    })
    .default({}),
});

const Deck = z.strictObject({ rule: z.string(), cases: z.array(Case).min(1) });

export type Case = z.infer<typeof Case>;

export interface Deck {
  readonly file: string;
  readonly rule: string;
  readonly cases: readonly Case[];
}

/** Every file of the conformance deck. A key that does not exist, or a case without a name, fails here with its file. */
export function readDecks(): readonly Deck[] {
  return readdirSync(FOLDER)
    .filter((file) => file !== "README.md")
    .sort()
    .map((file) => {
      const result = Deck.safeParse(parse(readFileSync(path.join(FOLDER, file), "utf8")));
      if (!result.success) throw new Error(`fixtures/cases/${file}:\n${z.prettifyError(result.error)}`);
      return { file, ...result.data };
    });
}
