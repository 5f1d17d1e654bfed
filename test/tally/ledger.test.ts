import { describe, expect, test } from "vitest";
import { ITEM, type ItemId } from "../../src/domain/item.ts";
import type { Place } from "../../src/domain/source-table.ts";
import { balanceOf, ledgerOf, type RefusedPlace, type Settled, traceOf } from "../../src/tally/ledger.ts";
import { complaint } from "../support/complaint.ts";

const place = (row: number): Place => ({ file: "export.csv", row });
const [first, second, third, fourth, fifth] = [2, 3, 4, 5, 6].map(place) as [Place, Place, Place, Place, Place];
const items: readonly ItemId[] = [ITEM.new];

const settled: readonly Settled[] = [
  {
    fate: "counted",
    complaint: complaint({ reference: "C-1", source: [first, third] }),
    site: "RZZ01",
    items,
    rules: ["age-band"],
  },
  {
    fate: "excluded",
    complaint: complaint({ reference: "C-2", source: [second] }),
    rule: "withdrawn",
    notes: [],
    otherwise: null,
  },
  {
    fate: "merged",
    complaint: complaint({ reference: "C-3", source: [fourth] }),
    rule: "reopened",
    into: "C-1",
    otherwise: null,
  },
];
const refused: readonly RefusedPlace[] = [{ place: fifth, reference: "C-5", rule: "received-unreadable", fate: "refused" }];
const places = [first, second, third, fourth, fifth];

describe("the ledger", () => {
  test("has one line for each input row, in the order of the file", () => {
    expect(ledgerOf(places, settled, refused)).toEqual([
      { file: "export.csv", row: 2, reference: "C-1", fate: "counted", rule: "", site: "RZZ01", items },
      { file: "export.csv", row: 3, reference: "C-2", fate: "excluded", rule: "withdrawn", site: "", items: [] },
      { file: "export.csv", row: 4, reference: "C-1", fate: "merged", rule: "merged-rows", site: "RZZ01", items: [] },
      { file: "export.csv", row: 5, reference: "C-3", fate: "merged", rule: "reopened", site: "", items: [] },
      { file: "export.csv", row: 6, reference: "C-5", fate: "refused", rule: "received-unreadable", site: "", items: [] },
    ]);
  });

  test("keeps the reason for every row of a complaint that was merged into another", () => {
    const rows = complaint({ reference: "C-3", source: [second, third] });
    const lines = ledgerOf(
      [second, third],
      [{ fate: "merged", complaint: rows, rule: "reopened", into: "C-1", otherwise: null }],
      [],
    );
    expect(lines.map(({ fate, rule }) => [fate, rule])).toEqual([
      ["merged", "reopened"],
      ["merged", "reopened"],
    ]);
  });

  test("names the sheet beside the file", () => {
    const sheet: Place = { file: "export.xlsx", sheet: "North", row: 2 };
    const [line] = ledgerOf(
      [sheet],
      [{ fate: "excluded", complaint: complaint({ source: [sheet] }), rule: "withdrawn", notes: [], otherwise: null }],
      [],
    );
    expect(line?.file).toBe("export.xlsx [North]");
  });

  test("a row without a fate is a bug and stops everything", () => {
    expect(() => ledgerOf([...places, place(9)], settled, refused)).toThrow(/row 9/);
  });
});

test("the balance counts rows by their fate", () => {
  expect(balanceOf(ledgerOf(places, settled, refused))).toEqual({ rows: 5, counted: 1, excluded: 1, merged: 2, refused: 1 });
});

describe("the trace", () => {
  const traced = traceOf(settled, refused);

  test("has every complaint, counted or not", () => {
    expect(traced.map(({ reference, fate, site, rules }) => [reference, fate, site, rules])).toEqual([
      ["C-1", "counted", "RZZ01", ["age-band"]],
      ["C-2", "excluded", null, ["withdrawn"]],
      ["C-3", "merged", null, ["reopened"]],
      ["C-5", "refused", null, ["received-unreadable"]],
    ]);
  });

  test("says into which complaint another was merged", () => {
    expect(traced.map(({ mergedInto }) => mergedInto)).toEqual([undefined, undefined, "C-1", undefined]);
  });

  test("names every row of a complaint", () => {
    expect(traced[0]?.source).toEqual([first, third]);
  });

  test("has a refused row only when no complaint of its reference was read", () => {
    expect(traceOf(settled, [{ place: fifth, reference: "C-1", rule: "ragged-row", fate: "refused" }])).toHaveLength(3);
    expect(traceOf([], [{ place: fifth, reference: "", rule: "reference-missing", fate: "refused" }])).toEqual([]);
  });
});
