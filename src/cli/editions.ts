import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Period } from "../domain/period.ts";
import { Refusal } from "../domain/problem.ts";
import type { RuleBook } from "../domain/rule-book.ts";
import { loadRuleBook } from "../rulebook/load.ts";
import { findPeriod, periodLabel } from "../rulebook/periods.ts";

/** @throws {Refusal} when the rule book has faults */
async function readEdition(root: string, edition: string): Promise<RuleBook> {
  const folder = path.join(root, "rulebook", edition);
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.(csv|json)$/.test(name));
  const files = await Promise.all(
    names.map(async (name) => [name.replaceAll("\\", "/"), await readFile(path.join(folder, name), "utf8")] as const),
  );
  return loadRuleBook(new Map(files));
}

export async function editionsIn(root: string): Promise<readonly string[]> {
  const entries = await readdir(path.join(root, "rulebook"), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The edition of a period, or the latest. */
export async function editionFor(root: string, period: string | null): Promise<RuleBook> {
  if (period !== null) return (await editionOf(root, period)).book;
  return readEdition(root, (await editionsIn(root)).at(-1) ?? "");
}

/** @throws {Refusal} when the label is none, or no edition has the period */
export async function editionOf(root: string, text: string): Promise<{ readonly book: RuleBook; readonly period: Period }> {
  const editions = await editionsIn(root);
  const wanted = periodLabel(text);
  if (wanted === null)
    throw new Refusal({
      what: `"${text}" is no reporting period.`,
      where: "--period",
      fix: "Write a year as 2025-26, or a quarter as 2025-26Q1.",
    });
  if (!editions.includes(wanted.year))
    throw new Refusal({
      what: `There is no rule book for ${wanted.year}.`,
      where: "--period",
      fix: `There are rule books for ${editions.join(", ")}.`,
    });
  const book = await readEdition(root, wanted.year);
  return { book, period: findPeriod(book.periods, wanted.label) };
}
