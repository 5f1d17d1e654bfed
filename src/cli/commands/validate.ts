import type { Command } from "commander";
import { exitCodeFor } from "../exit-code.ts";
import { countArgument, failOnOption, forceOption, type ValidateOptions } from "../options.ts";
import { addPrintouts } from "../report/printouts.ts";
import type { Finish, Shell } from "../shell.ts";
import { validate } from "../validate.ts";

export function addValidate(program: Command, shell: Shell, finish: Finish): void {
  const command = program
    .command("validate")
    .summary("check figures against the relations every return must satisfy")
    .description("Checks filled workbooks, return.json files and NHS England's published CSV (organisation or site level).")
    .argument("<file...>", "files with figures")
    .option("--template-map <file>", "the map with which a proforma was filled")
    .option("--period <period>", "check by the rule book of this year")
    .addOption(failOnOption())
    .option("--max-findings <n>", "most findings shown on the screen (default: 40) and in Markdown (default: all)", countArgument)
    .addOption(forceOption());
  const printouts = addPrintouts(command);
  command.action(async (files: string[], options: Omit<ValidateOptions, "printouts">) => {
    const report = await validate(files, { ...options, printouts: printouts() }, shell);
    finish(exitCodeFor([report.summary], options.failOn));
  });
}
