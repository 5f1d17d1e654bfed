import type { Outcome } from "../pipeline.ts";

/** `summary.json` of a run with --org all: what was made for whom. */
export function summaryJson(outcomes: readonly Outcome[]): string {
  const summary = {
    schema: "ko41a-summary/1",
    period: outcomes[0]?.result.period ?? null,
    organisations: outcomes.map(({ result, report }) => ({
      code: result.organisation.code,
      name: result.organisation.name,
      folder: result.organisation.code,
      sites: result.rows.length,
      balance: result.balance,
      summary: report.summary,
    })),
  };
  return `${JSON.stringify(summary, null, 2)}\n`;
}
