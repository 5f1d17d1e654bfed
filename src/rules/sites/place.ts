import type { NamedSite } from "../../domain/complaint.ts";
import type { FindingDetail } from "../../domain/finding.ts";
import { isOdsCode, isTrustOrIcbCode } from "../../domain/ods-code.ts";
import type { RegisteredSite } from "../../domain/register.ts";
import { normaliseWords } from "../../domain/words.ts";
import type { RulesContext } from "../context.ts";
import { sitesOf } from "./joined-names.ts";

/** The one row a complaint stands in. */
export interface Placing {
  /** A site code, or the organisation's own for sites without one. */
  readonly site: string;
  /** The site's name as recorded beside its code; null when not known. */
  readonly name: string | null;
  readonly rules: readonly string[];
  readonly notes: readonly FindingDetail[];
  /** A site that is known by name only and has no code. */
  readonly withoutCode: { readonly name: string | null } | null;
  /** A site that is known by name only and was found. */
  readonly matched: RegisteredSite | null;
}

/** Places complaints by their sites. Lists of sites repeat, so each distinct one is placed once. */
export function placer(context: RulesContext): (sites: readonly NamedSite[]) => Placing {
  const placings = new WeakMap<readonly NamedSite[], Placing>();
  return (sites) => {
    const known = placings.get(sites);
    if (known !== undefined) return known;
    const placing = placeOf(sites, context);
    placings.set(sites, placing);
    return placing;
  };
}

/** Where a complaint counts: its primary site, and only there. */
function placeOf(sites: readonly NamedSite[], context: RulesContext): Placing {
  const isKnown = (name: string): boolean => byName(name, context) !== null;
  const { chosen, rules, notes } = primarySite(sites.flatMap((site) => sitesOf(site, isKnown)));
  const rolledUp = (note: FindingDetail[], withoutCode: Placing["withoutCode"]): Placing => ({
    site: context.organisation.code,
    name: null,
    rules: [...rules, "no-ods-code"],
    notes: [...notes, ...note],
    withoutCode,
    matched: null,
  });
  if (chosen === null) return rolledUp([], { name: null });
  // A system may have codes of its own where ODS codes belong: the trust's sites table names them too.
  const found = byName(chosen.code ?? chosen.name ?? "", context);
  if (found !== null)
    return {
      site: found.code,
      name: found.name,
      rules: [...rules, "site-name-matched"],
      notes,
      withoutCode: null,
      matched: found,
    };
  if (chosen.code === null) return rolledUp([], { name: chosen.name });
  if (chosen.code === context.organisation.code) return rolledUp([], null);
  const because = whyUnknown(chosen.code, context);
  if (because !== null) {
    const placing = rolledUp([{ kind: "unknown-site-code", code: chosen.code, because }], null);
    return { ...placing, rules: [...rules, "unknown-site-code"] };
  }
  return { site: chosen.code, name: chosen.name, rules, notes, withoutCode: null, matched: null };
}

/** Several sites: the one marked primary, else the first named, with a warning. */
function primarySite(sites: readonly NamedSite[]) {
  const [first] = sites;
  if (first === undefined) return { chosen: null, rules: [], notes: [] };
  const names = [
    ...new Map(sites.map((site) => [site.code ?? normaliseWords(site.name ?? ""), site.code ?? site.name ?? ""])).values(),
  ];
  if (names.length === 1) return { chosen: first, rules: [], notes: [] };
  const marked = sites.filter((site) => site.primary);
  const chosen = marked[0] ?? first;
  const count = new Set(marked.map((site) => site.code ?? site.name)).size;
  const note: FindingDetail = { kind: "primary-site", chosen: chosen.code ?? chosen.name ?? "", sites: names, marked: count };
  return { chosen, rules: ["primary-site"], notes: count === 1 ? [] : [note] };
}

function whyUnknown(code: string, { register, organisation, period }: RulesContext) {
  if (!isOdsCode(code)) return "malformed";
  const known = register.byCode.get(code);
  if (known === undefined) {
    if (isTrustOrIcbCode(code)) return "another organisation's";
    return register.complete ? "not in the register" : null;
  }
  if (known.parent === null ? isTrustOrIcbCode(code) : known.parent !== organisation.code) return "another organisation's";
  return known.closed !== null && known.closed < period.start ? "closed" : null;
}

/** An open site of this organisation with this very name. */
function byName(name: string, { register, organisation, period }: RulesContext): RegisteredSite | null {
  const found = register.byName.get(normaliseWords(name));
  if (found === undefined || found.code === organisation.code) return null;
  if (found.parent !== null && found.parent !== organisation.code) return null;
  return found.closed !== null && found.closed < period.start ? null : found;
}
