import { describe, expect, test } from "vitest";
import { nearest, nearestOf, nearness } from "../../src/mapping/nearest.ts";

const ITEMS = ["7.54 Communications", "7.66 Transport (ambulances)", "7.69 Other", "7.61 Restraint"];

describe("the nearest entry of a list", () => {
  test.each([
    ["Comunication", "7.54 Communications"],
    ["COMMUNICATIONS", "7.54 Communications"],
    ["Patient transport", "7.66 Transport (ambulances)"],
    ["Communications with the family", "7.54 Communications"],
  ])("to %s is %s", (words, entry) => {
    expect(nearest(words, ITEMS)).toBe(entry);
  });

  test.each(["Parking", "", "???", "7.54"])("to %j is none", (words) => {
    expect(nearest(words, ITEMS)).toBeNull();
  });

  test("is none in an empty list", () => {
    expect(nearest("Communications", [])).toBeNull();
  });

  test("is the first of equals", () => {
    expect(nearest("Upheld", ["Upheld", "UPHELD"])).toBe("Upheld");
  });

  test("does not go by an item's number or a site's code", () => {
    expect(nearest("RZZ01", ["RZZ01 Elm House"])).toBeNull();
    expect(nearest("Elm House", ["RZZ01 Oak House", "RZZ02 Elm House", "RZZ Elm (a site without an ODS code)"])).toBe(
      "RZZ02 Elm House",
    );
  });
});

test("an entry may be known under other forms", () => {
  const list = [
    { entry: "5.30 Emergency", forms: ["Emergency", "A and E", "Casualty"] },
    { entry: "5.28 Inpatient", forms: ["Inpatient", "Ward"] },
  ];
  expect(nearestOf("Casulty", list)).toBe("5.30 Emergency");
  expect(nearestOf("Kitchen", list)).toBeNull();
});

describe("how near two phrases are", () => {
  test("the same words are as near as can be, different ones not at all", () => {
    expect(nearness("Date received", "DATE-RECEIVED")).toBe(1);
    expect(nearness("Date received", "Xyz")).toBe(0);
  });

  test("all words of the shorter one among the other's are near, the nearer the fewer others there are", () => {
    const two = nearness("Subject", "Subject code");
    const three = nearness("Subject", "Subject code of the trust");
    expect(two).toBeGreaterThan(three);
    expect(three).toBeGreaterThan(0.5);
  });

  test("short words make nobody a neighbour", () => {
    expect(nearness("of", "Status of complainant")).toBeLessThan(0.5);
  });

  test("it is the same both ways", () => {
    for (const [a, b] of [
      ["Site", "Site of event"],
      ["Outcome", "Outcome code (Complaint)"],
      ["Ward", "Award"],
    ] as const)
      expect(nearness(a, b)).toBe(nearness(b, a));
  });
});
