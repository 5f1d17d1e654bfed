import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Period } from "../../src/domain/period.ts";
import type { RuleBook } from "../../src/domain/rule-book.ts";
import { loadRuleBook } from "../../src/rulebook/load.ts";
import { findPeriod } from "../../src/rulebook/periods.ts";

const ROOT = path.join(import.meta.dirname, "../..");

export const EDITIONS: readonly string[] = readdirSync(path.join(ROOT, "rulebook")).sort();

/** The files of an edition as they stand in the repository; a new map each time, so that a test may change it. */
export function editionFiles(edition: string): Map<string, string> {
  const folder = path.join(ROOT, "rulebook", edition);
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.(csv|json)$/.test(name));
  return new Map(names.map((name) => [name.replaceAll("\\", "/"), readFileSync(path.join(folder, name), "utf8")]));
}

const books = new Map<string, RuleBook>();

export function ruleBook(edition = "2025-26"): RuleBook {
  const book = books.get(edition) ?? loadRuleBook(editionFiles(edition));
  books.set(edition, book);
  return book;
}

export function periodOf(label: string): Period {
  return findPeriod(ruleBook(label.slice(0, 7)).periods, label);
}
