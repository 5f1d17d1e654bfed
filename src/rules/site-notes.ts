import { type Finding, finding } from "../domain/finding.ts";
import { normaliseWords } from "../domain/words.ts";
import type { RulesContext } from "./context.ts";
import type { Counted } from "./decide.ts";
import { severityOf } from "./severity.ts";
import { nearestSite } from "./sites/suggestion.ts";

/** Notes on sites that are worth saying once for each site, not once for each complaint. */
export function siteNotes(counted: readonly Counted[], context: RulesContext): Finding[] {
  const { register, organisation } = context;
  const withoutCode = groups(counted, ({ placing }) =>
    placing.withoutCode === null ? null : normaliseWords(placing.withoutCode.name ?? ""),
  );
  const matched = groups(counted, ({ placing }) =>
    placing.matched === null ? null : `${placing.matched.code} ${placing.matched.name}`,
  );
  const findings: Finding[] = [];
  for (const [key, complaints] of withoutCode) {
    const [name = ""] = complaints.map(({ placing }) => placing.withoutCode?.name ?? "").sort();
    const suggestion = suggestionFor(name, key, context);
    findings.push(
      finding(
        severityOf("no-ods-code"),
        { kind: "no-ods-code", name: name || null, complaints: complaints.length, suggestion },
        { site: organisation.code },
      ),
    );
  }
  for (const [, complaints] of matched) {
    const site = complaints[0]?.placing.matched;
    if (site === undefined || site === null) continue;
    const { code, name } = site;
    findings.push(
      finding(
        severityOf("site-name-matched"),
        { kind: "site-name-matched", name, code, complaints: complaints.length },
        { site: code },
      ),
    );
  }
  const unchecked = new Set(counted.map(({ placing }) => placing.site).filter((site) => site !== organisation.code));
  if (!register.complete && unchecked.size > 0)
    findings.push(finding(severityOf("no-register"), { kind: "no-register", codes: unchecked.size }));
  return findings;
}

function suggestionFor(name: string, key: string, context: RulesContext) {
  if (context.register.byName.get(key)?.code === context.organisation.code) return "as the trust says";
  const near = name === "" ? null : nearestSite(name, context);
  return near === null ? null : { code: near.code, name: near.name };
}

/** In order of their keys, so that the order of rows does not matter. */
function groups(
  counted: readonly Counted[],
  keyOf: (one: Counted) => string | null,
): readonly (readonly [string, readonly Counted[]])[] {
  const grouped = new Map<string, Counted[]>();
  for (const one of counted) {
    const key = keyOf(one);
    if (key === null) continue;
    const group = grouped.get(key);
    if (group === undefined) grouped.set(key, [one]);
    else group.push(one);
  }
  return [...grouped].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
