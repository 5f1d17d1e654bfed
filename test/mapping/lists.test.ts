import { describe, expect, test } from "vitest";
import { FIELD_NAMES, FIELDS, type Field } from "../../src/domain/field.ts";
import { listsFor, valueKindOf } from "../../src/mapping/lists.ts";
import { readMapping } from "../../src/mapping/read-sheet.ts";
import { sheetOf } from "../support/mapping-rows.ts";
import { NO_REGISTER, registerOf, TWO_SITES } from "../support/register.ts";
import { EDITIONS, ruleBook } from "../support/rule-book.ts";

const WITH_VALUES = FIELD_NAMES.filter((field) => valueKindOf(field) !== null);
const lists = (fields: readonly Field[] = WITH_VALUES, register = registerOf(TWO_SITES), organisation: string | null = "RZZ") =>
  listsFor(new Set(fields), ruleBook(), register, organisation);
const listOf = (field: Field, ...rest: readonly [register?: typeof NO_REGISTER, organisation?: string | null]) =>
  lists([field], ...rest).get(FIELDS[field]);

describe("the lists to choose from", () => {
  test("are that of the columns and one for each field that the sheet has values of", () => {
    expect([...lists(["subjects", "outcome"]).keys()]).toEqual(["Columns", "Subjects", "Outcome"]);
  });

  test("of the columns every one, and that it is not needed", () => {
    expect(lists([]).get("Columns")).toEqual([...Object.values(FIELDS), "(not needed)"]);
  });

  test("of items with their numbers, without totals, and that a word says nothing", () => {
    const services = listOf("services") ?? [];
    expect(services).toContain("5.28 Inpatient");
    expect(services.at(-1)).toBe("(says nothing)");
    expect(services.join("\n")).not.toMatch(/total/i);
  });

  test("of subjects also clinical treatment and its groups", () => {
    expect(listOf("subjects")).toEqual(expect.arrayContaining(["7.54 Communications", "Clinical treatment"]));
    expect(listOf("subjects")?.some((entry) => entry.startsWith("6."))).toBe(true);
    expect(listOf("professions")).not.toContain("Clinical treatment");
  });

  test("of meanings each once, in its usual words", () => {
    expect(listOf("outcome")).toEqual([
      "Upheld",
      "Partially upheld",
      "Not upheld",
      "Withdrawn",
      "Inconclusive",
      "In progress",
      "(says nothing)",
    ]);
    expect(listOf("overdue")).toEqual(listOf("investigated"));
  });
});

describe("of sites", () => {
  test("the organisation's own that are open, by code, and the organisation for a site without one", () => {
    const register = registerOf([
      ...TWO_SITES.toReversed(),
      { code: "RZZ03", name: "Old hospital", parent: "RZZ", closed: "2020-01-01" },
      { code: "RYY01", name: "Another trust's", parent: "RYY", closed: null },
      { code: "RZZ", name: "The trust", parent: "RZZ", closed: null },
      { code: "RZZ09", name: "From the trust's own table", parent: null, closed: null },
    ]);
    expect(listOf("siteName", register)).toEqual([
      "RZZ01 General hospital",
      "RZZ02 Healthcare clinic",
      "RZZ09 From the trust's own table",
      "RZZ (a site without an ODS code)",
    ]);
    expect(listOf("siteCode", register)).toEqual(listOf("siteName", register));
  });

  test("none without a register, nor without an organisation", () => {
    expect(listOf("siteName", NO_REGISTER)).toEqual(["RZZ (a site without an ODS code)"]);
    expect(listOf("siteName", NO_REGISTER, null)).toEqual([]);
  });
});

test("dates, references and names have no values to choose for", () => {
  const without: readonly Field[] = ["reference", "received", "dateOfBirth", "age", "organisation", "lead", "due"];
  for (const field of without) expect(valueKindOf(field), field).toBeNull();
});

describe.each(EDITIONS)("every entry of every list can be chosen in %s", (edition) => {
  const book = ruleBook(edition);
  const all = listsFor(new Set(WITH_VALUES), book, registerOf(TWO_SITES), "RZZ");

  test.each(WITH_VALUES)("%s", (field) => {
    const entries = all.get(FIELDS[field]) ?? [];
    expect(entries.length).toBeGreaterThan(2);
    const lines = entries.map((choice, index) => ({ heading: FIELDS[field], value: `Local ${index}`, choice }));
    expect(() => readMapping(sheetOf(lines), book)).not.toThrow();
  });
});
