import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { RuleBook } from "../../src/domain/rule-book.ts";
import { loadRuleBook } from "../../src/rulebook/load.ts";

/** The rule book of an edition of this repository. */
export function readEdition(edition: string): RuleBook {
  const folder = path.join(process.cwd(), "rulebook", edition);
  const names = (readdirSync(folder, { recursive: true }) as string[]).filter((name) => /\.(csv|json)$/.test(name));
  return loadRuleBook(new Map(names.map((name) => [name.replaceAll("\\", "/"), readFileSync(path.join(folder, name), "utf8")])));
}
