import { describe, expect, test } from "vitest";
import { readReturnJson } from "../../src/returns/return-json.ts";
import { returnJson } from "../../src/write/return-json.ts";
import { problemsOf } from "../support/refusal.ts";
import { ruleBook } from "../support/rule-book.ts";
import { runRows } from "../support/run.ts";

const { items } = ruleBook();
const { result } = await runRows([
  { "Complaint reference": "C-1", "Date received": "2025-05-14", "Site code": "RZZ01" },
  { "Complaint reference": "C-2", "Date received": "2025-05-14", "Record type": "Compliment" },
]);
const written = () => JSON.parse(returnJson(result)) as Record<string, unknown>;

test("what was written is read back", () => {
  const read = readReturnJson("return.json", written(), items);
  expect(read).toMatchObject({
    kind: "return.json",
    organisation: result.organisation,
    period: "2025-26",
    overall: null,
    balance: { rows: 2, counted: 1, excluded: 1, merged: 0, refused: 0 },
  });
  expect(read.rows).toEqual(result.rows);
  expect(read.complaints?.map(({ reference, fate, items: counted }) => [reference, fate, counted.length])).toEqual(
    result.complaints.map(({ reference, fate, items: counted }) => [reference, fate, counted.length]),
  );
});

test("what it was made with is read back", () => {
  const { made } = readReturnJson("return.json", written(), items);
  expect(made).toEqual({
    start: "2025-04-01",
    end: "2026-03-31",
    policies: result.policies,
    run: {
      engine: "ko41a test",
      edition: "2025-26",
      inputs: result.provenance.inputs.map(({ file, sha256 }) => ({ file, sha256 })),
      config: null,
      mapping: null,
      registers: [],
    },
  });
  expect(made?.run?.inputs).toHaveLength(1);
});

describe("a file that does not say how it was made", () => {
  const made = (changes: object) => readReturnJson("return.json", { ...written(), ...changes }, items).made;

  test("has its period and policies, and no run", () => {
    expect(made({ provenance: undefined })).toEqual({
      start: "2025-04-01",
      end: "2026-03-31",
      policies: result.policies,
      run: null,
    });
  });

  test("may lack its policies and its registers", () => {
    const { registers: _, ...older } = result.provenance;
    const read = made({ policies: undefined, provenance: older });
    expect(read).toMatchObject({ policies: {}, run: { engine: "ko41a test", registers: [] } });
  });
});

test("each row has its place, by its site", () => {
  const { places } = readReturnJson("return.json", written(), items);
  expect([...places]).toEqual(result.rows.map(({ siteCode }, index) => [siteCode, { file: "return.json", row: index + 1 }]));
});

test("the written file has everything that the contract promises", () => {
  const file = written();
  expect(Object.keys(file)).toEqual(
    expect.arrayContaining(["schema", "organisation", "period", "rows", "policies", "balance", "complaints", "provenance"]),
  );
  expect(file).toMatchObject({ schema: "ko41a-return/1", period: { label: "2025-26", start: "2025-04-01", end: "2026-03-31" } });
});

describe("is refused", () => {
  const refusal = async (value: unknown) => (await problemsOf(() => readReturnJson("return.json", value, items)))[0];

  test.each([
    ["another schema", () => ({ ...written(), schema: "ko41a-return/9" }), "not a return.json"],
    ["no rows", () => ({ ...written(), rows: undefined }), "rows"],
    ["another thing", () => [1, 2, 3], "not a return.json"],
    [
      "a figure in words",
      () => ({ ...written(), rows: [{ siteCode: "RZZ01", siteName: "x", counts: { Age_0_5: "1" } }] }),
      "rows.0.counts",
    ],
  ])("%s", async (_, value, what) => {
    const problem = await refusal(value());
    expect(problem?.where).toBe("return.json");
    expect(problem?.what).toContain(what);
  });

  test("two rows of one site, since only one can be right", async () => {
    const { rows } = result;
    const problem = await refusal({ ...written(), rows: [...rows, ...rows] });
    expect(problem?.what).toBe(`RZZ01 has two rows, 1 and ${rows.length + 1}.`);
    expect(problem?.where).toBe("return.json");
  });

  test("a row without all items, and which are missing", async () => {
    const problem = await refusal({ ...written(), rows: [{ siteCode: "RZZ01", siteName: "x", counts: { Age_0_5: 1 } }] });
    expect(problem?.what).toContain("RZZ01 Complaints_Total_Brought_Forward");
  });
});
