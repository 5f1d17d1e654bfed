import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reportGithub } from "../../../src/write/report/github.ts";
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
  const findings = reports.flatMap(({ report }) => report.findings);

  test("are one for each finding and one at the end", () => {
    const commands = commandsIn(text);
    expect(commands).toHaveLength(findings.length + 1);
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

describe("the last line", () => {
  const last = (...given: Parameters<typeof reportGithub>): Command => commandsIn(reportGithub(...given)).at(-1) as Command;

  test("is an error when the return cannot go", () => {
    expect(last([ORDINARY], OPTIONS)).toEqual({
      name: "error",
      properties: { title: ORDINARY.title },
      message: "Not ready to submit: 3 things to put right, 2 to confirm. 1 warning accepted.",
    });
    expect(last([EMPTY], OPTIONS)).toEqual({ name: "notice", properties: { title: EMPTY.title }, message: "Ready to submit." });
  });

  test("is an error for warnings alone where they fail the run", () => {
    const warned = titled([found("fits-nowhere", "warning", at("C-1", 2, "Subjects"))]);
    expect(last([warned], OPTIONS).name).toBe("notice");
    expect(last([warned], { ...OPTIONS, warningsFail: true }).name).toBe("error");
  });

  test("speaks of all returns and of each", () => {
    const { message, name } = last([EMPTY, ORDINARY], OPTIONS);
    expect(name).toBe("error");
    expect(message.split("\n")).toEqual([
      "Not ready to submit: 3 things to put right, 2 to confirm. 1 warning accepted.",
      `${EMPTY.title}: Ready to submit.`,
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
  const files = commands.filter(({ name }) => name === "error").map(({ properties: { file, line } }) => [file, line]);
  expect(files.slice(0, 3)).toEqual([
    ["data/a, b.csv", "10"],
    ["data/b.xlsx", undefined],
    ["data/c.json", undefined],
  ]);
  expect(commands[1]?.message).toContain("b.xlsx, sheet North, row 10, column Outcome");
});

test("any text at all comes back as it was", () => {
  fc.assert(
    fc.property(anyReport, (one) => {
      const commands = commandsIn(reportGithub([one], OPTIONS));
      expect(commands).toHaveLength(one.report.findings.length + 1);
      for (const [index, { message, fix, source }] of one.report.findings.entries()) {
        const { message: read = "", properties } = commands[index] ?? {};
        if (clean(message) !== "") expect(said(read)).toBe(clean(message));
        expect(read.trimEnd().endsWith(`${clean(fix)}`)).toBe(true);
        if (source !== null && clean(source.file) !== "") expect(properties?.file).toBe(clean(source.file));
      }
    }),
    RUNS,
  );
});
