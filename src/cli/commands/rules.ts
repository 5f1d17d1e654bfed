import type { Command } from "commander";
import { Refusal } from "../../domain/problem.ts";
import type { RuleEntry } from "../../domain/rule.ts";
import { likeness } from "../../domain/words.ts";
import { catalogueOf } from "../../rules/catalogue.ts";
import { columns } from "../columns.ts";
import { editionFor } from "../editions.ts";
import { type Format, formatOption } from "../options.ts";
import { EXIT, type Finish, type Shell } from "../shell.ts";

interface RulesOptions {
  readonly format: Format;
  readonly period?: string;
}

export function addRules(program: Command, shell: Shell, finish: Finish): void {
  program
    .command("rules")
    .summary("list the counting rules, or explain one")
    .description("Lists every rule with what it does; with an id, the reason and the source of that rule.")
    .argument("[id]", "a rule's id")
    .option("--period <period>", "rules of this year")
    .addOption(formatOption())
    .action(async (id: string | undefined, { format, period }: RulesOptions) => {
      const catalogue = catalogueOf(await editionFor(shell.root, period ?? null));
      const chosen = id === undefined ? [...catalogue.values()] : [find(catalogue, id)];
      if (format === "json") shell.out(`${JSON.stringify(chosen, null, 2)}\n`);
      else if (id !== undefined) shell.out(chosen.map(inFull).join(""));
      else shell.out(columns(chosen.map((rule) => [rule.kind, rule.severity, rule.id, rule.title])));
      finish(EXIT.done);
    });
}

function inFull({ id, kind, severity, title, why, effect, otherwise, source }: RuleEntry): string {
  const lines = columns([
    ["kind", `${kind}, ${severity}`],
    ["why", why],
    ["effect", effect],
    ...(otherwise === undefined ? [] : [["otherwise", `if ${otherwise}`]]),
    ["source", `${source.document}, "${source.heading}", ${source.edited}`],
  ]);
  return `${id}: ${title}\n\n${lines}`;
}

function find(catalogue: ReadonlyMap<string, RuleEntry>, id: string): RuleEntry {
  const rule = catalogue.get(id.toLowerCase());
  if (rule !== undefined) return rule;
  const near = [...catalogue.keys()]
    .map((one) => ({ one, near: one.split("-").includes(id) ? 1 : likeness(one, id) }))
    .filter(({ near }) => near > 0.4)
    .sort((a, b) => b.near - a.near)
    .map(({ one }) => one);
  throw new Refusal({
    what: `There is no rule "${id}".`,
    fix:
      near.length > 0
        ? `Did you mean ${near.slice(0, 3).join(", ")}? ko41a rules lists them all.`
        : "ko41a rules lists them all.",
  });
}
