import { InvalidArgumentError, Option } from "commander";
import { isoDate } from "../domain/local-date.ts";
import { isOdsCode } from "../domain/ods-code.ts";
import { Refusal } from "../domain/problem.ts";
import { SOURCE_NAMES } from "../ingest/sources/index.ts";
import type { ChosenPolicy } from "../rulebook/policies.ts";
import type { Printout } from "./report/printouts.ts";

export type FailOn = "error" | "warning" | "never";
export type Format = "console" | "json";

export interface GenerateOptions {
  readonly org?: string;
  readonly orgName?: string;
  readonly period?: string;
  readonly source: string;
  readonly config?: string;
  readonly mapping?: string;
  readonly activity?: string;
  readonly ods?: readonly string[];
  readonly prior?: string;
  readonly template?: string;
  readonly templateMap?: string;
  readonly policy?: readonly ChosenPolicy[];
  readonly out?: string;
  readonly generatedAt?: string;
  readonly failOn: FailOn;
  readonly printouts: readonly Printout[];
  readonly maxFindings?: number;
  readonly share?: boolean;
  readonly force?: boolean;
  readonly quiet?: boolean;
  readonly progress: boolean;
  readonly dryRun?: boolean;
}

export interface ValidateOptions {
  readonly printouts: readonly Printout[];
  readonly force?: boolean;
  readonly failOn: FailOn;
  readonly period?: string;
  readonly templateMap?: string;
  readonly maxFindings?: number;
}

export const failOnOption = (): Option =>
  new Option("--fail-on <level>", "exit 1 when there are findings of this level or above")
    .choices(["error", "warning", "never"])
    .default("error");

export const formatOption = (): Option =>
  new Option("--format <format>", "what is printed on standard output").choices(["console", "json"]).default("console");

/** Where a text goes that may also be printed. */
export interface OutputOptions {
  readonly output?: string;
  readonly force?: boolean;
}

/** What each command can write beside what fits a screen. */
export const FORMATS = {
  explain: ["json"],
  diff: ["json", "markdown", "html"],
  reconcile: ["json", "markdown"],
} as const;

/** Formats by the ends of file names that ask for them. */
const ENDS: Readonly<Record<string, string>> = { html: "html", htm: "html", md: "markdown", json: "json" };

/**
 * The format that was chosen; else the one that the name of the file asks for; else what fits a screen.
 * @throws {Refusal} when the name asks for one that cannot be written
 */
export function chosenFormat<F extends string>(
  { format, output }: { readonly format?: F | "console"; readonly output?: string },
  formats: readonly F[],
): F | "console" {
  const end = /\.([a-z0-9]+)$/i.exec(output ?? "")?.[1]?.toLowerCase();
  if (format !== undefined || end === undefined || end === "txt") return format ?? "console";
  const found = formats.find((one) => one === ENDS[end]);
  if (found !== undefined) return found;
  const ends = Object.entries(ENDS).flatMap(([name, one]) => ((formats as readonly string[]).includes(one) ? [`.${name}`] : []));
  throw new Refusal({
    what: `This cannot be written as .${end}.`,
    where: output ?? "",
    fix: `Give a name that ends with ${[...ends, ".txt"].join(", ")}, or say the format with --format.`,
  });
}

/** As formatOption, for commands whose file name may say it instead. */
export const fileFormatOption = (formats: readonly string[]): Option =>
  new Option("--format <format>", "what is printed or written; default: what the name of the file says, else console").choices([
    "console",
    ...formats,
  ]);

export const outputOption = (): Option => new Option("--output <file>", "write it to a file instead of printing it");
export const forceOption = (): Option => new Option("--force", "replace the file if it is there already");

export const sourceOption = (): Option =>
  new Option("--source <name>", "system the export comes from").choices(SOURCE_NAMES).default("auto");

/** `name=value`, one or more. */
export function policyArgument(text: string, earlier: readonly ChosenPolicy[] = []): readonly ChosenPolicy[] {
  const [, name, value] = /^([A-Za-z0-9]+)=(.+)$/.exec(text) ?? [];
  if (name === undefined || value === undefined)
    throw new InvalidArgumentError(
      `Write NAME=VALUE, as in withdrawn=not-upheld. "${text}" is none; files stand before the options.`,
    );
  return [...earlier, { name, value, where: "--policy" }];
}

/** A day or an instant, ISO 8601. */
export function instantArgument(text: string): string {
  if (isoDate(text.slice(0, 10)) === null || Number.isNaN(Date.parse(text)))
    throw new InvalidArgumentError("Write an ISO date or time, as in 2026-05-06T09:00:00Z.");
  return text;
}

export function countArgument(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError("Write a whole number.");
  return Number(text);
}

export function organisationArgument(text: string): string {
  const code = text.trim().toUpperCase();
  if (code !== "ALL" && !isOdsCode(code))
    throw new InvalidArgumentError('An organisation code has 3 or 5 letters and digits, as in RZZ; or write "all".');
  return code === "ALL" ? "all" : code;
}

export function folderArgument(text: string): string {
  if (text.trim() === "") throw new InvalidArgumentError("Write the name of a folder.");
  return text;
}

/** Findings on the screen unless it is said. */
export const FINDINGS_ON_SCREEN = 40;
