import { describe, expect, test } from "vitest";
import { NO_SETTINGS, type Settings } from "../src/domain/settings.ts";
import { sourcesFor } from "../src/ingest/sources/index.ts";
import { mapExports } from "../src/map-export.ts";
import { withMapping } from "../src/mapping/mapping.ts";
import { readMapping } from "../src/mapping/read-sheet.ts";
import { exportFile } from "./support/export-file.ts";
import { type SheetLine, sheetOf } from "./support/mapping-rows.ts";
import { problemsOf } from "./support/refusal.ts";
import { registerOf, TWO_SITES } from "./support/register.ts";
import { periodOf, ruleBook } from "./support/rule-book.ts";

interface Choices {
  readonly settings?: Partial<Settings>;
  readonly earlier?: readonly SheetLine[];
}

function map(texts: readonly string[], { settings = {}, earlier }: Choices = {}) {
  const mapping = earlier === undefined ? null : readMapping(sheetOf(earlier), ruleBook());
  const plain: Settings = { ...NO_SETTINGS, ...settings };
  return mapExports(
    texts.map((text, index) => exportFile(`export-${index + 1}.csv`, text)),
    {
      period: periodOf("2025-26"),
      book: ruleBook(),
      register: registerOf(TWO_SITES),
      organisation: "RZZ",
      settings: mapping === null ? plain : withMapping(plain, mapping),
      sources: sourcesFor("auto"),
      earlier: mapping,
    },
  );
}
const shapes = async (...given: Parameters<typeof map>) =>
  (await map(...given)).lines.map(({ heading, field, value, rows, status }) => [heading, field, value, rows, status]);

describe("an export that is understood", () => {
  const text = "Complaint reference,Date received,Outcome,Weather\nC-1,14/05/2025,Upheld,fine\nC-2,15/05/2025,Well founded,\n";

  test("is surveyed heading by heading and value by value", async () => {
    expect(await shapes([text])).toEqual([
      ["Complaint reference", "reference", "", 2, "understood"],
      ["Date received", "received", "", 2, "understood"],
      ["Outcome", "outcome", "", 2, "understood"],
      ["Weather", null, "", 1, "to choose"],
      ["Outcome", "outcome", "Upheld", 1, "understood"],
      ["Outcome", "outcome", "Well founded", 1, "to choose"],
    ]);
  });

  test("has one line for what several exports have, with the rows of all", async () => {
    const { lines, files } = await map([text, text]);
    expect(files).toEqual(["export-1.csv", "export-2.csv"]);
    expect(
      lines
        .filter(({ heading }) => heading === "Outcome")
        .map(({ value, rows }) => [value, rows])
        .slice(1),
    ).toEqual([
      ["Upheld", 2],
      ["Well founded", 2],
    ]);
  });

  test("keeps what was chosen before, and asks only for what is new", async () => {
    const earlier = [
      { heading: "Outcome", column: "Outcome", value: "Well founded", choice: "Upheld" },
      { heading: "Weather", choice: "(not needed)" },
    ];
    const more = `${text}C-3,16/05/2025,Unfounded,rain\n`;
    expect((await shapes([more], { earlier })).slice(3)).toEqual([
      ["Weather", null, "", 2, "left out"],
      ["Outcome", "outcome", "Unfounded", 1, "new, to choose"],
      ["Outcome", "outcome", "Upheld", 1, "understood"],
      ["Outcome", "outcome", "Well founded", 1, "chosen"],
    ]);
  });
});

describe("an export that nobody understands", () => {
  const text = "Ref no,First contact,Result,Remarks\nC-1,14/05/2025,Upheld,PRIVATE-story\nC-2,15/05/2025,Well founded,x\n";

  test("is surveyed all the same, with suggestions and with the values of what is suggested", async () => {
    const { lines, missing } = await map([text]);
    expect(lines.filter(({ kind }) => kind === "heading").map(({ heading, suggestion }) => [heading, suggestion])).toEqual([
      ["Ref no", "Complaint reference"],
      ["First contact", "Date received"],
      ["Result", "Outcome"],
      ["Remarks", ""],
    ]);
    expect(lines.filter(({ kind }) => kind === "value").map(({ value }) => value)).toEqual(["Upheld", "Well founded"]);
    expect(missing).toEqual(expect.arrayContaining(["reference", "received", "outcome"]));
  });

  test("is understood once its headings were chosen", async () => {
    const earlier = [
      { heading: "Ref no", choice: "Complaint reference" },
      { heading: "First contact", choice: "Date received" },
    ];
    const { lines } = await map([text], { earlier });
    expect(lines.slice(0, 2).map(({ field, status }) => [field, status])).toEqual([
      ["reference", "chosen"],
      ["received", "chosen"],
    ]);
  });

  test("is refused as generate would when nothing in it looks like headings", async () => {
    const [problem] = await problemsOf(() => map(["1,2\n3,4\n"]));
    expect(problem?.what).toContain('"Complaint reference" and "Date received"');
  });
});

test("no cell of what is personal or free text gets into the sheet", async () => {
  const headings = ["Complaint reference", "Date received", "Complainant name", "Description", "Site manager", "Date of birth"];
  const sheet = await map([`${headings.join()}\nPRIVATE-1,14/05/2025,PRIVATE-a,PRIVATE-b,PRIVATE-c,12/05/1980\n`]);
  const all = JSON.stringify([sheet.lines, [...sheet.lists]]);
  expect(all).not.toMatch(/PRIVATE-|1980/);
});
