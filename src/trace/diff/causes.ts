import type { Cause, Reason, Setting } from "../../domain/comparison.ts";
import type { ItemId, Section } from "../../domain/item.ts";
import type { TracedReturn } from "../../domain/read-return.ts";
import type { Catalogue } from "../explain/rules.ts";
import { changedSettings, haveSameInputs } from "./settings.ts";

/** What the settings can do to each respect in which a complaint may differ. Rules name their policies themselves. */
const REACH: Readonly<Record<Reason["kind"], ReadonlySet<Setting["what"]>>> = {
  presence: new Set(["config", "mapping", "edition", "program"]),
  counting: new Set(["period", "config", "mapping", "edition", "program"]),
  site: new Set(["config", "mapping", "register", "program"]),
  arrival: new Set(["period", "config", "mapping", "program"]),
  outcome: new Set(["period", "config", "mapping", "edition", "program"]),
  aspects: new Set(["period", "config", "mapping", "edition", "program"]),
};

export interface Causes {
  readonly settings: readonly Setting[];
  /** A complaint that one side does not have. */
  readonly ofPresence: () => readonly Cause[];
  /** One that is kept out on one side, by the first of `kept`, which has all rules of that side; `other` has those of the other. */
  readonly ofCounting: (kept: readonly string[], other: readonly string[]) => readonly Cause[];
  /** Other figures: those named by item or section, and the rules of both sides. */
  readonly of: (
    kind: "site" | "arrival" | "outcome" | "aspects",
    figures: readonly (ItemId | Section)[],
    rules: readonly string[],
  ) => readonly Cause[];
}

/** Finds what can have made a difference: the record, unless both runs read the very same exports, and each setting that differs and reaches so far. */
export function causesBetween(a: TracedReturn, b: TracedReturn, catalogue: Catalogue): Causes {
  const settings = changedSettings(a, b);
  const record: readonly Cause[] = haveSameInputs(a.made, b.made) ? [] : [{ kind: "record" }];
  const asCauses = (found: readonly Setting[]): readonly Cause[] => found.map((setting) => ({ kind: "setting", ...setting }));
  const reaching = (kind: Reason["kind"]): readonly Cause[] => asCauses(settings.filter(({ what }) => REACH[kind].has(what)));
  const chosenBy = (rules: readonly string[]): readonly Cause[] => {
    const policies = new Set(rules.map((rule) => catalogue.get(rule)?.policy));
    return asCauses(settings.filter(({ what, name }) => what === "policy" && [...policies].some((policy) => policy === name)));
  };
  return {
    settings,
    ofPresence: () => (record.length > 0 ? record : reaching("presence")),
    ofCounting: (kept, other) => {
      const chosen = chosenBy(kept);
      // The rule still applies and does another thing now: only its policy can have made it.
      if (chosen.length > 0 && other.some((rule) => rule === kept[0])) return chosen;
      return [...record, ...chosen, ...reaching("counting")];
    },
    of: (kind, figures, rules) => {
      const concerned = rules.filter((rule) => catalogue.get(rule)?.figures?.some((figure) => figures.includes(figure)));
      return [...record, ...chosenBy(concerned), ...reaching(kind)];
    },
  };
}
