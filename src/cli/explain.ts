import { Refusal } from "../domain/problem.ts";
import { catalogueOf } from "../rules/catalogue.ts";
import { explainComplaint } from "../trace/explain/complaint.ts";
import { explainFigure } from "../trace/explain/figure.ts";
import { findComplaints, findItem, findSite } from "../trace/find.ts";
import { complaintOnScreen } from "../write/explain/complaint.ts";
import { figureOnScreen } from "../write/explain/figure.ts";
import { complaintJson, figureJson } from "../write/explain/json.ts";
import { coloursFor } from "./colours.ts";
import { chosenFormat, FORMATS, type OutputOptions } from "./options.ts";
import { print } from "./print.ts";
import { type OwnReturn, readOwnReturn } from "./return-file.ts";
import { EXIT, type ExitCode, type Shell } from "./shell.ts";

export interface ExplainOptions extends OutputOptions {
  readonly item?: string;
  readonly site?: string;
  readonly complaint?: string;
  readonly format?: "console" | (typeof FORMATS.explain)[number];
}

/** The command `explain`: exit code 1 when a figure is not that of the complaints it names. */
export async function explain(given: string, options: ExplainOptions, shell: Shell): Promise<ExitCode> {
  const { item, site, complaint } = options;
  if ((item === undefined) === (complaint === undefined))
    throw new Refusal({
      what: item === undefined ? "What is to be explained?" : "A figure and a complaint cannot be explained in one go.",
      fix: "Give --item ID or NUMBER, with --site CODE for one site; or --complaint REFERENCE.",
    });
  if (complaint !== undefined && site !== undefined)
    throw new Refusal({ what: "A complaint is at one site only.", where: "--site", fix: "Leave --site out." });
  const read = await readOwnReturn(given, shell.root);
  if (complaint !== undefined) return explainOne(complaint, read, options, shell);
  return explainItem(item ?? "", read, options, shell);
}

async function explainItem(typed: string, read: OwnReturn, options: ExplainOptions, shell: Shell): Promise<ExitCode> {
  const { own, book } = read;
  const item = findItem(typed, book.items);
  const site = options.site === undefined ? null : findSite(options.site, own);
  const explained = explainFigure(own, item, site, book, catalogueOf(book));
  const text =
    chosenFormat(options, FORMATS.explain) === "json"
      ? figureJson(explained)
      : figureOnScreen(explained, book.items, coloursOf(options, shell), shell.columns);
  await print(text, options, shell, [read.file]);
  return explained.sites.every(({ untraced }) => untraced === 0) ? EXIT.done : EXIT.findings;
}

async function explainOne(typed: string, read: OwnReturn, options: ExplainOptions, shell: Shell): Promise<ExitCode> {
  const { own, book } = read;
  const catalogue = catalogueOf(book);
  const explained = explainComplaint(own, findComplaints(typed, own.complaints, own.file), book, catalogue);
  const names = { items: book.items, catalogue };
  const text =
    chosenFormat(options, FORMATS.explain) === "json"
      ? complaintJson(explained)
      : complaintOnScreen(explained, names, coloursOf(options, shell), shell.columns);
  await print(text, options, shell, [read.file]);
  return EXIT.done;
}

/** A file holds no colours. */
function coloursOf({ output }: OutputOptions, { outIsTerminal }: Shell) {
  return coloursFor(outIsTerminal && output === undefined);
}
