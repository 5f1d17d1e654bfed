import { describe, expect, test } from "vitest";
import type { Field } from "../../src/domain/field.ts";
import { NO_SETTINGS, type Settings } from "../../src/domain/settings.ts";
import { lineKey, type Mapping, withMapping } from "../../src/mapping/mapping.ts";

const NOTHING: Mapping = { columns: new Map(), notNeeded: [], values: new Map(), sites: [], lines: new Map(), answers: [] };
const values = (field: Field, words: Readonly<Record<string, string>>) => new Map([[field, new Map(Object.entries(words))]]);
const together = (settings: Partial<Settings>, mapping: Partial<Mapping>) =>
  withMapping({ ...NO_SETTINGS, ...settings }, { ...NOTHING, ...mapping });

test("a mapping in which nothing was chosen changes nothing", () => {
  const settings: Settings = { ...NO_SETTINGS, organisation: "RZZ", sites: [{ name: "Elm", code: "RZZ01" }] };
  expect(withMapping(settings, NOTHING)).toEqual(settings);
});

describe("what was chosen in the sheet wins over ko41a.yaml", () => {
  test("for columns, and leaves the others", () => {
    const columns = new Map<Field, string>([
      ["received", "Logged"],
      ["closed", "Done"],
    ]);
    expect(together({ columns }, { columns: new Map([["received", "First contact"]]) }).columns).toEqual(
      new Map([
        ["received", "First contact"],
        ["closed", "Done"],
      ]),
    );
  });

  test("for a heading that is not needed, whatever ko41a.yaml made of it", () => {
    const columns = new Map<Field, string>([["subjects", "About"]]);
    expect(together({ columns }, { notNeeded: ["ABOUT"] }).columns).toEqual(new Map());
  });

  test("for values, and leaves the others", () => {
    const made = together(
      { values: values("subjects", { Parking: "Other", Food: "Other" }) },
      { values: values("subjects", { Parking: "Communications" }) },
    );
    expect(made.values).toEqual(values("subjects", { Parking: "Communications", Food: "Other" }));
  });

  test("for sites, however their names are written, and leaves the others", () => {
    const sites = [
      { name: "Elm House", code: "RZZ01" },
      { name: "Oak", code: "RZZ02" },
    ];
    expect(together({ sites }, { sites: [{ name: "ELM-house", code: "RZZ03" }] }).sites).toEqual([
      { name: "Oak", code: "RZZ02" },
      { name: "ELM-house", code: "RZZ03" },
    ]);
  });

  test("for headings that are not needed", () => {
    expect(together({ notNeeded: ["Notes"] }, { notNeeded: ["Remarks"] }).notNeeded).toEqual(["Notes", "Remarks"]);
  });
});

test("a line is told from others by its heading and its value, however they are written", () => {
  expect(lineKey("Site name", "Elm House")).toBe(lineKey("site_name", "ELM-HOUSE"));
  const keys = [lineKey("Site", ""), lineKey("Site", "name"), lineKey("Site name", ""), lineKey("", "Site name")];
  expect(new Set(keys).size).toBe(keys.length);
});
