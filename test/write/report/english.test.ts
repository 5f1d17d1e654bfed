import { describe, expect, test } from "vitest";
import type { Finding, FindingDetails, FindingKind } from "../../../src/domain/finding.ts";
import type { ItemId } from "../../../src/domain/item.ts";
import { sayFinding } from "../../../src/write/report/english.ts";
import { at, found, KINDS, LABELS } from "./sample.ts";

const say = (finding: Finding) => sayFinding(finding, LABELS);
/** Without a heading, so that every kind names the column of its own. */
const PLACE = { reference: "C-9", site: "RZZ01", source: { file: "export.csv", row: 10 } };
const whole = found("relation", "error", { site: "RZZ01", item: "Age_Total" as ItemId });

test("every kind can be read by a complaints officer", async () => {
  const page = KINDS.map((kind) => {
    const { message, fix } = say(kind === "relation" ? whole : found(kind, "error", PLACE));
    return `${kind}\n  ${message}\n  ${fix}\n`;
  });
  await expect(page.join("\n")).toMatchFileSnapshot("golden/english.txt");
});

describe.each(KINDS)("%s", (kind) => {
  test.each([
    ["with its place", found(kind, "error", at("C-9", 10, "Outcome", "RZZ01"))],
    ["without reference", found(kind, "error", { source: { file: "export.xlsx", sheet: "Q1", row: 10 } })],
    ["without any place", found(kind, "warning")],
  ])("says what is wrong and what to do, %s", (_, finding) => {
    const { message, fix } = say(finding);
    for (const sentence of [message, fix]) {
      expect(sentence).toMatch(/^\S.*\.$/);
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object|\$\{|\s\s|\.\.|\s[.,]/);
    }
  });
});

const variants: { readonly [K in FindingKind]?: readonly Partial<FindingDetails[K]>[] } = {
  "implausible-date": [
    { field: "received", value: "1900-01-01" },
    { field: "dateOfBirth", value: null },
  ],
  "columns-not-read": [
    { headings: ["Ward"], missing: ["outcome"] },
    { headings: ["Ward", "Result"], missing: ["closed", "outcome", "subjects"] },
  ],
  "incomplete-export": [
    { of: "home visits", missing: "earlier", found: "2025-10-01", wanted: "2025-04-01" },
    { missing: "earlier", found: "2025-04-01", wanted: "2025-04-01" },
    { missing: "later", found: "2026-01-31", wanted: "2026-03-31" },
  ],
  "unreadable-value": [{ field: "dateOfBirth", value: null }],
  "not-a-record": [{ what: "headings" }],
  reopened: [{ original: "" }],
  "primary-site": [{ marked: 2 }],
  "unknown-site-code": [{ because: "malformed" }, { because: "closed" }, { because: "another organisation's" }],
  "no-ods-code": [{ name: null, complaints: 1, suggestion: null }, { suggestion: null }, { suggestion: "as the trust says" }],
  "undecided-outcome": [{ words: "Agreed" }],
  "no-register": [{ codes: 1 }],
  "nothing-counted": [{ complaints: 1 }],
  "clinical-group-unknown": [{ words: null }],
  "implausible-age": [{ years: null }],
  "conflicting-rows": [
    { rows: Array.from({ length: 40 }, (_, row) => ({ file: "export.csv", row: row + 2 })) },
    {
      rows: [
        { file: "a.csv", row: 2 },
        { file: "b.xlsx", sheet: "May", row: 2 },
      ],
    },
  ],
  relation: [
    { how: "at-least", says: "Total New" },
    { how: "at-least", says: "0", found: -3, expected: 0 },
    { how: "whole", says: "", found: 1.5, expected: null },
    { how: "forbidden", says: "", found: 0, expected: null },
    { says: "Access to treatment or drugs + ".repeat(20) },
  ],
};

test("so do the variants", () => {
  const lines = Object.entries(variants).flatMap(([kind, details]) =>
    details.map(
      (detail) =>
        say(found(kind as FindingKind, "error", { ...PLACE, site: null, item: kind === "relation" ? whole.item : null }, detail))
          .message,
    ),
  );
  expect(lines.join("\n")).toMatchInlineSnapshot(`
    "C-9 has a date in the Date received column that cannot be right (1 January 1900), so it was not counted.
    C-9 has a date in the Date of birth column that cannot be right, so it was read as blank.
    No heading of export.csv was understood as Outcome. One column was not read: “Ward”.
    No heading of export.csv was understood as Date closed, Outcome or Subjects. 2 columns were not read: “Ward” and “Result”.
    export.csv holds home visits from 1 October 2025 on, and the period begins on 1 April 2025.
    export.csv holds complaints from 1 April 2025 on: those that were open when the period began, on 1 April 2025, may be missing.
    export.csv holds complaints up to 31 January 2026, and the period ends on 31 March 2026.
    C-9 has an entry in the Date of birth column that could not be understood, so it was read as blank.
    Row 10 of export.csv repeats the headings, so it was left out.
    C-9 follows up another complaint, which it does not name, so it was left out.
    C-9 names 2 sites (RZZ01 and RZZ02), 2 of them marked as primary, so it counts at RZZ01.
    C-9 has site code “RZZ99”, which is not written like an ODS site code, so it counts under the organisation’s own code.
    C-9 has site code “RZZ99”, which belongs to a site that is closed, so it counts under the organisation’s own code.
    C-9 has site code “RZZ99”, which belongs to another organisation, so it counts under the organisation’s own code.
    1 complaint without a site counts under the organisation’s own code.
    4 complaints at “Elm House”, a site without a code, count under the organisation’s own code.
    4 complaints at “Elm House”, a site without a code, count under the organisation’s own code.
    C-9 has the outcome “Agreed”, which KO41a does not have, so it stays open in the figures.
    No site register was given, so 1 site code could not be checked and was used as recorded.
    The one complaint that was read does not count.
    C-9 is about clinical treatment, but its clinical group is not recorded, so it counts as 7.69 Other.
    C-9 has a patient’s age that cannot be right, so it counts as 3.19 Age unknown.
    C-9 is on rows 2, 3, 4, 5, 6, 7, 8 and 33 more, which do not agree in the Date closed column, so what row 2 says was used.
    C-9 is on a.csv row 2 and b.xlsx [May] row 2, which do not agree in the Date closed column, so what a.csv row 2 says was used.
    The return: 3.20 Total all ages is 14, but should be at least Total New, 15.
    The return: 3.20 Total all ages is -3, but should be at least 0.
    The return: 3.20 Total all ages is 1.5, but should be a whole number of 0 or more.
    The return: This row is the sum of the other rows, which the return must not have.
    The return: 3.20 Total all ages is 14, but its parts add up to 15."
  `);
});

describe("an open complaint that did not pass from one return to the next", () => {
  const place = { reference: "C-9", site: "RZZ01" };
  const gone = (now: FindingDetails["not-brought-forward"]["now"]) =>
    say(found("not-brought-forward", "warning", place, { now }));
  const late = (before: FindingDetails["not-carried-forward"]["before"]) =>
    say(found("not-carried-forward", "warning", place, { before }));

  test("says what became of it, or what it was", () => {
    const said = [
      gone({ kind: "not in the export" }),
      gone({ kind: "kept out", rule: "withdrawn" }),
      gone({ kind: "new" }),
      gone({ kind: "at another site", site: "RZZ02" }),
      late({ kind: "not in the export" }),
      late({ kind: "kept out", rule: "not-a-complaint" }),
      late({ kind: "resolved" }),
    ];
    expect(said.map(({ message }) => message).join("\n")).toMatchInlineSnapshot(`
      "C-9 was carried forward at RZZ01 last time, and is not in this export.
      C-9 was carried forward at RZZ01 last time, and is kept out now by rule “withdrawn”.
      C-9 was carried forward at RZZ01 last time, and counts as new now.
      C-9 was carried forward at RZZ01 last time, and is brought forward at RZZ02 now.
      C-9 is brought forward at RZZ01, and was not in the export of the last return.
      C-9 is brought forward at RZZ01, and was kept out of the last return by rule “not-a-complaint”.
      C-9 is brought forward at RZZ01, and was resolved in the last return."
    `);
  });

  test("says a word of the data without harm", () => {
    const hostile = `\u001b[2J\u202e<b>${"x".repeat(500)}\r\n`;
    for (const { message } of [
      gone({ kind: "kept out", rule: hostile }),
      gone({ kind: "at another site", site: hostile }),
      late({ kind: "kept out", rule: hostile }),
    ]) {
      expect(message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      expect(message.length).toBeLessThan(200);
    }
  });
});

describe("a column is named as it stands in the file", () => {
  test.each(["implausible-date", "unreadable-value", "conflicting-rows", "aspect-missing", "closed-before-received"] as const)(
    "%s",
    (kind) => {
      const { message, fix } = say(found(kind, "error", at("C-9", 10, "lcom_dreceived")));
      expect(message).toContain("in the lcom_dreceived column");
      expect(fix).toContain("the lcom_dreceived ");
    },
  );
});

test("a date of birth is never printed", () => {
  for (const kind of ["implausible-date", "unreadable-value"] as const) {
    const { message } = say(found(kind, "warning", at("C-9", 10, "DOB"), { field: "dateOfBirth", value: "1951-02-03" }));
    expect(message).toContain("in the DOB column");
    expect(message).not.toMatch(/1951|“/);
  }
});

test("words of the data are cut and made harmless wherever they are quoted", () => {
  const hostile = `\u001b[2J\u202e${"x".repeat(500)}\r\n`;
  const fields = [
    "value",
    "words",
    "code",
    "name",
    "heading",
    "used",
    "sheet",
    "encoding",
    "reason",
    "rule",
    "original",
    "says",
    "label",
    "chosen",
  ];
  for (const kind of KINDS) {
    const detail = Object.fromEntries(fields.map((field) => [field, hostile]));
    const finding = found(kind, "error", { ...at(hostile, 3, "X"), source: { file: hostile, sheet: hostile, row: 3 } }, detail);
    const { message, fix } = say({ ...finding, site: hostile });
    expect(`${message}${fix}`).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    if (kind !== "relation") expect(message.length).toBeLessThan(500);
  }
});
