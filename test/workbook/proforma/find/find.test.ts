import { describe, expect, test } from "vitest";
import { described, FITTING, found } from "../support.ts";

describe("finds where everything goes in", () => {
  test.each(FITTING)("$name", ({ bytes, expected }) => {
    const { layout, faults } = found(bytes);
    expect(faults).toEqual([]);
    if (layout === null) throw new Error("no layout");
    const { sheet, sites, items, siteCode, siteName, listed, free, organisation, period } = expected;
    expect(described(layout)).toMatchObject({ sheet, sites, items, siteCode, siteName, listed, free, period });
    expect(described(layout).organisation.code).toBe(organisation.code);
    if (expected.firstFree !== undefined) expect(layout.endlessFrom).toBe(expected.firstFree);
  });
});
