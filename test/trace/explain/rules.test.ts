import { describe, expect, test } from "vitest";
import { rulesInto, ruleUses } from "../../../src/trace/explain/rules.ts";
import { findItem } from "../../../src/trace/find.ts";
import { BOOK, CATALOGUE, MADE } from "../../support/traced.ts";

const into = (id: string, ...rules: readonly string[]) => rulesInto(findItem(id, BOOK.items), rules, CATALOGUE);
const uses = (lists: readonly (readonly string[])[], policies: Readonly<Record<string, string>> = MADE.policies) =>
  ruleUses(lists, CATALOGUE, BOOK, { ...MADE, policies });

describe("of a complaint's rules", () => {
  const rules = ["new-in-period", "resolved-in-period", "withdrawn", "no-ods-code", "every-aspect", "age-band"];

  test.each([
    ["Complaints_Total_New", ["new-in-period"]],
    ["Complaints_Number_Not_Upheld", ["resolved-in-period", "withdrawn"]],
    ["Complaints_Number_Upheld", ["resolved-in-period"]],
    ["Age_0_5", ["age-band"]],
    ["Profession_Nursing", ["every-aspect"]],
    ["Complaints_Total_Brought_Forward", []],
  ])("those count that put it into %s", (id, expected) => {
    expect(into(id, ...rules)).toEqual(expected);
  });

  test("one that says where it counts puts it into no figure", () => {
    expect(into("Complaints_Total_New", "no-ods-code", "site-name-matched", "primary-site")).toEqual([]);
  });

  test("one that nobody knows any more is left out", () => {
    expect(into("Complaints_Total_New", "gone-for-ever", "new-in-period")).toEqual(["new-in-period"]);
  });
});

describe("rules at work", () => {
  test("stand once each in the order of the catalogue, with how often they are named", () => {
    const found = uses([["new-in-period", "age-band"], ["age-band"], ["withdrawn", "age-band"], []]);
    expect(found.map(({ rule, counts }) => [rule.id, counts])).toEqual([
      ["withdrawn", 1],
      ["age-band", 3],
      ["new-in-period", 1],
    ]);
  });

  test("name the policy that chooses what they do, as the run had it", () => {
    const [use] = uses([["withdrawn"]], { ...MADE.policies, withdrawn: "not-upheld" });
    expect(use?.policy).toEqual({ name: "withdrawn", value: "not-upheld", values: ["exclude", "not-upheld"] });
  });

  test("have the usual choice of a policy that the file does not name", () => {
    expect(uses([["age-band"]], {})[0]?.policy).toEqual({
      name: "ageAt",
      value: "received",
      values: ["received", "incident"],
    });
  });

  test("without a choice have no policy, and unknown ones are left out", () => {
    expect(uses([["new-in-period", "gone-for-ever"]]).map(({ rule, policy }) => [rule.id, policy])).toEqual([
      ["new-in-period", null],
    ]);
    expect(uses([])).toEqual([]);
  });
});
