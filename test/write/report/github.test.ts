import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reportGithub } from "../../../src/write/report/github.ts";
import { inOrderOfWork } from "../../../src/write/report/groups.ts";
import { clean } from "../../../src/write/report/text.ts";
import { STEERS } from "../hostile.ts";
import { at, found } from "./sample.ts";
import { anyReport, CASES, EMPTY, OPTIONS, ORDINARY, RUNS, titled } from "./titled.ts";

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** As the runner reads a workflow command: up to the next "::", split at commas, then unescaped. */
function commandsIn(text: string): readonly Command[] {
  const lines = text.split("\n");
  expect(lines.pop()).toBe("");
  return lines.map((line) => {
    const [, name = "", given = "", data = ""] = /^::(\w+) (.*?)::(.*)$/s.exec(line) ?? [];
    expect(["error", "warning", "notice"]).toContain(name);
    const properties = given.split(",").map((one) => {
      const [key = "", ...value] = one.split("=");
      return [key, readBack(value.join("="))] as const;
    });
    return { name, properties: Object.fromEntries(properties), message: readBack(data) };
  });
}

function readBack(text: string): string {
  const signs: Readonly<Record<string, string>> = { "%25": "%", "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": "," };
  expect(text.replace(/%(25|0D|0A|3A|2C)/g, "")).not.toMatch(/[%\r\n]/);
  return text.replace(/%(25|0D|0A|3A|2C)/g, (code) => signs[code] ?? code);
}

const said = (text: string): string => text.split("\n")[0] ?? "";

test("the sample", async () => {
  await expect(reportGithub([ORDINARY], OPTIONS)).toMatchFileSnapshot("golden/github.txt");
});

describe.each(CASES)("the annotations of %s", (_, { reports, options }) => {
  const text = reportGithub(reports, options);
  const findings = reports.flatMap(({ report }) => inOrderOfWork(report, options.catalogue));

  test("are the verdict and one for each finding", () => {
    const [, ...commands] = commandsIn(text);
    expect(commands).toHaveLength(findings.length);
    expect(text.replaceAll("\n", "")).not.toMatch(STEERS);
    for (const [index, { rule, message, fix, accepted, severity, source }] of findings.entries()) {
      const one = commands[index] as Command;
      expect(one.name).toBe(accepted !== null || severity === "info" ? "notice" : severity);
      expect(one.properties.title).toContain(`[${clean(rule)}]`);
      expect(said(one.message)).toBe(clean(message));
      expect(one.message).toContain(clean(fix));
      expect(one.message).toContain(clean(accepted?.reason ?? ""));
      if (source !== null) expect(one.message).toContain(`row ${source.row}`);
      expect(one.properties.line).toBe(source?.file.endsWith(".csv") ? String(source.row) : undefined);
    }
  });
});

/** What is said of figures alone. */
const KEPT = "The figures keep every relation that was checked (0 relations). Complaints were not looked at.";

describe("the first line", () => {
  const first = (...given: Parameters<typeof reportGithub>): Command => commandsIn(reportGithub(...given))[0] as Command;

  test("is an error when the return cannot go", () => {
    expect(first([ORDINARY], OPTIONS)).toEqual({
      name: "error",
      properties: { title: ORDINARY.title },
      message: "Not ready to submit: 3 things to put right, 2 to confirm. 1 warning accepted.",
    });
    expect(first([EMPTY], OPTIONS)).toEqual({ name: "notice", properties: { title: EMPTY.title }, message: KEPT });
  });

  test("is an error for warnings alone where they fail the run", () => {
    const warned = titled([found("fits-nowhere", "warning", at("C-1", 2, "Subjects"))]);
    expect(first([warned], OPTIONS).name).toBe("notice");
    expect(first([warned], { ...OPTIONS, warningsFail: true }).name).toBe("error");
  });

  test("speaks of all returns and of each", () => {
    const { message, name } = first([EMPTY, ORDINARY], OPTIONS);
    expect(name).toBe("error");
    expect(message.split("\n")).toEqual([
      "Not ready to submit: 3 things to put right, 2 to confirm. 1 warning accepted.",
      `${EMPTY.title}: ${KEPT}`,
      `${ORDINARY.title}: Not ready to submit: 3 things to put right, 2 to confirm. 1 warning accepted.`,
    ]);
  });
});

test("files are named as they stand in the repository, and only lines of text have a line", () => {
  const place = { row: 10, column: "Outcome" };
  const one = titled([
    found("received-missing", "error", { source: { file: "a, b.csv", ...place } }),
    found("received-missing", "error", { source: { file: "b.xlsx", sheet: "North", ...place } }),
    found("received-missing", "error", { source: { file: "c.json", ...place } }),
  ]);
  const commands = commandsIn(reportGithub([one], { ...OPTIONS, pathOf: (file) => `data/${file}` }));
  const files = commands.slice(1, 4).map(({ properties: { file, line } }) => [file, line]);
  expect(files).toEqual([
    ["data/a, b.csv", "10"],
    ["data/b.xlsx", undefined],
    ["data/c.json", undefined],
  ]);
  expect(commands[2]?.message).toContain("b.xlsx, sheet North, row 10, column Outcome");
});

test("a file outside the checkout, or whose name would steer a screen, is not named as a place", () => {
  const one = titled([
    found("received-missing", "error", { source: { file: "far.csv", row: 10 } }),
    found("received-missing", "error", { source: { file: "two\u001b[2J.csv", row: 11 } }),
  ]);
  const options = { ...OPTIONS, pathOf: (file: string) => (file === "far.csv" ? null : file) };
  const commands = commandsIn(reportGithub([one], options)).slice(1);
  expect(commands.flatMap(({ properties }) => [properties.file, properties.line]).filter((one) => one !== undefined)).toEqual([]);
  expect(commands[0]?.message).toContain("far.csv, row 10");
});

test("any text at all comes back as it was", () => {
  fc.assert(
    fc.property(anyReport, (one) => {
      const [, ...commands] = commandsIn(reportGithub([one], OPTIONS));
      const findings = inOrderOfWork(one.report, OPTIONS.catalogue);
      expect(commands).toHaveLength(findings.length);
      for (const [index, { message, fix, source }] of findings.entries()) {
        const { message: read = "", properties } = commands[index] ?? {};
        if (clean(message) !== "") expect(said(read)).toBe(clean(message));
        expect(read.trimEnd().endsWith(`${clean(fix)}`)).toBe(true);
        const isSafe = source !== null && source.file.trim() !== "" && !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(source.file);
        expect(properties?.file).toBe(isSafe ? source.file : undefined);
      }
    }),
    RUNS,
  );
});
