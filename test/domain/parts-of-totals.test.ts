import { describe, expect, test } from "vitest";
import type { Section } from "../../src/domain/item.ts";
import { partsOfTotals } from "../../src/domain/parts-of-totals.ts";
import { BOOK, itemId, itemIds } from "../support/traced.ts";

const { leavesOf, withTotals, partsOf } = partsOfTotals(BOOK);
const counts = (section: Section) =>
  BOOK.itemsOfSection(section)
    .filter(({ kind }) => kind === "count")
    .map(({ id }) => id);

describe("the counts that make up a total", () => {
  test.each([
    ["Age_Total", counts(3)],
    ["Status_Total", counts(4)],
    ["Service_Total", counts(5)],
    ["Clinical_Treatment_Sub_Total", counts(6)],
    ["Subject_Area_Sub_Total", counts(7)],
    ["Subject_Area_Total", [...counts(6), ...counts(7)]],
    ["Profession_Total", counts(8)],
  ])("%s", (total, leaves) => {
    expect(leavesOf(itemId(total))).toEqual(leaves);
  });

  test("a count is made up of itself", () => {
    expect(leavesOf(itemId("Service_Maternity"))).toEqual(["Service_Maternity"]);
    expect(partsOf(itemId("Service_Maternity"))).toEqual([]);
  });

  test("a total of totals adds up those directly", () => {
    expect(partsOf(itemId("Subject_Area_Total"))).toEqual(["Clinical_Treatment_Sub_Total", "Subject_Area_Sub_Total"]);
  });

  test("the totals of section 2 stand by themselves, since a complaint names them", () => {
    for (const id of itemIds("Complaints_Total_Resolved", "Complaints_Total_Carried_Forward", "Complaints_Total_New")) {
      expect(leavesOf(id)).toEqual([id]);
      expect(partsOf(id)).toEqual([]);
    }
  });
});

describe("items with their totals", () => {
  test("have every total that they are part of, nearest first", () => {
    expect(withTotals(itemIds("Clinical_Treatment_Surgical_Group"))).toEqual([
      "Clinical_Treatment_Surgical_Group",
      "Clinical_Treatment_Sub_Total",
      "Subject_Area_Total",
    ]);
  });

  test("have a total as often as they count in it", () => {
    expect(withTotals(itemIds("Service_Inpatient", "Service_Outpatient"))).toEqual([
      "Service_Inpatient",
      "Service_Total",
      "Service_Outpatient",
      "Service_Total",
    ]);
  });

  test("of section 2 have none, since a complaint names them all", () => {
    const own = itemIds("Complaints_Total_New", "Complaints_Total_Resolved", "Complaints_Number_Upheld");
    expect(withTotals(own)).toEqual(own);
    expect(withTotals([])).toEqual([]);
  });
});
