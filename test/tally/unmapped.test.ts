import { expect, test } from "vitest";
import type { Field } from "../../src/domain/field.ts";
import { type Finding, finding } from "../../src/domain/finding.ts";
import type { ItemId } from "../../src/domain/item.ts";
import { unmappedOf } from "../../src/tally/unmapped.ts";

const local = (field: Field, words: string, item = "Service_Other"): Finding =>
  finding("warning", { kind: "fits-nowhere", field, words }, { item: item as ItemId });

test("local words with the number of their complaints, most frequent first", () => {
  const found = [
    local("services", "Ward 8"),
    local("subjects", "Parking", "Subject_Area_Other"),
    local("services", "Ward 7"),
    local("subjects", "Parking", "Subject_Area_Other"),
    finding("warning", { kind: "aspect-missing", field: "services" }),
  ];
  for (const order of [found, found.toReversed()])
    expect(unmappedOf(order)).toEqual([
      { column: "Subjects", words: "Parking", complaints: 2, countedAs: "Subject_Area_Other" },
      { column: "Service areas", words: "Ward 7", complaints: 1, countedAs: "Service_Other" },
      { column: "Service areas", words: "Ward 8", complaints: 1, countedAs: "Service_Other" },
    ]);
});

test("the same word in two columns is two", () => {
  expect(unmappedOf([local("services", "Ward 7"), local("professions", "Ward 7", "Profession_Other")])).toHaveLength(2);
});
