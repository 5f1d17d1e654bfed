import { expect, test } from "vitest";
import { nearestSite } from "../../../src/rules/sites/suggestion.ts";
import { contextOf } from "../../support/complaint.ts";
import { registerOf } from "../../support/register.ts";

const context = contextOf({
  register: registerOf([
    { code: "RZZ01", name: "Northgate General Hospital", parent: "RZZ", closed: null },
    { code: "RZZ02", name: "Northgate Community Clinic", parent: "RZZ", closed: null },
    { code: "RYY01", name: "Southgate General Hospital", parent: "RYY", closed: null },
  ]),
});

test.each([
  ["Northgate General Hospitel", "RZZ01"],
  ["NORTHGATE GENERAL HOSP.", "RZZ01"],
  ["Northgate Comunity Clinic", "RZZ02"],
])("%s is near %s", (name, code) => {
  expect(nearestSite(name, context)?.code).toBe(code);
});

test.each(["Health bus", "Clinic", "", "x"])("nothing is near %j", (name) => {
  expect(nearestSite(name, context)).toBeNull();
});

test("a site of another organisation is never offered", () => {
  expect(nearestSite("Southgate General Hospital", context)?.code).not.toBe("RYY01");
});
