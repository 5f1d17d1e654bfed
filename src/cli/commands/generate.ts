import type { Command } from "commander";
import { generate } from "../generate.ts";
import {
  countArgument,
  failOnOption,
  folderArgument,
  type GenerateOptions,
  instantArgument,
  organisationArgument,
  policyArgument,
  sourceOption,
} from "../options.ts";
import { addPrintouts } from "../report/printouts.ts";
import type { Finish, Shell } from "../shell.ts";

export function addGenerate(program: Command, shell: Shell, finish: Finish): void {
  const command = program
    .command("generate")
    .summary("make the return, its workbook and its report from complaint exports")
    .description(
      "Reads complaint exports, counts them by the KO41a rules, and writes the workbook, return.json, ledger.csv, report.html, report.json and findings.xlsx.",
    )
    .argument("<export...>", "CSV, TSV, Excel (.xlsx), JSON or NDJSON files")
    .option(
      "--org <code>",
      "organisation that returns, as RZZ; all: one return for each organisation in the data",
      organisationArgument,
    )
    .option("--org-name <name>", "its name")
    .option("--period <period>", "2025-26, or a quarter as 2025-26Q1")
    .addOption(sourceOption())
    .option("--config <file>", "ko41a.yaml: columns, values, sites, policies, accepted warnings")
    .option("--mapping <file>", "the mapping sheet that ko41a map wrote and somebody filled: .xlsx, .csv or .yaml")
    .option("--ods <file...>", "etr.csv and ets.csv of the ODS register; the exports stand before the options")
    .option("--prior <file>", "last period's return: return.json, filled workbook or published CSV")
    .option("--template <file>", "your own proforma as downloaded from SDCS; without it, the bundled workbook")
    .option("--template-map <file>", "where the figures go in it, as ko41a template inspect --save wrote it")
    .option("--activity <file>", "CareHQ home visits, for complaints per 100 completed visits")
    .option("--policy <name=value...>", "a choice the guidance leaves open, as withdrawn=not-upheld", policyArgument)
    .option("--out <folder>", "where to write; default ko41a-<org>-<period>", folderArgument)
    .option("--share", "also write board.html, without references and with small numbers masked")
    .option("--force", "replace output that is there already")
    .addOption(failOnOption())
    .option("--max-findings <n>", "most findings shown on the screen (default: 40) and in Markdown (default: all)", countArgument)
    .option("--generated-at <instant>", "put this time into the files; without it they hold no clock", instantArgument)
    .option("--quiet", "print nothing but problems")
    .option("--no-progress", "show no progress")
    .option("--dry-run", "count and report, write nothing");
  const printouts = addPrintouts(command);
  command.action(async (exports: string[], options: Omit<GenerateOptions, "printouts">) =>
    finish(await generate(exports, { ...options, printouts: printouts() }, shell)),
  );
}
