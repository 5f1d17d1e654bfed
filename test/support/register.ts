import type { Register, RegisteredSite } from "../../src/domain/register.ts";
import { normaliseWords } from "../../src/domain/words.ts";

/** Two hospitals of RZZ that are open. */
export const TWO_SITES: readonly RegisteredSite[] = [
  { code: "RZZ01", name: "General hospital", parent: "RZZ", closed: null },
  { code: "RZZ02", name: "Healthcare clinic", parent: "RZZ", closed: null },
];

/** A register that knows these sites and, being complete, no others. */
export function registerOf(sites: readonly RegisteredSite[], complete = true): Register {
  return {
    complete,
    byCode: new Map(sites.map((site) => [site.code, site])),
    byName: new Map(sites.map((site) => [normaliseWords(site.name), site])),
  };
}

export const NO_REGISTER: Register = registerOf([], false);
