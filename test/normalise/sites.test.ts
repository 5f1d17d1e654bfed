import { expect, test } from "vitest";
import { readSites } from "../../src/normalise/sites.ts";

const site = (code: string | null, name: string | null = null, primary = false) => ({ code, name, primary });

test.each([
  ["RZZ01", "", [site("RZZ01")]],
  ["rzz01", "", [site("RZZ01")]],
  ["RZZ01; RZZ02", "", [site("RZZ01"), site("RZZ02")]],
  ["RZZ01, RZZ02\nRZZ03", "", [site("RZZ01"), site("RZZ02"), site("RZZ03")]],
  ["RZZ01; RZZ02 (primary)", "", [site("RZZ01"), site("RZZ02", null, true)]],
  ["RZZ02 ( Primary )", "", [site("RZZ02", null, true)]],
  ["", "", []],
])("codes %j, names %j", (codes, names, sites) => {
  expect(readSites(codes, names)).toEqual(sites);
});

test("as many names as codes belong together", () => {
  expect(readSites("RZZ01; RZZ02", "General hospital; Clinic")).toEqual([
    site("RZZ01", "General hospital"),
    site("RZZ02", "Clinic"),
  ]);
});

test("a name may carry the mark for its code", () => {
  expect(readSites("RZZ01; RZZ02", "General hospital; Clinic (primary)")[1]).toEqual(site("RZZ02", "Clinic", true));
});

test("with another number of names nobody can tell whose they are", () => {
  expect(readSites("RZZ01; RZZ02", "General hospital")).toEqual([site("RZZ01"), site("RZZ02")]);
});

test("names alone hold commas", () => {
  expect(readSites("", "Elm Road, Northgate; Clinic (primary)")).toEqual([
    site(null, "Elm Road, Northgate"),
    site(null, "Clinic", true),
  ]);
});
