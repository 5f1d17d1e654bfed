import type { Cause, Reason, Setting } from "../../domain/comparison.ts";
import type { TracedReturn } from "../../domain/read-return.ts";
import type { Catalogue } from "../explain/rules.ts";
import { changedSettings, haveSameInputs } from "./settings.ts";

type Unexplained = Reason extends infer R ? (R extends Reason ? Omit<R, "causes"> : never) : never;

/** What the settings can do to each respect in which a complaint may differ. Rules name their policies themselves. */
const REACH: Readonly<Record<Reason["kind"], ReadonlySet<Setting["what"]>>> = {
  presence: new Set(["config", "mapping", "edition", "program"]),
  counting: new Set(["period", "config", "mapping", "edition", "program"]),
  site: new Set(["config", "mapping", "register", "program"]),
  arrival: new Set(["period", "config", "mapping", "program"]),
  outcome: new Set(["period", "config", "mapping", "edition", "program"]),
  aspects: new Set(["config", "mapping", "edition", "program"]),
};

/**
 * Finds what can have made a difference: the record, unless both runs read the very same exports, and each setting that
 * differs and reaches so far. A rule that stands on both sides and does another thing now was changed by its policy.
 */
export function causesBetween(a: TracedReturn, b: TracedReturn, catalogue: Catalogue) {
  const settings = changedSettings(a, b);
  const record: readonly Cause[] = haveSameInputs(a.made, b.made) ? [] : [{ kind: "record" }];
  return {
    settings,
    causesOf: ({ kind }: Unexplained, rulesA: readonly string[], rulesB: readonly string[]): readonly Cause[] => {
      const policies = (rules: readonly string[]) => rules.flatMap((id) => catalogue.get(id)?.policy ?? []);
      const changed = (names: readonly string[]): readonly Cause[] =>
        settings
          .filter(({ what, name }) => what === "policy" && names.includes(name))
          .map((setting): Cause => ({ kind: "setting", ...setting }));
      const standing = changed(policies(rulesA.filter((rule) => rulesB.includes(rule))));
      if (kind === "counting" && standing.length === 1) return standing;
      const reaching = settings
        .filter(({ what }) => REACH[kind].has(what))
        .map((setting): Cause => ({ kind: "setting", ...setting }));
      const chosen = kind === "presence" || kind === "site" ? [] : changed(policies([...rulesA, ...rulesB]));
      return kind === "presence" && record.length > 0 ? record : [...record, ...chosen, ...reaching];
    },
  };
}
