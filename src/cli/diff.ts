import type { Comparison } from "../domain/comparison.ts";
import { catalogueOf } from "../rules/catalogue.ts";
import { compareFiles, someReturns } from "../trace/diff/pair.ts";
import { diffOnScreen } from "../write/diff/console.ts";
import { diffHtml } from "../write/diff/html.ts";
import { diffJson } from "../write/diff/json.ts";
import { diffMarkdown } from "../write/diff/markdown.ts";
import { type Names, namesOf } from "../write/diff/names.ts";
import { coloursFor } from "./colours.ts";
import { editionFor } from "./editions.ts";
import { readGroups } from "./files.ts";
import { chosenFormat, FORMATS, type OutputOptions } from "./options.ts";
import { print } from "./print.ts";
import { readReturns } from "./read-returns.ts";
import { bookOf, labelOf, returnFile } from "./return-file.ts";
import { EXIT, type ExitCode, type Shell } from "./shell.ts";

export interface DiffOptions extends OutputOptions {
  readonly templateMap?: string;
  readonly format?: "console" | (typeof FORMATS.diff)[number];
  readonly maxComplaints: number;
}

/** The command `diff`: exit code 1 when the returns are not the same. */
export async function diff(a: string, b: string, options: DiffOptions, shell: Shell): Promise<ExitCode> {
  const latest = await editionFor(shell.root, null);
  const names = [await returnFile(a), await returnFile(b)];
  const { returns, maps } = await readGroups({
    returns: names,
    maps: options.templateMap === undefined ? [] : [options.templateMap],
  });
  const [before, after] = await Promise.all(
    returns.map(async (input, at) => {
      const file = labelOf(names[at] ?? input.file, names[1 - at]);
      return someReturns(file, await readReturns({ ...input, file }, latest, maps[0] ?? null));
    }),
  );
  if (before === undefined || after === undefined) throw new Error("two files were to be read");
  const book = await bookOf(after[0], shell.root);
  const catalogue = catalogueOf(book);
  const compared = compareFiles(before, after, book, catalogue);
  await print(textOf(compared, namesOf(book.items, catalogue), options, shell), options, shell, names);
  return isSame(compared) ? EXIT.done : EXIT.findings;
}

function textOf(compared: Comparison, names: Names, options: DiffOptions, shell: Shell): string {
  const { maxComplaints, output } = options;
  switch (chosenFormat(options, FORMATS.diff)) {
    case "json":
      return diffJson(compared, names);
    case "markdown":
      return diffMarkdown(compared, names, maxComplaints);
    case "html":
      return diffHtml(compared, names);
    case "console":
      return diffOnScreen(compared, names, {
        colour: coloursFor(shell.outIsTerminal && output === undefined),
        width: shell.columns,
        maxComplaints,
      });
  }
}

/** A published file has many organisations; held against one return, the others are nobody's difference. */
function isSame({ a, b, returns, only }: Comparison): boolean {
  const alone = a.kind === "published" && b.kind === "published" ? only.a.length + only.b.length : 0;
  return alone === 0 && returns.every(({ changes, complaints }) => changes.length + complaints.length === 0);
}
