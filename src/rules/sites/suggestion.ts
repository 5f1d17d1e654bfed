import type { RegisteredSite } from "../../domain/register.ts";
import { likeness } from "../../domain/words.ts";
import type { RulesContext } from "../context.ts";

/** Share of letter pairs two names have in common from which one is offered for the other. */
const NEAR = 0.7;

/** The registered site of this organisation whose name is nearest, when it is near. Offered, never applied. */
export function nearestSite(name: string, { register, organisation }: RulesContext): RegisteredSite | null {
  let best: { site: RegisteredSite; near: number } | null = null;
  for (const site of register.byName.values()) {
    if (site.code === organisation.code || (site.parent !== null && site.parent !== organisation.code)) continue;
    const near = likeness(name, site.name);
    if (near >= NEAR && (best === null || near > best.near)) best = { site, near };
  }
  return best?.site ?? null;
}
