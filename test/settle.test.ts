import { describe, expect, test } from "vitest";
import { runRows } from "./support/run.ts";

const ROW = { "Complaint reference": "C-1", "Date received": "2025-05-14", "Site code": "RZZ01" };
const traced = async (row: Readonly<Record<string, string>>, policies = {}) =>
  (await runRows([{ ...ROW, ...row }], { policies })).result.complaints[0];

describe("a complaint that is kept out", () => {
  test("says where it would count, and what else would keep it out", async () => {
    const kept = await traced({ "Record type": "PALS", Investigated: "No", "Response provided": "No" });
    expect(kept).toMatchObject({ rules: ["not-a-complaint"], otherwise: { site: "RZZ01", alsoKeptOutBy: ["no-action-taken"] } });
    expect(kept?.otherwise?.items).toContain("Complaints_Total_New");
  });

  test("of another time or of another organisation would count in no return of ours", async () => {
    expect(await traced({ "Date received": "2026-05-14" })).not.toHaveProperty("otherwise");
    expect(await traced({ "Organisation code": "RYY" })).not.toHaveProperty("otherwise");
  });

  test("names what was noticed about it beside its rule: opened again in the period, it would count by another policy", async () => {
    const row = { "Date received": "2024-05-14", "Date closed": "2024-06-10", Outcome: "Upheld", "Reopened date": "2025-05-01" };
    const kept = await traced(row);
    expect(kept).toMatchObject({ rules: ["outside-period"], notes: ["reopened-in-period"] });
    expect(kept?.otherwise?.items).toEqual((await traced(row, { reopened: "new-complaint" }))?.items);
  });
});

describe("a complaint that counts names every rule that decided", () => {
  test("also the one that keeps it open, and the policy's rule that resolves it", async () => {
    expect((await traced({ "Date closed": "2025-06-10" }))?.rules).toContain("closed-without-outcome");
    const inconclusive = { "Date closed": "2025-06-10", Outcome: "Inconclusive" };
    expect((await traced(inconclusive, { inconclusive: "upheld" }))?.rules).toContain("undecided-outcome");
  });

  test("also how its rows were read", async () => {
    const { result } = await runRows([
      { ...ROW, "Date closed": "2025-06-10", Outcome: "Upheld" },
      { ...ROW, "Date closed": "2025-06-10", Outcome: "Not upheld" },
    ]);
    expect(result.complaints[0]?.rules).toContain("conflicting-rows");
  });
});
