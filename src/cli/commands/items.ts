import type { Command } from "commander";
import { itemJson } from "../../write/item-json.ts";
import { columns } from "../columns.ts";
import { editionFor } from "../editions.ts";
import { type Format, formatOption } from "../options.ts";
import { EXIT, type Finish, type Shell } from "../shell.ts";

interface ItemsOptions {
  readonly format: Format;
  readonly period?: string;
}

export function addItems(program: Command, shell: Shell, finish: Finish): void {
  program
    .command("items")
    .summary("list the items of the return")
    .description("Lists the 78 figures of the return: number, id, label. Numbers and some labels are reconstructions.")
    .option("--period <period>", "items of this year")
    .addOption(formatOption())
    .action(async ({ format, period }: ItemsOptions) => {
      const { items } = await editionFor(shell.root, period ?? null);
      if (format === "json") {
        const list = items.map((item) => ({ ...itemJson(item), labelStatus: item.labelStatus }));
        shell.out(`${JSON.stringify(list, null, 2)}\n`);
      } else {
        shell.out(columns(items.map(({ number, id, kind, label }) => [number, id, kind, label])));
      }
      finish(EXIT.done);
    });
}
