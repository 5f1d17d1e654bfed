import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { reportJsonSchema } from "../../../scripts/support/report-schema.ts";
import { reportJson } from "../../../src/write/report/json.ts";
import { reportFaults } from "../../support/schema-judges.ts";
import { CASES, ORDINARY } from "./titled.ts";

describe.each(CASES)("report.json of %s", (_, { reports }) => {
  test("keeps to the published schema", () => {
    for (const { report } of reports) expect(reportFaults(reportJson(report))).toEqual([]);
  });
});

test("report.json with everything that only some runs have keeps to the published schema", () => {
  const full = {
    ...ORDINARY.report,
    activity: {
      file: "visits.ndjson",
      locations: [{ location: "North", booked: 9, completed: 8, cancelled: 1, complaints: 2, complaintsPer100Completed: 25 }],
      outsidePeriod: 3,
    },
    overdue: {
      asAt: "2026-03-31",
      sites: [{ site: "RZZ01", open: 4, overdue: 2, resolved: 9, resolvedLate: 1 }],
      complaints: [{ reference: "C-1", site: "RZZ01", due: null, days: null }],
    },
    proof: {
      sheet: "KO41a",
      filled: 9,
      recalculated: 2,
      otherChanges: 0,
      partsUnchanged: 8,
      partsChanged: ["xl/worksheets/sheet1.xml"],
      recalculatesOnLoad: true,
    },
  } as const;
  expect(reportFaults(reportJson(full))).toEqual([]);
});

test("the published schema would find a fault", () => {
  const good = reportJson(ORDINARY.report);
  expect(reportFaults(good.replace('"severity":"error"', '"severity":"fatal"'))).not.toEqual([]);
  expect(reportFaults(good.replace('"fates"', '"fate"'))).not.toEqual([]);
});

test("the published schema is the one that is made", () => {
  expect(readFileSync(new URL("../../../docs/report.schema.json", import.meta.url), "utf8")).toBe(reportJsonSchema());
});
