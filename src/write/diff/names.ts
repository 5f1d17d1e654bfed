import type { Setting } from "../../domain/comparison.ts";
import type { Item, ItemId } from "../../domain/item.ts";
import type { RuleEntry } from "../../domain/rule.ts";
import { type ItemLabels, itemLabels } from "../report/labels.ts";
import { clean } from "../report/text.ts";

/** What sentences about a comparison need to name things by. */
export interface Names {
  readonly labels: ItemLabels;
  readonly sections: ReadonlyMap<number, string>;
  /** The items of section 2, which are asked for over all sites. */
  readonly headlines: ReadonlySet<ItemId>;
  readonly catalogue: ReadonlyMap<string, RuleEntry>;
}

export function namesOf(items: readonly Item[], catalogue: Names["catalogue"]): Names {
  return {
    labels: itemLabels(items),
    sections: new Map(items.map(({ section, sectionName }) => [section, sectionName])),
    headlines: new Set(items.filter(({ section }) => section === 2).map(({ id }) => id)),
    catalogue,
  };
}

const SETTINGS: Readonly<Record<Setting["what"], string>> = {
  period: "the period",
  edition: "the rule book",
  mapping: "the mapping sheet",
  config: "the settings file",
  register: "the ODS files",
  program: "the program",
  policy: "policy",
};

/** "policy withdrawn is exclude in A and not-upheld in B" */
export function settingWords({ what, name, a, b }: Setting): string {
  const subject = `${SETTINGS[what]}${name === "" ? "" : ` ${clean(name)}`}`;
  if (a === b) return `${subject} is not the same in A and B`;
  const verb = what === "register" ? "are" : "is";
  if (a === null) return `${subject} ${verb} ${clean(b ?? "")} in B, and A has none`;
  if (b === null) return `${subject} ${verb} ${clean(a)} in A, and B has none`;
  return `${subject} ${verb} ${clean(a)} in A and ${clean(b)} in B`;
}

/** Words as a sentence. */
export function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
