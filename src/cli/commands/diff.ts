import type { Command } from "commander";
import type { DiffOptions } from "../diff.ts";
import { countArgument, FORMATS, fileFormatOption, forceOption, outputOption } from "../options.ts";
import type { Finish, Shell } from "../shell.ts";

export function addDiff(program: Command, shell: Shell, finish: Finish): void {
  program
    .command("diff")
    .summary("show what changed between two returns, and why")
    .description(
      "Compares two returns in any mix of return.json, filled workbooks and NHS England's published CSV: figures by site and item, new and closed sites. Between two return.json it names the complaints behind every change, with the reason. Exit code 0: the same; 1: different.",
    )
    .argument("<a>", "a return.json or the folder it is in, a filled workbook or a published CSV")
    .argument("<b>", "what to compare it with")
    .option("--template-map <file>", "the map with which a proforma was filled")
    .addOption(fileFormatOption(FORMATS.diff))
    .addOption(outputOption())
    .addOption(forceOption())
    .option("--max-complaints <n>", "most complaints listed on the screen and in Markdown", countArgument, 40)
    .action(async (a: string, b: string, options: DiffOptions) => {
      const { diff } = await import("../diff.ts");
      finish(await diff(a, b, options, shell));
    });
}
