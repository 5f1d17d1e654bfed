import type { Command } from "commander";
import { init } from "../init.ts";
import { folderArgument, organisationArgument, sourceOption } from "../options.ts";
import type { InitOptions } from "../setup.ts";
import { EXIT, type Finish, type Shell } from "../shell.ts";

export function addInit(program: Command, shell: Shell, finish: Finish): void {
  program
    .command("init")
    .summary("ask a few questions and write ko41a.yaml and a mapping sheet")
    .description(
      "Asks for the organisation, the period, the export, sites and policies, and writes ko41a.yaml, a mapping sheet (mapping.xlsx) and the command to run.",
    )
    .argument("[export...]", "exports to look at")
    .option("--org <code>", "organisation that returns", organisationArgument)
    .option("--org-name <name>", "its name")
    .option("--period <period>", "2025-26, or a quarter as 2025-26Q1")
    .addOption(sourceOption())
    .option("--ods <file...>", "etr.csv and ets.csv of the ODS register; the exports stand before the options")
    .option("--out <folder>", "where to write", folderArgument, ".")
    .option("--yes", "ask nothing and take the defaults")
    .option("--force", "replace files that are there already")
    .action(async (exports: string[], options: InitOptions) => {
      await init(exports, options, shell);
      finish(EXIT.done);
    });
}
