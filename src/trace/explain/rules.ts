import type { RuleUse } from "../../domain/explanation.ts";
import type { Item } from "../../domain/item.ts";
import type { Made } from "../../domain/read-return.ts";
import type { RuleEntry } from "../../domain/rule.ts";
import type { RuleBook } from "../../domain/rule-book.ts";

export type Catalogue = ReadonlyMap<string, RuleEntry>;

/** Of a complaint's rules those that put it into an item. */
export function rulesInto(item: Item, rules: readonly string[], catalogue: Catalogue): readonly string[] {
  return rules.filter((id) => {
    const { figures } = catalogue.get(id) ?? {};
    return figures !== undefined && (figures.includes(item.id) || figures.includes(item.section));
  });
}

/** Each rule once, in the order of the catalogue, with how many of the lists name it. A rule that is not known any more is left out. */
export function ruleUses(
  lists: readonly (readonly string[])[],
  catalogue: Catalogue,
  { policyChoices }: RuleBook,
  { policies }: Made,
): readonly RuleUse[] {
  const counts = new Map<string, number>();
  for (const list of lists) for (const id of list) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...catalogue.values()]
    .filter(({ id }) => counts.has(id))
    .map((rule) => {
      const choice = policyChoices.find(({ name }) => name === rule.policy);
      const policy =
        choice === undefined
          ? null
          : {
              name: choice.name,
              value: (Object.hasOwn(policies, choice.name) ? policies[choice.name] : undefined) ?? choice.default,
              values: choice.values,
            };
      return { rule, counts: counts.get(rule.id) ?? 0, policy };
    });
}
