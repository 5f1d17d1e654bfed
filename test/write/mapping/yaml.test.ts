import { describe, expect, test } from "vitest";
import { readConfig } from "../../../src/config/read-config.ts";
import { NO_SETTINGS, type Settings } from "../../../src/domain/settings.ts";
import { mappingYaml } from "../../../src/write/mapping/yaml.ts";
import { AWKWARD, heading, SAMPLE, sheetOf, value } from "./sample.ts";

const read = (...given: Parameters<typeof sheetOf>): Settings => readConfig("mapping.yaml", mappingYaml(sheetOf(...given)));

test("the sheet as YAML", async () => {
  await expect(mappingYaml(SAMPLE)).toMatchFileSnapshot("golden/mapping.yaml");
});

describe("read as ko41a.yaml", () => {
  test("it says what was chosen and nothing else", () => {
    expect(read(SAMPLE.lines)).toEqual({
      ...NO_SETTINGS,
      columns: new Map([["received", "First contact"]]),
      values: new Map([
        [
          "subjects",
          new Map([
            ["Lost property", "7.41 Subject 2"],
            ["n/k", ""],
          ]),
        ],
      ]),
      sites: [{ name: "Health bus", code: "RZZ02" }],
    });
  });

  test("it says nothing as long as nothing was chosen", () => {
    expect(read([])).toEqual(NO_SETTINGS);
    expect(read(SAMPLE.lines.map((line) => ({ ...line, choice: "" })))).toEqual(NO_SETTINGS);
  });

  test("it says what its comments ask once they are no comments", () => {
    const lines = [
      heading("Result", { suggestion: "Outcome", status: "to choose" }),
      value("outcome", "Partly", { suggestion: "Partially upheld" }),
      value("siteName", "General", { suggestion: "RZZ01 General hospital" }),
    ];
    const text = mappingYaml(sheetOf(lines)).replace(/^( *)# (?=["\- A-Za-z])(?!What )/gm, "$1");
    expect(readConfig("mapping.yaml", text)).toEqual({
      ...NO_SETTINGS,
      columns: new Map([["outcome", "Result"]]),
      values: new Map([["outcome", new Map([["Partly", "Partially upheld"]])]]),
      sites: [{ name: "General", code: "RZZ01" }],
    });
  });

  test("any words stand there as they are, chosen or not", () => {
    const well = AWKWARD.map((words) => words.replace(/\p{Cs}/gu, "?"));
    const chosen = well.map((words) => value("subjects", words, { choice: "7.41", status: "chosen" }));
    const open = well.map((words) => value("outcome", words, { suggestion: words }));
    const { values } = read([
      ...chosen,
      ...open,
      ...well.map((words) => heading(words, { suggestion: "Outcome", status: "to choose" })),
    ]);
    expect([...values.keys()]).toEqual(["subjects"]);
    expect([...(values.get("subjects")?.keys() ?? [])]).toEqual(well);
  });

  test("files with any name stand in one comment", () => {
    expect(read([], { files: ["a\nperiod: 1999-00\u2028.csv"] })).toEqual(NO_SETTINGS);
  });
});

describe("a key stands there once", () => {
  test("though two headings were chosen to be one column, or are read as one", () => {
    const chosen = { choice: "date RECEIVED", field: "received", status: "chosen" } as const;
    const { columns } = read([heading("Came in", chosen), heading("CAME IN", chosen), heading("Logged", { field: "received" })]);
    expect([...columns]).toEqual([["received", "Came in"]]);
  });

  test("though two columns have one value, and its choice is not lost", () => {
    const lines = [value("subjects", "Staff"), value("subjects", "Staff", { choice: "7.67", status: "chosen" })];
    expect([...(read(lines).values.get("subjects") ?? [])]).toEqual([["Staff", "7.67"]]);
  });

  test("though a site is spelled in two ways", () => {
    const chosen = { choice: "RZZ02", status: "chosen" } as const;
    const { sites } = read([value("siteName", "Day Unit", chosen), value("siteName", "DAY UNIT", chosen)]);
    expect(sites).toEqual([{ name: "Day Unit", code: "RZZ02" }]);
  });
});

describe("the code of a site", () => {
  test.each([
    ["RZZ01 General hospital", "RZZ01"],
    ["rzz01", "RZZ01"],
    ["RZZ", "RZZ"],
    ["12345", "12345"],
    ["1E100 Annexe", "1E100"],
    ["RZZ (a site without an ODS code)", "RZZ"],
    ["(says nothing)", null],
  ])("in %j is %j", (choice, code) => {
    const { sites } = read([value("siteName", "Health bus", { choice, status: "chosen" })]);
    expect(sites).toEqual(code === null ? [] : [{ name: "Health bus", code }]);
  });

  test("that stands under the heading of codes is a site too", () => {
    const line = value("siteName", "HB1", { field: "siteCode", list: "Site code", choice: "RZZ02 Day unit", status: "chosen" });
    expect(read([line]).sites).toEqual([{ name: "HB1", code: "RZZ02" }]);
  });
});
