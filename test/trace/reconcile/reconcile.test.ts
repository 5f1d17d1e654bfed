import { describe, expect, test } from "vitest";
import type { OtherFigures } from "../../../src/domain/reconciliation.ts";
import type { TracedComplaint } from "../../../src/domain/return.ts";
import { reconcile } from "../../../src/trace/reconcile/reconcile.ts";
import { problemsOf } from "../../support/refusal.ts";
import { BOOK, counted, itemId, itemIds, keptOut, OPEN, RZZ, rowsOf, tracedReturn } from "../../support/traced.ts";

type Told = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Figures of others by site; "all" for all sites together. */
function table(told: Told, kind: OtherFigures["kind"] = "table"): OtherFigures {
  const rows = Object.entries(told).map(([site, counts]) => ({
    site: site === "all" ? null : site,
    counts: new Map(Object.entries(counts).map(([id, figure]) => [itemId(id), figure])),
    place: null,
  }));
  return { file: "theirs.csv", kind, rows, unread: { rows: [7], columns: [] } };
}

const out = (reference: string, rule: string, site = "RZZ01") =>
  keptOut(reference, rule, { otherwise: { site, items: OPEN, alsoKeptOutBy: [] } });
const complaints: readonly TracedComplaint[] = [
  counted("C-1"),
  counted("C-2"),
  counted("C-3", { site: "RZZ02" }),
  out("C-4", "withdrawn"),
  out("C-5", "transferred-out"),
  out("C-6", "transferred-out", "RZZ02"),
];
const against = (told: Told, of = complaints, kind?: OtherFigures["kind"]) =>
  reconcile(tracedReturn(of), table(told, kind), BOOK);

test("figures that agree have no difference and need no explanation", () => {
  expect(against({ RZZ01: { Complaints_Total_New: 2, Service_Maternity: 0 }, all: { Complaints_Total_New: 3 } })).toEqual({
    ours: { file: "return.json", organisation: RZZ, period: "2025-26", changed: [] },
    theirs: { file: "theirs.csv", kind: "table", unread: { rows: [7], columns: [] } },
    compared: 3,
    differences: [],
    explanations: [],
  });
});

describe("a difference", () => {
  test("has both figures; a site that is none of ours has nothing with us", () => {
    const { differences } = against({ RZZ09: { Complaints_Total_New: 1 }, all: { Complaints_Total_New: 9 } });
    expect(differences).toMatchObject([
      { site: "RZZ09", item: "Complaints_Total_New", ours: 0, theirs: 1, rest: 1 },
      { site: null, item: "Complaints_Total_New", ours: 3, theirs: 9, rest: 6 },
    ]);
  });

  test("is explained by the one assumption that fits, with its complaints", () => {
    const { differences, explanations } = against({
      RZZ01: { Complaints_Total_New: 3, Complaints_Total_Carried_Forward: 3, Age_Total: 3 },
      RZZ02: { Complaints_Total_New: 2 },
    });
    const assumption = { kind: "counts-what-is-kept-out", rule: "transferred-out" };
    expect(explanations).toEqual([{ assumptions: [assumption], explains: 4 }]);
    const at = (site: string, reference: string) => [site, [{ assumption, also: [], change: 1, references: [reference] }], 0, []];
    expect(differences.map(({ site, explained, rest, perhaps }) => [site, explained, rest, perhaps])).toEqual([
      at("RZZ01", "C-5"),
      at("RZZ01", "C-5"),
      at("RZZ01", "C-5"),
      at("RZZ02", "C-6"),
    ]);
  });

  test("is not explained while several fit equally well, and each is a perhaps", () => {
    const told = { Complaints_Total_New: 3, Complaints_Total_Carried_Forward: 3, Age_26_55: 3, Status_Patient: 3 };
    const { differences, explanations } = against({ RZZ01: told });
    expect(explanations.map(({ assumptions }) => assumptions.map(({ rule }) => rule))).toEqual([
      ["withdrawn"],
      ["transferred-out"],
    ]);
    expect(differences[0]).toMatchObject({ explained: [], rest: 1, perhaps: [{ references: ["C-4"] }, { references: ["C-5"] }] });
  });

  test("of a figure or two proves nothing, and is a perhaps", () => {
    const { differences, explanations } = against({ RZZ02: { Complaints_Total_New: 2, Age_Total: 2 } });
    expect(explanations).toEqual([]);
    expect(differences).toMatchObject([
      { explained: [], rest: 1, perhaps: [{ references: ["C-6"] }] },
      { explained: [], rest: 1, perhaps: [{ references: ["C-6"] }] },
    ]);
  });

  test("that nothing explains is left whole", () => {
    const { differences, explanations } = against({ RZZ01: { Service_Maternity: 40 } });
    expect(explanations).toEqual([]);
    expect(differences).toMatchObject([{ explained: [], rest: 40, perhaps: [] }]);
  });

  test("is not explained at the cost of as many figures that agree", () => {
    const { explanations } = against({ RZZ01: { Complaints_Total_New: 3, Age_Total: 2, Status_Total: 2 } });
    expect(explanations).toEqual([]);
  });

  test("says when all sites together agree", () => {
    const apart = against({ RZZ01: { Complaints_Total_New: 1, Age_Total: 1 }, RZZ02: { Complaints_Total_New: 2, Age_Total: 1 } });
    expect(apart.differences.map(({ site, item, elsewhere }) => [site, item, elsewhere])).toEqual([
      ["RZZ01", "Complaints_Total_New", true],
      ["RZZ01", "Age_Total", false],
      ["RZZ02", "Complaints_Total_New", true],
    ]);
    expect(against({ all: { Complaints_Total_New: 1 } }).differences[0]?.elsewhere).toBe(false);
  });
});

describe("a site of ours that the others do not have", () => {
  test("is nothing to a table, which may have as few as it likes", () => {
    expect(against({ RZZ01: { Complaints_Total_New: 2 } })).toMatchObject({ compared: 1, differences: [] });
  });

  test("is nil in a whole return", () => {
    const whole = { RZZ01: rowsOf(complaints)[0]?.counts ?? {} };
    const { compared, differences } = against(whole, complaints, "workbook");
    expect(compared).toBe(2 * BOOK.items.length);
    expect(differences.every(({ site, theirs, ours, rest }) => site === "RZZ02" && theirs === 0 && rest === -ours)).toBe(true);
    expect(differences.map(({ item }) => item as string)).toEqual(expect.arrayContaining(["Complaints_Total_New", "Age_Total"]));
  });

  test("is not missed where the return is one of all sites together", () => {
    expect(against({ all: { Complaints_Total_New: 3 } }, complaints, "published")).toMatchObject({
      compared: 1,
      differences: [],
    });
  });
});

test("a total takes a complaint that was kept out as often as it has aspects", () => {
  const items = [...OPEN, ...itemIds("Service_Maternity")];
  const withdrawn = keptOut("C-9", "withdrawn", { otherwise: { site: "RZZ01", items, alsoKeptOutBy: [] } });
  const told = { Service_Total: 3, Complaints_Total_New: 2, Service_Maternity: 1, Age_26_55: 2 };
  const { differences } = against({ RZZ01: told }, [counted("C-1"), withdrawn]);
  expect(differences.find(({ item }) => item === "Service_Total")).toMatchObject({
    rest: 0,
    explained: [{ change: 2, references: ["C-9", "C-9"] }],
  });
});

test("a table without a figure of the return is refused", async () => {
  const [problem] = await problemsOf(() => against({}));
  expect(problem?.what).toContain("nothing to compare");
});
