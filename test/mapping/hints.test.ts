import { expect, test } from "vitest";
import type { ItemId } from "../../src/domain/item.ts";
import type { Hint, RuleBook } from "../../src/domain/rule-book.ts";
import { normaliseWords } from "../../src/domain/words.ts";
import { hintFor } from "../../src/mapping/hints.ts";
import { EDITIONS, ruleBook } from "../support/rule-book.ts";

const hint = (words: string, item: string | null): Hint => ({ words, item: item as ItemId | null });
const book: RuleBook = {
  ...ruleBook(),
  hints: [
    hint("rude", "Subject_Area_Values_And_Behaviours"),
    hint("rude letter", "Subject_Area_Communications"),
    hint("surgery", null),
    hint("ward", "Service_Inpatient"),
  ],
};
const itemOf = (words: string, field: "subjects" | "services") => hintFor(words, field, book)?.item;

test("a hint stands anywhere in the words, as a whole word", () => {
  expect(itemOf("Staff were RUDE.", "subjects")).toBe("Subject_Area_Values_And_Behaviours");
  expect(itemOf("Crude drawing", "subjects")).toBeUndefined();
});

test("of several the longest counts", () => {
  expect(itemOf("A rude letter", "subjects")).toBe("Subject_Area_Communications");
});

test("a hint is one for the field of its item only", () => {
  expect(itemOf("Ward 7", "services")).toBe("Service_Inpatient");
  expect(itemOf("Ward 7", "subjects")).toBeUndefined();
});

test("clinical treatment is a subject and nothing else", () => {
  expect(itemOf("Problems after surgery", "subjects")).toBeNull();
  expect(itemOf("Problems after surgery", "services")).toBeUndefined();
});

test.each(EDITIONS)("the hints of %s are in the form in which they are looked for, each once", (edition) => {
  const words = ruleBook(edition).hints.map((one) => one.words);
  expect(words.length).toBeGreaterThan(0);
  expect(words).toEqual(words.map(normaliseWords));
  const pairs = ruleBook(edition).hints.map((one) => `${one.words} ${one.item}`);
  expect(new Set(pairs).size).toBe(pairs.length);
});
