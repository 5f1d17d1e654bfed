import path from "node:path";
import type { Command } from "commander";
import type { InspectOptions } from "../inspect.ts";
import { formatOption } from "../options.ts";
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
    .command("inspect")
    .summary("show how your own proforma would be filled")
    .description(
      "Finds the sheet, the cell of every item and the lines of the sites in a workbook, and says what is missing or unclear. With --save it writes a map that you can correct and give with --template-map.",
    )
    .argument("<file>", "the proforma as downloaded from SDCS: .xlsx or .xlsm")
    .option("--save <file>", "write the map, as proforma.map.yaml")
    .option("--template-map <file>", "show how this map would fill it")
    .option("--period <period>", "items of this year")
    .option("--force", "replace the map if it is there already")
    .addOption(formatOption())
    .action(async (file: string, options: InspectOptions) => {
      const { inspect } = await import("../inspect.ts");
      finish(await inspect(file, options, shell));
    });
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
      await writeOutputs(folder, [{ name, content: await readTemplate(shell.root, "ko41a.xlsx") }]);
      shell.out(`${out}\n`);
      finish(EXIT.done);
    });
}
