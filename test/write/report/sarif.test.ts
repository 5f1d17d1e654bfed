import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TitledReport } from "../../../src/domain/report.ts";
import { reportSarif } from "../../../src/write/report/sarif.ts";
import { clean } from "../../../src/write/report/text.ts";
import { sarifFaults } from "../../support/schema-judges.ts";
import { STEERS } from "../hostile.ts";
import { at, FINDINGS, found, sampleReturn } from "./sample.ts";
import { anyReport, CASES, OPTIONS, ORDINARY, RUNS, titled } from "./titled.ts";

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation?: {
      readonly artifactLocation: { readonly uri: string; readonly index: number };
      readonly region?: { readonly startLine: number };
    };
    readonly logicalLocations?: readonly { readonly name: string; readonly fullyQualifiedName: string }[];
  }[];
  readonly partialFingerprints: { readonly "ko41a/v1": string };
  readonly suppressions: readonly { readonly justification: string }[];
  readonly properties: Readonly<Record<string, string | number | null>>;
}

interface Run {
  readonly tool: {
    readonly driver: { readonly name: string; readonly version?: string; readonly rules: readonly { readonly id: string }[] };
  };
  readonly automationDetails: { readonly id: string };
  readonly invocations: readonly {
    readonly toolConfigurationNotifications: readonly { readonly message: { readonly text: string } }[];
  }[];
  readonly artifacts: readonly {
    readonly location: { readonly uri: string };
    readonly hashes?: Readonly<Record<string, string>>;
  }[];
  readonly results: readonly Result[];
}

const runsIn = (text: string): readonly Run[] => (JSON.parse(text) as { readonly runs: readonly Run[] }).runs;
const runOf = (one: TitledReport, options = OPTIONS): Run => runsIn(reportSarif([one], options))[0] as Run;

test("the sample", async () => {
  await expect(reportSarif([ORDINARY], OPTIONS)).toMatchFileSnapshot("golden/report.sarif");
});

describe.each(CASES)("the log of %s", (_, { reports, options }) => {
  const text = reportSarif(reports, options);
  const runs = runsIn(text);

  test("keeps to the schema", () => {
    expect(sarifFaults(text)).toEqual([]);
    expect(text).not.toMatch(STEERS);
  });

  test("has a run for each return and a result for each finding", () => {
    expect(runs.map(({ results }) => results.length)).toEqual(reports.map(({ report }) => report.findings.length));
    expect(new Set(runs.map(({ automationDetails }) => automationDetails.id)).size).toBe(runs.length);
  });

  test("refers to rules and files that it lists, and gives each result a fingerprint of its own", () => {
    for (const { tool, artifacts, results } of runs) {
      for (const { ruleId, ruleIndex, locations } of results) {
        expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
        for (const { physicalLocation } of locations) {
          const { uri, index } = physicalLocation?.artifactLocation ?? {};
          if (index !== undefined) expect(artifacts[index]?.location.uri).toBe(uri);
        }
      }
      expect(new Set(results.map(({ partialFingerprints }) => partialFingerprints["ko41a/v1"])).size).toBe(results.length);
    }
  });
});

test("the schema would find a fault", () => {
  const good = reportSarif([ORDINARY], OPTIONS);
  expect(sarifFaults(good.replace('"level": "error"', '"level": "fatal"'))).not.toEqual([]);
  expect(sarifFaults(good.replace('"uri": "export.csv"', '"uri": "a b%"'))).not.toEqual([]);
});

test("each finding is there with its rule, its row and what to do", () => {
  const { results, tool } = runOf(ORDINARY);
  expect(tool.driver).toMatchObject({ name: "ko41a", version: "1.0.0", semanticVersion: "1.0.0" });
  for (const [
    index,
    { rule, message, fix, source, reference, site, item, severity, accepted },
  ] of ORDINARY.report.findings.entries()) {
    const one = results[index] as Result;
    expect(one.ruleId).toBe(rule);
    expect(one.level).toBe(severity === "info" ? "note" : severity);
    expect(one.message.text).toBe(`${message}\n\nTo do: ${fix}`);
    expect(one.properties).toEqual({
      reference,
      site,
      item,
      row: source?.row ?? null,
      column: source?.column ?? null,
      sheet: null,
      fix,
    });
    expect(one.locations[0]?.physicalLocation?.region?.startLine).toBe(source?.row);
    expect(one.suppressions.map(({ justification }) => justification)).toEqual(
      accepted === null ? [] : ["Elm House closed in June 2025 (J. Ward, 12 May 2026)"],
    );
  }
});

test("rules that were not run are notes of the invocation", () => {
  const [invocation] = runOf(ORDINARY).invocations;
  expect(invocation?.toolConfigurationNotifications.map(({ message }) => message.text)).toEqual([
    "A site fell silent was not run: no prior return was given",
  ]);
});

test("files have the hashes that the return has, and their place in the repository", () => {
  const { artifacts } = runOf(ORDINARY, { ...OPTIONS, pathOf: (file) => `Q1 data/100%/é#1/${file}` });
  expect(artifacts.map(({ location, hashes }) => [location.uri, hashes?.["sha-256"]?.slice(0, 2)])).toEqual([
    ["Q1%20data/100%25/%C3%A9%231/export.csv", "a1"],
    ["Q1%20data/100%25/%C3%A9%231/ko41a.yaml", "b2"],
    ["Q1%20data/100%25/%C3%A9%231/ets.csv", "c3"],
  ]);
});

test("a row of a worksheet is no line of text", () => {
  const place = { file: "north.xlsx", sheet: "North", row: 7, column: "Outcome" };
  const [one] = runOf(
    titled([found("closed-without-outcome", "error", { reference: "C-9", site: "RZZ01", source: place })]),
  ).results;
  expect(one?.locations[0]?.physicalLocation?.region).toBeUndefined();
  expect(one?.locations[0]?.logicalLocations?.map(({ fullyQualifiedName }) => fullyQualifiedName)).toEqual([
    "North",
    "North/row 7",
    "North/row 7/Outcome",
    "site/RZZ01",
    "complaint/C-9",
  ]);
  expect(one?.properties).toMatchObject({ row: 7, column: "Outcome", sheet: "North" });
});

test("what is about the return as a whole stands at the export", () => {
  for (const { locations } of runOf(ORDINARY).results)
    expect(locations[0]?.physicalLocation?.artifactLocation.uri).toBe("export.csv");
});

test("a row that moves leaves the fingerprint as it was", () => {
  const prints = (row: number) =>
    runOf(titled([found("received-missing", "error", at("C-1", row, "X", "RZZ01"))])).results.map(
      ({ partialFingerprints }) => partialFingerprints["ko41a/v1"],
    );
  expect(prints(2)).toEqual(prints(99));
  expect(prints(2)[0]).toBe("received-missing/C-1/RZZ01///X");
});

test("text makes no link and no place for an argument", () => {
  const [finding] = ORDINARY.report.findings;
  const message = "[here](javascript:alert(1)) {0}";
  const one = { ...ORDINARY, report: { ...ORDINARY.report, findings: finding === undefined ? [] : [{ ...finding, message }] } };
  const text = runOf(one).results[0]?.message.text ?? "";
  expect(text).not.toContain("](");
  expect(text).toContain("{{0}}");
});

test("an instant that was given is the end of the run", () => {
  const made = sampleReturn();
  const at = (generatedAt: string) =>
    runOf(titled(FINDINGS, { ...made, provenance: { ...made.provenance, generatedAt } })).invocations[0];
  expect(at("2026-05-12T10:11:12Z")).toMatchObject({ endTimeUtc: "2026-05-12T10:11:12Z" });
  expect(at("12 May 2026")).not.toHaveProperty("endTimeUtc");
});

test("any text at all keeps to the schema and comes back as it was", () => {
  fc.assert(
    fc.property(anyReport, (one) => {
      const text = reportSarif([one], OPTIONS);
      expect(sarifFaults(text)).toEqual([]);
      const [run] = runsIn(text);
      expect(run?.results.map(({ properties }) => properties.fix)).toEqual(one.report.findings.map(({ fix }) => clean(fix)));
    }),
    RUNS,
  );
});
