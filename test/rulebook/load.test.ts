import { describe, expect, test } from "vitest";
import { ITEM } from "../../src/domain/item.ts";
import { isoDate, plusDays } from "../../src/domain/local-date.ts";
import type { RuleBook } from "../../src/domain/rule-book.ts";
import { EDITIONS, ruleBook } from "../support/rule-book.ts";

test("there is more than one edition, each named after its year", () => {
  expect(EDITIONS.length).toBeGreaterThan(1);
  for (const edition of EDITIONS) expect(ruleBook(edition).edition).toBe(edition);
});

describe.each(EDITIONS)("edition %s", (edition) => {
  const book = ruleBook(edition);

  test("has the 78 items of sections 2 to 8, each id and number once", () => {
    expect(book.items).toHaveLength(78);
    expect(new Set(book.items.map(({ id }) => id)).size).toBe(78);
    expect(new Set(book.items.map(({ number }) => number)).size).toBe(78);
    expect(book.items.map(({ number }) => Number(number.split(".")[1]))).toEqual(
      Array.from({ length: 78 }, (_, index) => index + 5),
    );
  });

  test("numbers each item in its own section", () => {
    for (const { number, section } of book.items) expect(number.startsWith(`${section}.`)).toBe(true);
    expect(book.items.filter(({ section }) => section === 5)).toEqual(book.itemsOfSection(5));
  });

  test("has the one number that NHS England prints", () => {
    expect(book.items.find(({ number }) => number === "5.31")?.label).toBe("Other Community Healthcare Services");
  });

  test("has the items that rules name", () => {
    const ids = new Set(book.items.map(({ id }) => id));
    for (const id of Object.values(ITEM)) expect(ids).toContain(id);
  });

  test("divides its year into four quarters without a gap", () => {
    const [year, ...quarters] = book.periods;
    expect(year).toMatchObject({ label: edition, kind: "year", start: `${edition.slice(0, 4)}-04-01` });
    expect(quarters.map(({ label }) => label)).toEqual([1, 2, 3, 4].map((quarter) => `${edition}Q${quarter}`));
    expect(quarters[0]?.start).toBe(year?.start);
    expect(quarters[3]?.end).toBe(year?.end);
    for (const [index, quarter] of quarters.slice(1).entries()) {
      const before = quarters[index];
      if (before === undefined) throw new Error("a quarter is missing");
      expect(quarter.start).toBe(plusDays(before.end, 1));
    }
  });

  test("has age bands without a gap, from birth to any age", () => {
    expect(book.ageBands[0]?.from).toBe(0);
    expect(book.ageBands.at(-1)?.to).toBeNull();
    for (const [index, band] of book.ageBands.slice(1).entries()) expect(band.from).toBe((book.ageBands[index]?.to ?? 0) + 1);
  });

  test("has real dates as bank holidays, eight or more for each year the return touches", () => {
    const first = Number(edition.slice(0, 4));
    for (const date of book.bankHolidays) expect(isoDate(date)).toBe(date);
    for (const year of [first, first + 1])
      expect([...book.bankHolidays].filter((date) => date.startsWith(`${year}-`)).length).toBeGreaterThanOrEqual(8);
  });

  test("offers each policy's default among its values", () => {
    for (const { name, values, default: value } of book.policyChoices) {
      expect(values).toContain(value);
      expect(book.defaultPolicies[name]).toBe(value);
    }
  });

  test("adds a sub-total before the total that uses it", () => {
    const added = new Set<string>();
    const totals = new Set(totalsOf(book));
    for (const check of book.relations.flatMap(({ checks }) => checks)) {
      if (check.verb !== "adds-up") continue;
      for (const id of [...check.plus, ...check.minus]) if (totals.has(id)) expect(added).toContain(id);
      added.add(check.total);
    }
    expect([...added].sort()).toEqual(totalsOf(book).sort());
  });
});

function totalsOf({ items }: RuleBook): string[] {
  return items.filter(({ kind }) => kind === "total").map(({ id }) => id);
}
