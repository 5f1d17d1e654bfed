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
  const isKnown = (name: string): boolean => byName(name, context)?.because === null;
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
  if (found !== null && found.because !== null) return unknownCode(rolledUp, found.site.code, found.because, rules);
  if (found !== null)
    return {
      site: found.site.code,
      name: found.site.name,
      rules: [...rules, "site-name-matched"],
      notes,
      withoutCode: null,
      matched: found.site,
    };
  if (chosen.code === null) return rolledUp([], { name: chosen.name });
  if (chosen.code === context.organisation.code) return rolledUp([], null);
  const because = whyUnknown(chosen.code, context);
  if (because !== null) return unknownCode(rolledUp, chosen.code, because, rules);
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

type Because = Extract<FindingDetail, { readonly kind: "unknown-site-code" }>["because"];

function unknownCode(
  rolledUp: (note: FindingDetail[], withoutCode: Placing["withoutCode"]) => Placing,
  code: string,
  because: Because,
  rules: readonly string[],
): Placing {
  return { ...rolledUp([{ kind: "unknown-site-code", code, because }], null), rules: [...rules, "unknown-site-code"] };
}

function whyUnknown(code: string, { register, organisation, period }: RulesContext): Because | null {
  if (!isOdsCode(code)) return "malformed";
  const known = register.byCode.get(code);
  if (known === undefined) {
    if (isTrustOrIcbCode(code)) return "another organisation's";
    return register.complete ? "not in the register" : null;
  }
  if (known.parent === null ? isTrustOrIcbCode(code) : known.parent !== organisation.code) return "another organisation's";
  return known.closed !== null && known.closed < period.start ? "closed" : null;
}

/** A site of this organisation with this very name, and why its code is none of ours where the trust gave it one. */
function byName(name: string, context: RulesContext): { readonly site: RegisteredSite; readonly because: Because | null } | null {
  const { register, organisation, period } = context;
  const site = register.byName.get(normaliseWords(name));
  if (site === undefined || site.code === organisation.code) return null;
  if (site.said !== undefined) {
    const because = site.code.length === 3 ? "another organisation's" : whyUnknown(site.code, context);
    return { site, because };
  }
  if (site.parent !== null && site.parent !== organisation.code) return null;
  return site.closed !== null && site.closed < period.start ? null : { site, because: null };
}
