import { expect, test } from "vitest";
import { mappingJson } from "../../../src/write/mapping/json.ts";
import { AWKWARD, heading, LISTS, SAMPLE, sheetOf, value } from "./sample.ts";

test("the sheet for programs", async () => {
  await expect(mappingJson(SAMPLE)).toMatchFileSnapshot("golden/mapping.json");
  const read: { lists: object } = JSON.parse(mappingJson(SAMPLE));
  expect(new Map(Object.entries(read.lists))).toEqual(LISTS);
});

test("any words stand there as they are, with nothing unseen in the text", () => {
  const text = mappingJson(
    sheetOf([...AWKWARD.map((words) => heading(words)), ...AWKWARD.map((words) => value("subjects", words))]),
  );
  const { headings, values }: Record<"headings" | "values", { heading: string; value: string }[]> = JSON.parse(text);
  expect(headings.map((one) => one.heading)).toEqual(AWKWARD);
  expect(values.map((one) => one.value)).toEqual(AWKWARD);
  expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
});

test("nothing is empty lists", () => {
  const empty = { schema: "ko41a-mapping/1", files: [], missing: [], headings: [], values: [], lists: {} };
  expect(JSON.parse(mappingJson(sheetOf([], { files: [], lists: new Map() })))).toEqual(empty);
});
