import { describe, expect, test } from "vitest";
import { changedSites } from "../../../src/trace/diff/sites.ts";
import { siteRow } from "../../support/figures.ts";

const site = (siteCode: string, siteName = siteCode) => ({ ...siteRow(siteCode), siteName });

describe("a site", () => {
  test("that stayed is not mentioned", () => {
    expect(changedSites([site("RZZ01", "General hospital")], [site("RZZ01", "General hospital")], "RZZ")).toEqual([]);
  });

  test("that one side lacks is new or closed", () => {
    expect(changedSites([site("RZZ01", "North")], [site("RZZ02", "South")], "RZZ")).toEqual([
      { kind: "closed", code: "RZZ01", a: "North", b: null, perhaps: null },
      { kind: "new", code: "RZZ02", a: null, b: "South", perhaps: null },
    ]);
  });

  test("that has another name is renamed", () => {
    expect(changedSites([site("RZZ01", "North")], [site("RZZ01", "North wing")], "RZZ")).toEqual([
      { kind: "renamed", code: "RZZ01", a: "North", b: "North wing", perhaps: null },
    ]);
  });

  test("is not renamed by another spelling", () => {
    expect(changedSites([site("RZZ01", "St. Mary's")], [site("RZZ01", "ST MARYS ")], "RZZ")).toEqual([]);
  });

  test("is not renamed where a form shows its code, or nothing, in place of a name", () => {
    const named = [site("RZZ01", "North")];
    for (const bare of [[site("RZZ01")], [site("RZZ01", "")]]) {
      expect(changedSites(named, bare, "RZZ")).toEqual([]);
      expect(changedSites(bare, named, "RZZ")).toEqual([]);
    }
  });
});

describe("a site with the same name under another code", () => {
  test("is perhaps the same", () => {
    expect(changedSites([site("RZZ01", "North")], [site("RZZ09", "north")], "RZZ")).toEqual([
      { kind: "closed", code: "RZZ01", a: "North", b: null, perhaps: "RZZ09" },
      { kind: "new", code: "RZZ09", a: null, b: "north", perhaps: "RZZ01" },
    ]);
  });

  test("is nobody's successor while both codes are there", () => {
    const before = [site("RZZ01", "North")];
    expect(changedSites(before, [...before, site("RZZ09", "North")], "RZZ").map(({ code, perhaps }) => [code, perhaps])).toEqual([
      ["RZZ09", null],
    ]);
  });

  test("is not guessed where several have the name", () => {
    const changes = changedSites([site("RZZ01", "North")], [site("RZZ08", "North"), site("RZZ09", "North")], "RZZ");
    expect(changes.map(({ code, perhaps }) => [code, perhaps])).toEqual([
      ["RZZ01", null],
      ["RZZ08", "RZZ01"],
      ["RZZ09", "RZZ01"],
    ]);
  });

  test("is not guessed where the form shows no names", () => {
    const perhaps = (a: string, b: string) =>
      changedSites([site("RZZ01", a)], [site("RZZ09", b)], "RZZ").map((one) => one.perhaps);
    expect(perhaps("RZZ01", "RZZ09")).toEqual([null, null]);
    expect(perhaps("", "")).toEqual([null, null]);
    expect(perhaps("RZZ01", "")).toEqual([null, null]);
  });
});
