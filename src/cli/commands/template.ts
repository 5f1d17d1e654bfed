import path from "node:path";
import type { Command } from "commander";
import { readTemplate } from "../outputs.ts";
import { EXIT, type Finish, type Shell } from "../shell.ts";
import { refuseToOverwrite, writeOutputs } from "../write-outputs.ts";

interface BlankOptions {
  readonly out: string;
  readonly force?: boolean;
}

export function addTemplate(program: Command, shell: Shell, finish: Finish): void {
  const template = program
    .command("template")
    .summary("the workbook the figures go into")
    .description("The workbook the figures go into.");
  template
    .command("blank")
    .summary("write the bundled workbook, empty")
    .description("Writes the bundled workbook without figures. It is not an official proforma.")
    .option("--out <file>", "where to write it", "ko41a-blank.xlsx")
    .option("--force", "replace the file if it is there already")
    .action(async ({ out, force }: BlankOptions) => {
      const folder = path.dirname(out);
      const name = path.basename(out);
      if (force !== true) await refuseToOverwrite(folder, [name]);
      await writeOutputs(folder, [{ name, content: await readTemplate(shell.root) }]);
      shell.out(`${out}\n`);
      finish(EXIT.done);
    });
}
