import { describe, expect, test } from "vitest";
import type { Complaint } from "../../../src/domain/complaint.ts";
import { ageBandOf } from "../../../src/rules/aspects/age-band.ts";
import { complaint, contextOf, day } from "../../support/complaint.ts";

function band(changes: Partial<Complaint>, policies: Readonly<Record<string, string>> = {}) {
  const one = complaint(changes);
  return ageBandOf(one, one.received, contextOf({ policies }));
}

describe("from completed years", () => {
  test.each([
    [0, "Age_0_5"],
    [5, "Age_0_5"],
    [6, "Age_6_17"],
    [17, "Age_6_17"],
    [18, "Age_18_25"],
    [25, "Age_18_25"],
    [26, "Age_26_55"],
    [55, "Age_26_55"],
    [56, "Age_56_64"],
    [64, "Age_56_64"],
    [65, "Age_65_74"],
    [74, "Age_65_74"],
    [75, "Age_75_And_Over"],
    [120, "Age_75_And_Over"],
  ])("%i", (years, item) => {
    expect(band({ age: { kind: "years", years } })).toEqual({ item, years, implausible: false });
  });

  test("121 cannot be", () => {
    expect(band({ age: { kind: "years", years: 121 } })).toMatchObject({ item: "Age_Unknown", implausible: true });
  });
});

describe("from a date of birth", () => {
  const born = (on: string) => ({ age: { kind: "born", on: day(on) } as const });

  test("a birthday on the day it was received counts", () => {
    expect(band(born("2007-05-14")).item).toBe("Age_18_25");
    expect(band(born("2007-05-15")).item).toBe("Age_6_17");
  });

  test("on the day of the incident, when the trust says so and the day is known", () => {
    const incident = day("2025-05-01");
    expect(band({ ...born("2007-05-14"), incident }, { ageAt: "incident" }).item).toBe("Age_6_17");
    expect(band(born("2007-05-14"), { ageAt: "incident" }).item).toBe("Age_18_25");
    expect(band({ ...born("2007-05-14"), incident }).item).toBe("Age_18_25");
  });

  test("one in the future is not told, since it is a date of birth", () => {
    expect(band(born("2025-05-15"))).toEqual({ item: "Age_Unknown", years: null, implausible: true });
  });
});

test("nothing known is unknown, and no fault", () => {
  expect(band({ age: { kind: "unknown" } })).toEqual({ item: "Age_Unknown", years: null, implausible: false });
});
