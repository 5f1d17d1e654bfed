import path from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { type Problem, Refusal } from "../../domain/problem.ts";

const REPORT_FORMATS = ["console", "json", "markdown", "github", "junit", "sarif"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** A report in one format, to be printed or written to a file. */
export interface Printout {
  readonly format: ReportFormat;
  /** Null: standard output. */
  readonly output: string | null;
}

type Given = { readonly format: ReportFormat } | { readonly output: string };

/** Formats by the ends of file names that ask for them. */
const ENDS: readonly (readonly [RegExp, ReportFormat])[] = [
  [/\.sarif(\.json)?$/i, "sarif"],
  [/\.json$/i, "json"],
  [/\.md$/i, "markdown"],
  [/\.xml$/i, "junit"],
  [/\.txt$/i, "console"],
];

/** Adds --format and --output, each as often as wanted; what was given is known when the command runs. */
export function addPrintouts(command: Command): () => readonly Printout[] {
  const given: Given[] = [];
  command
    .addOption(
      new Option("--format <format>", "how the report is printed; several may be given, each with an --output of its own")
        .argParser((text: string) => {
          const format = REPORT_FORMATS.find((one) => one === text);
          if (format === undefined) throw new InvalidArgumentError(`Allowed choices are ${REPORT_FORMATS.join(", ")}.`);
          given.push({ format });
        })
        .default(undefined, "console"),
    )
    .addOption(
      new Option("--output <file>", "write the format before it to this file; without one, the name says the format").argParser(
        (output: string) => {
          if (output.trim() === "") throw new InvalidArgumentError("Write the name of a file.");
          given.push({ output });
        },
      ),
    );
  return () => printoutsOf(given);
}

/** Each --output goes with the --format before it; when every one stands before its format, with the one after it. */
export function printoutsOf(given: readonly Given[]): readonly Printout[] {
  const inOrder = isOutputFirst(given) ? given.map((one, at) => given[at % 2 === 0 ? at + 1 : at - 1] ?? one) : given;
  const printouts: Printout[] = [];
  const problems: Problem[] = [];
  for (const one of inOrder) {
    const last = printouts.at(-1);
    if ("format" in one) printouts.push({ format: one.format, output: null });
    else if (last !== undefined && last.output === null) printouts[printouts.length - 1] = { ...last, output: one.output };
    else {
      const format = formatByName(one.output);
      if (format === null) problems.push(nameless(one.output));
      else printouts.push({ format, output: one.output });
    }
  }
  problems.push(...clashes(printouts));
  if (problems.length > 0) throw new Refusal(...problems);
  return printouts.length === 0 ? [{ format: "console", output: null }] : printouts;
}

function isOutputFirst(given: readonly Given[]): boolean {
  return given.length % 2 === 0 && given.every((one, at) => (at % 2 === 0 ? "output" in one : "format" in one));
}

function formatByName(name: string): ReportFormat | null {
  return ENDS.find(([end]) => end.test(name))?.[1] ?? null;
}

function nameless(output: string): Problem {
  return {
    what: "The name of this file does not say in which format to write it.",
    where: output,
    fix: "Put --format before it, or give a name that ends with .json, .md, .xml (JUnit), .sarif or .txt.",
  };
}

function clashes(printouts: readonly Printout[]): readonly Problem[] {
  const printed = printouts.filter(({ output }) => output === null);
  const files = printouts.flatMap(({ output }) => (output === null ? [] : [path.resolve(output)]));
  const twice = files.find((file, at) => files.indexOf(file) !== at);
  return [
    ...(printed.length > 1
      ? [
          {
            what: `Only one format can be printed, not ${printed.map(({ format }) => format).join(" and ")}.`,
            fix: "Give the others an --output of their own.",
          },
        ]
      : []),
    ...(twice === undefined
      ? []
      : [
          { what: "Two formats would be written to this file.", where: path.basename(twice), fix: "Give each its own --output." },
        ]),
  ];
}
