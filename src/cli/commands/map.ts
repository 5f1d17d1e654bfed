import type { Command } from "commander";
import { type MapOptions, map } from "../map.ts";
import { countArgument, formatOption, organisationArgument, sourceOption } from "../options.ts";
import { EXIT, type Finish, type Shell } from "../shell.ts";

export function addMap(program: Command, shell: Shell, finish: Finish): void {
  program
    .command("map")
    .summary("list what an export holds and what is not understood; write a sheet to say what it means")
    .description(
      "Lists the headings and values of exports, what they are read as, and the nearest KO41a item for those that are not understood. With --out it writes a sheet to be filled in Excel and given to generate with --mapping.",
    )
    .argument("<export...>", "CSV, TSV, Excel (.xlsx), JSON or NDJSON files")
    .option("--out <file>", "the mapping sheet: .xlsx for Excel, .csv or .yaml for engineers")
    .option("--mapping <file>", "an earlier sheet: its choices are kept, and only what is new asks for attention")
    .option("--org <code>", "organisation that returns, for the list of its sites", organisationArgument)
    .option("--period <period>", "items of this year")
    .addOption(sourceOption())
    .option("--config <file>", "ko41a.yaml")
    .option("--ods <file...>", "etr.csv and ets.csv of the ODS register; the exports stand before the options")
    .option("--force", "replace the sheet if it is there already")
    .addOption(formatOption())
    .option("--max <n>", "most lines shown on the screen", countArgument, 60)
    .action(async (exports: string[], options: MapOptions) => {
      await map(exports, options, shell);
      finish(EXIT.done);
    });
}
