import { reconcile } from "../trace/reconcile/reconcile.ts";
import { reconciliationOnScreen } from "../write/reconcile/console.ts";
import { reconciliationJson } from "../write/reconcile/json.ts";
import { reconciliationMarkdown } from "../write/reconcile/markdown.ts";
import { coloursFor } from "./colours.ts";
import { readGroups } from "./files.ts";
import { chosenFormat, FORMATS, type OutputOptions } from "./options.ts";
import { print } from "./print.ts";
import { readOther } from "./read-other.ts";
import { labelOf, readOwnReturn, returnFile } from "./return-file.ts";
import { EXIT, type ExitCode, type Shell } from "./shell.ts";

export interface ReconcileOptions extends OutputOptions {
  readonly templateMap?: string;
  readonly format?: "console" | (typeof FORMATS.reconcile)[number];
}

/** The command `reconcile`: exit code 1 when a figure differs, explained or not. */
export async function reconcileWith(given: string, other: string, options: ReconcileOptions, shell: Shell): Promise<ExitCode> {
  const { file, own, book } = await readOwnReturn(given, shell.root);
  const name = await returnFile(other);
  const { others, maps } = await readGroups({
    others: [name],
    maps: options.templateMap === undefined ? [] : [options.templateMap],
  });
  const [input] = others;
  if (input === undefined) throw new Error("no other file was read");
  const reconciled = reconcile(own, await readOther({ ...input, file: labelOf(name) }, own, book, maps[0] ?? null), book);
  const { output } = options;
  const format = chosenFormat(options, FORMATS.reconcile);
  const text =
    format === "json"
      ? reconciliationJson(reconciled)
      : format === "markdown"
        ? reconciliationMarkdown(reconciled, book.items)
        : reconciliationOnScreen(reconciled, book.items, coloursFor(shell.outIsTerminal && output === undefined), shell.columns);
  await print(text, options, shell, [file, name]);
  return reconciled.differences.length === 0 ? EXIT.done : EXIT.findings;
}
