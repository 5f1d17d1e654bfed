import { describe, expect, test } from "vitest";
import { changedFigures, changedSums, levelOf, rowsAt, sitesOf } from "../../../src/trace/diff/figures.ts";
import { siteRow } from "../../support/figures.ts";
import { BOOK, RZZ, workbookReturn } from "../../support/traced.ts";

const { items } = BOOK;
const sites = workbookReturn([siteRow("RZZ01"), siteRow("RZZ02")]);
const whole = workbookReturn([], { overall: siteRow("RZZ", { Complaints_Total_New: 11 }) });

describe("the level", () => {
  test("is the site where both have sites, and the organisation where one has no more than that", () => {
    expect(levelOf(sites, sites)).toBe("site");
    expect(levelOf(whole, sites)).toBe("organisation");
    expect(levelOf(sites, whole)).toBe("organisation");
    expect(levelOf(whole, whole)).toBe("organisation");
  });

  test("is the site for a return in which nothing counted", () => {
    expect(levelOf(workbookReturn([]), sites)).toBe("site");
  });
});

describe("rows", () => {
  test("at site level are those of the return", () => {
    expect(rowsAt("site", sites, RZZ, items)).toBe(sites.rows);
  });

  test("at organisation level are its own row, or the sum of its sites", () => {
    expect(rowsAt("organisation", whole, RZZ, items)).toEqual([
      { ...siteRow("RZZ", { Complaints_Total_New: 11 }), siteName: RZZ.name },
    ]);
    const [sum] = rowsAt("organisation", sites, RZZ, items);
    expect(sum).toMatchObject({
      siteCode: "RZZ",
      siteName: RZZ.name,
      counts: { Complaints_Total_New: 10, Complaints_Total_Carried_Forward: 8, Age_0_5: 0 },
    });
  });

  test("at organisation level stand under the organisation of the comparison, whatever the file calls it", () => {
    const strange = { code: "RYY", name: "Another trust" };
    for (const given of [whole, sites, workbookReturn(sites.rows, { organisation: { code: "", name: "" } })])
      expect(rowsAt("organisation", given, strange, items)).toMatchObject([{ siteCode: "RYY", siteName: "Another trust" }]);
  });
});

describe("changed figures", () => {
  test("have the site, the item and both figures, in the order of sites and items", () => {
    const now = [siteRow("RZZ02", { Complaints_Total_New: 6 }), siteRow("RZZ01", { Age_26_55: 4, Age_0_5: 1 })];
    expect(changedFigures(sites.rows, now, "RZZ", items)).toEqual([
      { site: "RZZ01", siteName: "RZZ01", item: "Age_0_5", a: 0, b: 1 },
      { site: "RZZ01", siteName: "RZZ01", item: "Age_26_55", a: 5, b: 4 },
      { site: "RZZ02", siteName: "RZZ02", item: "Complaints_Total_New", a: 5, b: 6 },
    ]);
  });

  test("are none where nothing has changed, whatever the order of the rows", () => {
    expect(changedFigures(sites.rows, sites.rows.toReversed(), "RZZ", items)).toEqual([]);
  });

  test("are null where a figure is blank or no number, on either side", () => {
    const blank = [siteRow("RZZ01", { Service_Maternity: Number.NaN, Age_0_5: Number.NaN })];
    const filled = [siteRow("RZZ01", { Service_Maternity: 3 })];
    expect(changedFigures(blank, filled, "RZZ", items).map(({ item, a, b }) => [item, a, b])).toEqual([
      ["Age_0_5", null, 0],
      ["Service_Maternity", null, 3],
    ]);
    expect(changedFigures(filled, blank, "RZZ", items).map(({ a, b }) => [a, b])).toEqual([
      [0, null],
      [3, null],
    ]);
    expect(changedFigures(blank, blank, "RZZ", items)).toEqual([]);
  });

  test("of a site that one side lacks are against zeros", () => {
    const alone = [siteRow("RZZ01")];
    const changes = changedFigures(alone, [], "RZZ", items);
    expect(changes.every(({ a, b }) => a !== 0 && b === 0)).toBe(true);
    expect(changes).toHaveLength(Object.values(siteRow("RZZ01").counts).filter((figure) => figure !== 0).length);
    expect(changedFigures([], alone, "RZZ", items).map(({ a, b }) => [b, a])).toEqual(changes.map(({ a, b }) => [a, b]));
  });

  test("have the site's latest name", () => {
    const named = (siteName: string, fresh: number) => ({ ...siteRow("RZZ01", { Complaints_Total_New: fresh }), siteName });
    const [renamed] = changedFigures([named("Old", 1)], [named("New", 2)], "RZZ", items);
    expect(renamed?.siteName).toBe("New");
    expect(changedFigures([named("Old", 1)], [], "RZZ", items)[0]?.siteName).toBe("Old");
  });
});

test("sites are those of both sides, each once, by code, the organisation's own last", () => {
  const [b, a, c] = [siteRow("RZZ02"), siteRow("RZZ01"), siteRow("RZZ")];
  expect(sitesOf([b, a], [c, b], "RZZ")).toEqual(["RZZ01", "RZZ02", "RZZ"]);
});

describe("sums over all sites", () => {
  const [one, two] = [siteRow("RZZ01", { Complaints_Total_New: 5 }), siteRow("RZZ02", { Complaints_Total_New: 5 })];

  test("do not differ by what has moved between sites", () => {
    const moved = [siteRow("RZZ01", { Complaints_Total_New: 4 }), siteRow("RZZ02", { Complaints_Total_New: 6 })];
    expect(changedSums([one, two], moved, items)).toEqual([]);
  });

  test("differ by what came in at one of them", () => {
    const more = [siteRow("RZZ01", { Complaints_Total_New: 7 }), two];
    expect(changedSums([one, two], more, items)).toEqual([{ item: "Complaints_Total_New", a: 10, b: 12 }]);
  });

  test("are blank where one site's figure is", () => {
    const blank = [siteRow("RZZ01", { Complaints_Total_New: Number.NaN }), two];
    expect(changedSums(blank, [one, two], items)).toEqual([{ item: "Complaints_Total_New", a: null, b: 10 }]);
  });
});
