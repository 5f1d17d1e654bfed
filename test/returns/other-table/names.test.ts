import { describe, expect, test } from "vitest";
import { itemFinder, numberIn, siteFinder } from "../../../src/returns/other-table/names.ts";
import { siteRow } from "../../support/figures.ts";
import { ruleBook } from "../../support/rule-book.ts";

describe("a site", () => {
  const siteOf = siteFinder([
    { ...siteRow("RZZ01"), siteName: "General hospital" },
    { ...siteRow("RZZ02"), siteName: "Healthcare clinic" },
    siteRow("RZZ"),
  ]);

  test.each([
    ["RZZ01", "RZZ01"],
    [" rzz01 ", "RZZ01"],
    ["General hospital", "RZZ01"],
    ["HEALTHCARE CLINIC", "RZZ02"],
    ["RZZ", "RZZ"],
    ["RZZ99", "RZZ99"],
    ["rzz77", "RZZ77"],
    ["Y1A2B", "Y1A2B"],
  ])("is known by its code or name: %j", (cell, code) => {
    expect(siteOf(cell)).toBe(code);
  });

  test.each(["Total", "TOTALS", "All sites", "all", "Overall", "Trust total", "Grand total:"])(
    "may be all sites together: %j",
    (cell) => {
      expect(siteOf(cell)).toBeNull();
    },
  );

  test.each(["", "  ", "Ward", "Hospital", "12345", "123", "RZZ012", "Sub-total", "General", "APR25", "RYY77", "2025Q", "Q1"])(
    "is not in any words: %j",
    (cell) => {
      expect(siteOf(cell)).toBeUndefined();
    },
  );

  test("is not guessed from a name that two have", () => {
    const twins = siteFinder([
      { ...siteRow("RZZ01"), siteName: "Outpatients" },
      { ...siteRow("RZZ02"), siteName: "Outpatients" },
    ]);
    expect(twins("Outpatients")).toBeUndefined();
    expect(twins("RZZ02")).toBe("RZZ02");
    const triplets = siteFinder(["RZZ01", "RZZ02", "RZZ03"].map((code) => ({ ...siteRow(code), siteName: "Outpatients" })));
    expect(triplets("Outpatients")).toBeUndefined();
  });

  test("keeps its code though another has that code for a name", () => {
    const siteOf = siteFinder([
      { ...siteRow("RZZ01"), siteName: "General hospital" },
      { ...siteRow("RZZ02"), siteName: "RZZ01" },
    ]);
    expect(siteOf("RZZ01")).toBe("RZZ01");
  });

  test("is known by a code of the kind that ours have, and by no month", () => {
    const siteOf = siteFinder([siteRow("APR01")]);
    expect([siteOf("APR25"), siteOf("MAY25")]).toEqual(["APR25", undefined]);
  });
});

describe("an item", () => {
  const itemAt = itemFinder(ruleBook());

  test.each([
    ["2.6", "Complaints_Total_New"],
    [" 2.6 ", "Complaints_Total_New"],
    ["2.10", "Complaints_Number_Not_Upheld"],
    ["2.1", "Complaints_Number_Not_Upheld"],
    ["3.2", "Age_Total"],
    ["Complaints_Total_New", "Complaints_Total_New"],
    ["Total New", "Complaints_Total_New"],
    ["2.6 Total New", "Complaints_Total_New"],
    ["New complaints", "Complaints_Total_New"],
    ["carried forward", "Complaints_Total_Carried_Forward"],
    ["Age of patient: 6-17", "Age_6_17"],
    ["75+", "Age_75_And_Over"],
    ["Service area Other", "Service_Other"],
    ["Profession: Ambulance", "Profession_Ambulance"],
  ])("is known by its number, or by any name that is its own: %j", (cell, id) => {
    expect(itemAt(cell)).toBe(id);
  });

  test.each(["Other", "Ambulance", "Total", "Sub-total"])("is not guessed from a name that several have: %j", (cell) => {
    expect(itemAt(cell)).toBeUndefined();
  });

  test("is known by its number as a number, and never taken for another", () => {
    for (const { id, number } of ruleBook().items) {
      expect(itemAt(number), number).toBe(id);
      expect(itemAt(String(Number(number))), number).toBe(id);
    }
  });

  test("is no whole number, however many complaints there are", () => {
    const taken = Array.from({ length: 1000 }, (_, figure) => String(figure)).filter((figure) => itemAt(figure) !== undefined);
    expect(taken).toEqual([]);
  });

  test.each(["26", "617", "1825", "2.60", "2,6", "2.100", "2.01", "", "Site", "RZZ01"])("is not in %j", (cell) => {
    expect(itemAt(cell)).toBeUndefined();
  });
});

describe("a number", () => {
  test.each([
    ["0", 0],
    [" 12 ", 12],
    ["1,234", 1234],
    ["7.00", 7],
    ["-3", -3],
  ])("is whole: %j", (cell, number) => {
    expect(numberIn(cell)).toBe(number);
  });

  test.each(["", "2.6", "7.5", "12%", "n/a", "-", "1 234", "1e3", "0x10"])("is not in %j", (cell) => {
    expect(numberIn(cell)).toBeNull();
  });
});
