import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Route, routeOf, routeText } from "../../src/page/route.ts";

describe("an address in the page", () => {
  test.each<[Route, string]>([
    [{ shows: "figure", site: "RZZ01", item: "Age_0_5" }, "/figure/RZZ01/Age_0_5"],
    [{ shows: "figure", site: null, item: "Age_0_5" }, "/figure/*/Age_0_5"],
    [{ shows: "complaint", reference: "2025/17 #3" }, "/complaint/2025%2F17%20%233"],
    [{ shows: "rows", fate: "excluded", rule: "withdrawn" }, "/rows/excluded/withdrawn"],
    [{ shows: "rows", fate: "refused", rule: "" }, "/rows/refused/"],
  ])("of %o is %s, there and back", (route, text) => {
    expect(routeText(route)).toBe(text);
    expect(routeOf(`#${text}`)).toEqual(route);
  });

  test.each([
    "",
    "#",
    "#rules",
    "#put-right",
    "#/figure",
    "#/figure/RZZ01",
    "#/complaint/",
    "#/rows/lost/x",
    "#/complaint/%E0%A4%A",
    "#complaint/C-1",
  ])("%j is none", (hash) => {
    expect(routeOf(hash)).toBeNull();
  });

  test("leads back to any reference", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (reference) => {
        expect(routeOf(`#${routeText({ shows: "complaint", reference })}`)).toEqual({ shows: "complaint", reference });
      }),
    );
  });
});
