import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withOwnIds } from "../../src/ingest/own-ids.ts";
import { generic } from "../../src/ingest/sources/generic/index.ts";
import { tableOf } from "../support/table.ts";

const profile = { ...generic.profile, ownId: "_id", headings: { ...generic.profile.headings, reference: ["ref"] } };
const tableFrom = (...rows: readonly (readonly [id: string, ref: string])[]) =>
  tableOf(profile, ["ref", "_id"], ...rows.map(([id, ref]) => [ref, id]));
const references = (...tables: readonly ReturnType<typeof tableFrom>[]) =>
  withOwnIds(tables).flatMap(({ rows }) => rows.map(({ cells }) => cells[0]));

describe("a record's reference", () => {
  test("stays where it is its own, however often the record stands there", () => {
    expect(references(tableFrom(["1", "A"], ["2", "B"]), tableFrom(["1", "A"]))).toEqual(["A", "B", "A"]);
  });

  test.each([
    ["is missing", [["1", ""]], ["1"]],
    [
      "is another's too",
      [
        ["1", "A"],
        ["2", "A"],
      ],
      ["1", "2"],
    ],
    [
      "changed",
      [
        ["1", "A"],
        ["1", "B"],
      ],
      ["1", "1"],
    ],
    [
      "is another's id",
      [
        ["1", ""],
        ["2", "1"],
      ],
      ["1", "2"],
    ],
  ] as const)("is the system's id where it %s", (_, rows, expected) => {
    expect(references(tableFrom(...rows))).toEqual(expected);
    expect(references(...rows.map((row) => tableFrom(row)))).toEqual(expected);
  });

  test("is left alone in an export of a system without such ids", () => {
    const plain = tableOf(generic.profile, ["ref", "_id"], ["A", "1"], ["A", "2"]);
    expect(withOwnIds([plain])[0]).toBe(plain);
  });
});

test("two rows have one reference exactly when they have one id", () => {
  const row = fc.tuple(fc.constantFrom("1", "2", "3", "4"), fc.constantFrom("", "A", "B", "1", "2"));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
      const settled = references(...rows.map((one) => tableFrom(one)));
      for (const [a, [id]] of rows.entries())
        for (const [b, [other]] of rows.entries()) expect(settled[a] === settled[b]).toBe(id === other);
    }),
  );
});
