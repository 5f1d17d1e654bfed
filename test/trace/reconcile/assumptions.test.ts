import { describe, expect, test } from "vitest";
import type { ItemId } from "../../../src/domain/item.ts";
import type { TracedComplaint } from "../../../src/domain/return.ts";
import { assumptionsOf, figureKey, nameOf } from "../../../src/trace/reconcile/assumptions.ts";
import { BOOK, BROUGHT, counted, itemId, itemIds, keptOut, OPEN, tracedReturn, UPHELD } from "../../support/traced.ts";

const assumptions = (...complaints: readonly TracedComplaint[]) => assumptionsOf(tracedReturn(complaints), BOOK);
const names = (...complaints: readonly TracedComplaint[]) =>
  assumptions(...complaints).map(({ assumption }) => nameOf(assumption));
/** The shares of the only assumption, by figure. */
const sharesOf = (...complaints: readonly TracedComplaint[]) => {
  const [one, ...more] = assumptions(...complaints);
  expect(more).toEqual([]);
  return one?.shares ?? new Map<string, readonly unknown[]>();
};
const otherwise = (site: string, items: readonly ItemId[] = OPEN, ...alsoKeptOutBy: readonly string[]) => ({
  otherwise: { site, items, alsoKeptOutBy },
});
const ROWS = [2, 3, 4].map((row) => ({ file: "export.csv", row }));

test("nothing else could be counted where everything counts once", () => {
  expect(assumptions(counted("C-1"), counted("C-2", { items: UPHELD }))).toEqual([]);
});

describe("complaints that a rule keeps out", () => {
  test("could count, each at its site and in its figures", () => {
    const shares = sharesOf(
      keptOut("C-1", "withdrawn", otherwise("RZZ01")),
      keptOut("C-2", "withdrawn", otherwise("RZZ02", BROUGHT)),
    );
    expect(shares.get("RZZ01 Complaints_Total_New")).toEqual([{ reference: "C-1", change: 1 }]);
    expect(shares.get("RZZ02 Complaints_Total_New")).toBeUndefined();
    expect(shares.get("Complaints_Total_Carried_Forward")).toEqual([
      { reference: "C-1", change: 1 },
      { reference: "C-2", change: 1 },
    ]);
  });

  test("could count in a total as often as they have aspects in it", () => {
    const items = [...OPEN, ...itemIds("Service_Maternity", "Clinical_Treatment_Surgical_Group")];
    const shares = sharesOf(keptOut("C-1", "withdrawn", otherwise("RZZ01", items)));
    expect(shares.get("RZZ01 Service_Total")).toHaveLength(2);
    expect(shares.get("RZZ01 Subject_Area_Total")).toHaveLength(2);
    expect(shares.get("Clinical_Treatment_Sub_Total")).toHaveLength(1);
  });

  test("are an assumption for each rule", () => {
    const found = names(
      keptOut("C-1", "withdrawn", otherwise("RZZ01")),
      keptOut("C-2", "transferred-out", otherwise("RZZ01")),
      keptOut("C-3", "reopened", { fate: "merged", mergedInto: "C-9", ...otherwise("RZZ01") }),
    );
    expect(found).toEqual([
      "counts-what-is-kept-out withdrawn",
      "counts-what-is-kept-out transferred-out",
      "counts-what-is-kept-out reopened",
    ]);
  });

  test("by two rules would count only without both of them", () => {
    const [both, other] = assumptions(keptOut("C-1", "transferred-out", otherwise("RZZ01", OPEN, "withdrawn")));
    expect(both?.needs).toEqual(["counts-what-is-kept-out transferred-out", "counts-what-is-kept-out withdrawn"]);
    expect(other).toBeUndefined();
  });

  test("because they were opened again in the period would count by another policy", () => {
    const again = { ...otherwise("RZZ01", OPEN), notes: ["reopened-in-period"] };
    expect(names(keptOut("C-1", "outside-period", again))).toEqual(["counts-what-is-kept-out reopened-in-period"]);
  });

  test("and would count in no return of ours are left alone", () => {
    expect(names(keptOut("C-1", "outside-period"), keptOut("C-2", "received-missing", { fate: "refused" }))).toEqual([]);
  });
});

test("withdrawn complaints that count could be left out", () => {
  const withdrawn = counted("C-1", { items: UPHELD, rules: ["resolved-in-period", "withdrawn"] });
  expect(names(withdrawn)).toEqual(["leaves-out-what-counts withdrawn"]);
  expect(sharesOf(withdrawn).get("RZZ01 Age_Total")).toEqual([{ reference: "C-1", change: -1 }]);
  expect(sharesOf(withdrawn).get("Complaints_Number_Upheld")).toEqual([{ reference: "C-1", change: -1 }]);
});

describe("rows of one complaint", () => {
  const merged = counted("C-1", { source: ROWS, rules: ["new-in-period", "merged-rows"] });

  test("could count one by one", () => {
    expect(names(merged)).toEqual(["counts-rows merged-rows"]);
    expect(sharesOf(merged).get("RZZ01 Complaints_Total_New")).toEqual([{ reference: "C-1", change: 2 }]);
    expect(sharesOf(merged).get("Status_Total")).toEqual([{ reference: "C-1", change: 2 }]);
  });

  test("do not tell how their services, subjects and professions would count", () => {
    const shares = sharesOf(merged);
    for (const { id, section } of BOOK.items) expect(section > 4 && shares.has(id), id).toBe(false);
  });

  test("of a complaint that is kept out do not count", () => {
    expect(names(keptOut("C-1", "withdrawn", { source: ROWS }))).toEqual([]);
  });
});

describe("a closed complaint without one of the three outcomes", () => {
  test.each(["closed-without-outcome", "undecided-outcome"])("could be resolved: %s", (rule) => {
    const open = counted("C-1", { rules: ["new-in-period", "open-at-period-end", rule] });
    expect(names(open)).toEqual([`resolves-without-outcome ${rule}`]);
    expect([...sharesOf(open)]).toEqual([
      ["RZZ01 Complaints_Total_Resolved", [{ reference: "C-1", change: 1 }]],
      ["Complaints_Total_Resolved", [{ reference: "C-1", change: 1 }]],
      ["RZZ01 Complaints_Total_Carried_Forward", [{ reference: "C-1", change: -1 }]],
      ["Complaints_Total_Carried_Forward", [{ reference: "C-1", change: -1 }]],
    ]);
  });
});

test("one complaint can be in several assumptions", () => {
  const both = counted("C-1", { source: ROWS, rules: ["merged-rows", "closed-without-outcome"] });
  expect(names(both)).toEqual(["counts-rows merged-rows", "resolves-without-outcome closed-without-outcome"]);
});

test("a figure of all sites has the item alone for its key", () => {
  expect(figureKey("RZZ01", itemId("Age_Total"))).toBe("RZZ01 Age_Total");
  expect(figureKey(null, itemId("Age_Total"))).toBe("Age_Total");
});
