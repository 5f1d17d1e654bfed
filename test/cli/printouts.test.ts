import { Command } from "commander";
import { describe, expect, test } from "vitest";
import { addPrintouts, type Printout, printoutsOf } from "../../src/cli/report/printouts.ts";
import { Refusal } from "../../src/domain/problem.ts";

/** As the command line gives them, in any order. */
function given(line: string): readonly Printout[] {
  const command = new Command("x").exitOverride().configureOutput({ writeErr: () => {} });
  const printouts = addPrintouts(command);
  command.parse(
    line.split(" ").filter((word) => word !== ""),
    { from: "user" },
  );
  return printouts();
}

describe("formats and outputs", () => {
  test.each<[string, readonly Printout[]]>([
    ["", [{ format: "console", output: null }]],
    ["--format junit", [{ format: "junit", output: null }]],
    ["--format junit --output r.out", [{ format: "junit", output: "r.out" }]],
    ["--output r.out --format junit", [{ format: "junit", output: "r.out" }]],
    ["--output=r.xml", [{ format: "junit", output: "r.xml" }]],
    [
      "--format console --format junit --output j.xml --format sarif --output s.json",
      [
        { format: "console", output: null },
        { format: "junit", output: "j.xml" },
        { format: "sarif", output: "s.json" },
      ],
    ],
    [
      "--output j.dat --format junit --output s.dat --format sarif",
      [
        { format: "junit", output: "j.dat" },
        { format: "sarif", output: "s.dat" },
      ],
    ],
    [
      "--output a.md --output b.sarif --output c.sarif.json --output d.TXT --output e.json --format github",
      [
        { format: "markdown", output: "a.md" },
        { format: "sarif", output: "b.sarif" },
        { format: "sarif", output: "c.sarif.json" },
        { format: "console", output: "d.TXT" },
        { format: "json", output: "e.json" },
        { format: "github", output: null },
      ],
    ],
  ])("%j", (line, wanted) => {
    expect(given(line)).toEqual(wanted);
  });

  test.each([
    ["--format junit --format sarif", "Only one format can be printed, not junit and sarif."],
    ["--output a.md --output ./a.md", "Two formats would be written to this file."],
    ["--output a.md --output b.pdf", "The name of this file does not say in which format to write it."],
  ])("%j is refused", (line, what) => {
    expect(() => given(line)).toThrow(Refusal);
    expect(() => given(line)).toThrow(what);
  });

  test("that are not there are refused by name", () => {
    expect(() => given("--format yaml")).toThrow(/Allowed choices are console, json, markdown, github, junit, sarif/);
  });

  test("every fault is told at once", () => {
    const faults = [{ output: "a.pdf" }, { output: "b.pdf" }, { format: "junit" as const }, { format: "sarif" as const }];
    expect(() => printoutsOf(faults)).toThrow(expect.objectContaining({ problems: expect.objectContaining({ length: 3 }) }));
  });
});
