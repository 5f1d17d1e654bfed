import type { Command } from "commander";
import { FORMATS, fileFormatOption, forceOption, outputOption } from "../options.ts";
import type { ReconcileOptions } from "../reconcile.ts";
import type { Finish, Shell } from "../shell.ts";

export function addReconcile(program: Command, shell: Shell, finish: Finish): void {
  program
    .command("reconcile")
    .summary("hold our figures against somebody else's, and explain the differences")
    .description(
      "Compares a return.json with a vendor's report, a submitted workbook or the published file, and says what the differences amount to, as far as the complaints behind our figures tell. Exit code 0: no difference; 1: some.",
    )
    .argument("<return>", "our return.json, or the folder that generate wrote")
    .argument("<other>", "a filled workbook, a published CSV, a return.json, or a table (CSV or .xlsx) with some of the items")
    .option("--template-map <file>", "the map with which a proforma was filled")
    .addOption(fileFormatOption(FORMATS.reconcile))
    .addOption(outputOption())
    .addOption(forceOption())
    .action(async (file: string, other: string, options: ReconcileOptions) => {
      const { reconcileWith } = await import("../reconcile.ts");
      finish(await reconcileWith(file, other, options, shell));
    });
}
