import type { Command } from "commander";
import type { ExplainOptions } from "../explain.ts";
import { FORMATS, fileFormatOption, forceOption, outputOption } from "../options.ts";
import type { Finish, Shell } from "../shell.ts";

export function addExplain(program: Command, shell: Shell, finish: Finish): void {
  program
    .command("explain")
    .summary("show the complaints behind a figure, or every figure a complaint is in")
    .description(
      "Reads a return.json. With --item, the complaints behind a figure; with --complaint, every figure it is in, each rule with its source that put it there or kept it out, and what would have to change.",
    )
    .argument("<return>", "return.json, or the folder that generate wrote")
    .option("--item <id>", "an item by its id, number or label, as 5.31; ko41a items lists them")
    .option("--site <code>", "of this site only, by its code or name")
    .option("--complaint <reference>", "a complaint by its reference")
    .addOption(fileFormatOption(FORMATS.explain))
    .addOption(outputOption())
    .addOption(forceOption())
    .action(async (file: string, options: ExplainOptions) => {
      const { explain } = await import("../explain.ts");
      finish(await explain(file, options, shell));
    });
}
