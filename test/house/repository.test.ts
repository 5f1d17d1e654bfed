import { describe, expect, test } from "vitest";
import { EDITIONS, ruleBook } from "../support/rule-book.ts";
import { filesBelow } from "./files.ts";

const files = await filesBelow("");
const textOf = (name: string): string => files.find((file) => file.name === name)?.text ?? "";

describe("the repository", () => {
  test("stands alone: no path of a machine, no folder beside it", () => {
    const path = /(?<![\w.*])\/(home|root|work|Users)\/[A-Za-z]|[A-Z]:\\+Users\\|\.\.\/shared\b/;
    const found = files.flatMap(({ name, text }) =>
      text.split("\n").flatMap((line, index) => (path.test(line) ? [`${name}:${index + 1}`] : [])),
    );
    expect(found).toEqual([]);
  });

  test("says of every package that it needs at run time why it is here", () => {
    const { dependencies } = JSON.parse(textOf("package.json")) as { readonly dependencies: Readonly<Record<string, string>> };
    const page = textOf("docs/dependencies.md");
    expect(Object.keys(dependencies).filter((name) => !page.includes(`| ${name} |`))).toEqual([]);
    expect(Object.values(dependencies).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test("locks versions and hashes, not the host they were fetched from", () => {
    const lock = textOf("package-lock.json");
    expect(lock).not.toContain('"resolved"');
    expect(lock.match(/"integrity": "sha512-/g)?.length).toBeGreaterThan(50);
  });
});

describe("the rule book", () => {
  test("has two editions or more", () => {
    expect(EDITIONS.length).toBeGreaterThanOrEqual(2);
  });

  test.each(EDITIONS)("of %s loads, and has the items of the latest in the same order", (edition) => {
    const { edition: label, items } = ruleBook(edition);
    expect(label).toBe(edition);
    expect(items).toHaveLength(78);
    expect(items.map(({ id }) => id)).toEqual(ruleBook(EDITIONS.at(-1)).items.map(({ id }) => id));
  });
});
