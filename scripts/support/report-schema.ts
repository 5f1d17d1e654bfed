import * as z from "zod";

const number = z.int().nonnegative();
const fate = z.enum(["counted", "excluded", "merged", "refused"]);
const place = z.strictObject({
  file: z.string(),
  sheet: z.string().optional(),
  row: number.describe("as a person sees it: a line of text, a row of a worksheet, a place in a list"),
  column: z.string().nullable(),
});

const finding = z.strictObject({
  rule: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  message: z.string().describe("what is wrong, and what was done with it"),
  fix: z.string().describe("what to do"),
  reference: z.string().nullable().describe("of the complaint"),
  site: z.string().nullable(),
  item: z.string().nullable(),
  source: place.nullable(),
  accepted: z.strictObject({ reason: z.string(), by: z.string().nullable() }).nullable(),
});

const activity = z.strictObject({
  file: z.string(),
  locations: z.array(
    z.strictObject({
      location: z.string(),
      booked: number,
      completed: number,
      cancelled: number,
      complaints: number,
      complaintsPer100Completed: z.number().nullable(),
    }),
  ),
  outsidePeriod: number,
});

const overdue = z.strictObject({
  asAt: z.string(),
  sites: z.array(z.strictObject({ site: z.string(), open: number, overdue: number, resolved: number, resolvedLate: number })),
  complaints: z.array(
    z.strictObject({ reference: z.string(), site: z.string(), due: z.string().nullable(), days: number.nullable() }),
  ),
});

const proof = z.strictObject({
  sheet: z.string(),
  filled: number,
  recalculated: number,
  otherChanges: z.literal(0),
  partsUnchanged: number,
  partsChanged: z.array(z.string()),
  recalculatesOnLoad: z.boolean(),
});

const report = z.strictObject({
  schema: z.literal("ko41a-report/1"),
  summary: z.strictObject({ errors: number, warnings: number, accepted: number }),
  findings: z.array(finding),
  rules: z.array(
    z.strictObject({
      id: z.string(),
      status: z.enum(["passed", "found", "not-run"]),
      reason: z.string().nullable(),
      count: number,
    }),
  ),
  unmapped: z.array(z.strictObject({ column: z.string(), words: z.string(), complaints: number, countedAs: z.string() })),
  balance: z
    .strictObject({ rows: number, counted: number, excluded: number, merged: number, refused: number })
    .describe("rows = counted + excluded + merged + refused"),
  fates: z.array(z.strictObject({ fate, rule: z.string().nullable(), rows: number })).describe("the balance by rule"),
  activity: activity.nullable().describe("null without --activity"),
  overdue: overdue.nullable().describe("null for exports without days on which responses are due"),
  proof: proof.nullable().describe("what filling the trust's own proforma changed; null for the bundled workbook"),
});

/** The JSON Schema of report.json, for programs that read it. */
export function reportJsonSchema(): string {
  const schema = z.toJSONSchema(report, { target: "draft-2020-12" });
  const titled = {
    $id: "report.schema.json",
    title: "report.json of ko41a: what was found, and what became of every row",
    ...schema,
  };
  return `${JSON.stringify(titled, null, 2)}\n`;
}
