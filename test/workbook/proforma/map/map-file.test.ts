import { describe, expect, test } from "vitest";
import { proformaFiller } from "../../../../src/workbook/proforma/fill/filler.ts";
import { readTemplateMap, templateMapYaml } from "../../../../src/workbook/proforma/map/map-file.ts";
import { problemsOf } from "../../../support/refusal.ts";
import { ruleBook } from "../../../support/rule-book.ts";
import { workbookOf } from "../../../support/workbook.ts";
import { FITTING, fiveSites, found } from "../support.ts";

const book = ruleBook();
const result = fiveSites();

function savedMap(bytes: Uint8Array): string {
  const { layout } = found(bytes);
  if (layout === null) throw new Error("no layout");
  return templateMapYaml(layout, book);
}

const read = (text: string) => readTemplateMap("form.map.yaml", text, book);

describe("a map that was saved and not changed fills as the finder does", () => {
  test.each(FITTING)("$name", ({ file, bytes }) => {
    const map = read(savedMap(bytes));
    expect(proformaFiller(file, bytes, book, map).fill(result).bytes).toEqual(
      proformaFiller(file, bytes, book, null).fill(result).bytes,
    );
  });
});

describe("a map that a person corrected", () => {
  const strange = book.items.map((_, index) => `Figure ${index + 1}`);
  const bytes = workbookOf([
    {
      name: "Odd form",
      rows: [
        ["Place", "Called", ...strange],
        ["", ""],
        ["", ""],
      ],
    },
  ]);
  const letters = found(FITTING[0]?.bytes ?? new Uint8Array());

  test("fills a layout that nobody could find", async () => {
    const lines = book.items.map(({ id }, index) => `  ${id}: ${letter(index + 3)}`);
    const map = read(
      `schema: ko41a-template-map/1\nsheet: Odd form\nsites: down\nfirst: 2\nlast: 9\nsiteCode: A\nsiteName: B\nitems:\n${lines.join("\n")}\n`,
    );
    expect(letters.faults).toEqual([]);
    const { proof, bytes: after } = proformaFiller("odd.xlsx", await bytes, book, map).fill(result);
    expect(proof).toMatchObject({ filled: 5 * 80, otherChanges: 0 });
    expect(after.length).toBeGreaterThan(0);
  });

  test("may leave nothing out, nor name one place twice", async () => {
    const lines = book.items.map(({ id }, index) => `  ${id}: ${index === 1 ? "C" : index === 2 ? "" : letter(index + 3)}`);
    const map = read(
      `schema: ko41a-template-map/1\nsheet: Odd form\nsites: down\nfirst: 2\nsiteCode: A\nitems:\n${lines.join("\n")}\n`,
    );
    const template = await bytes;
    const whats = (await problemsOf(() => proformaFiller("odd.xlsx", template, book, map))).map(({ what }) => what);
    expect(whats).toEqual([
      expect.stringMatching(/Two items compete.*2\.5.*2\.6/s),
      expect.stringMatching(/No cell was found for item 2\.7/),
    ]);
  });

  test("must be of a sheet that is there", async () => {
    const map = read("schema: ko41a-template-map/1\nsheet: Gone\nsites: down\nfirst: 2\nsiteCode: A\nitems: {}\n");
    const template = await bytes;
    const [problem] = await problemsOf(() => proformaFiller("odd.xlsx", template, book, map));
    expect(problem).toMatchObject({ what: expect.stringContaining('"Gone"'), fix: expect.stringContaining("Odd form") });
  });
});

function letter(column: number): string {
  return column > 26 ? letter(Math.floor((column - 1) / 26)) + letter(((column - 1) % 26) + 1) : String.fromCharCode(64 + column);
}

describe("a map with faults is refused, each with its key", () => {
  const whole = savedMap(FITTING[0]?.bytes ?? new Uint8Array());

  test.each([
    ["another schema", whole.replace("map/1", "map/2"), /^schema/],
    ["no YAML", `${whole}\n  - [`, /not YAML/],
    ["an unknown key", `${whole}colour: red\n`, /colour|Unrecognized/i],
    ["a row where a column stands", whole.replace("siteCode: A", "siteCode: 4"), /^siteCode: "4" is no letter of a column/],
    ["an unknown item", `${whole}  Complaints_Lost: C\n`, /^items\.Complaints_Lost: there is no such item/],
    ["a column beyond the last", whole.replace("siteCode: A", "siteCode: ZZZ"), /^siteCode/],
    ["a place that is no cell", whole.replace(/^period: .*$/m, "period: C9"), /^period: "C9" is no cell/],
  ])("%s", async (_, text, what) => {
    const [problem] = await problemsOf(() => read(text));
    expect(problem?.what).toMatch(what);
    expect(problem?.where).toBe("form.map.yaml");
  });
});
