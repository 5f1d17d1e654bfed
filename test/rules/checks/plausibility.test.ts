import { expect, test } from "vitest";
import { checkPlausibility } from "../../../src/rules/checks/plausibility.ts";
import { NONE, siteRow } from "../../support/figures.ts";
import { ruleBook } from "../../support/rule-book.ts";

const book = ruleBook();

test("shares are judged over all sites together", () => {
  const rows = [
    siteRow("RZZ01", { Complaints_Total_New: 10, Service_Other: 10 }),
    siteRow("RZZ02", { Complaints_Total_New: 90, Service_Other: 0 }),
  ];
  expect(checkPlausibility(rows, 0, book)).toEqual([]);
});

test("a share is given with its limit and its section", () => {
  const [found] = checkPlausibility([siteRow("RZZ01", { Complaints_Total_New: 20, Service_Other: 10 })], 0, book);
  expect(found).toMatchObject({
    item: "Service_Other",
    detail: { kind: "share-of-other", section: "Service area", share: 0.5, limit: book.thresholds.shareOfOther },
  });
});

test("an empty return is not implausible", () => {
  expect(checkPlausibility([], 0, book)).toEqual([]);
  expect(checkPlausibility([siteRow("RZZ01", NONE)], 0, book)).toEqual([]);
});
