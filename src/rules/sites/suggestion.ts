import type { RegisteredSite } from "../../domain/register.ts";
import { normaliseWords } from "../../domain/words.ts";
import type { RulesContext } from "../context.ts";

/** Share of letter pairs two names have in common from which one is offered for the other. */
const NEAR = 0.7;

/** The registered site of this organisation whose name is nearest, when it is near. Offered, never applied. */
export function nearestSite(name: string, { register, organisation }: RulesContext): RegisteredSite | null {
  let best: { site: RegisteredSite; likeness: number } | null = null;
  for (const site of register.byName.values()) {
    if (site.parent !== null && site.parent !== organisation.code) continue;
    const likeness = pairsInCommon(name, site.name);
    if (likeness >= NEAR && (best === null || likeness > best.likeness)) best = { site, likeness };
  }
  return best?.site ?? null;
}

/** Dice's coefficient over letter pairs, 0 to 1. */
function pairsInCommon(a: string, b: string): number {
  const left = letterPairs(a);
  const right = letterPairs(b);
  const total = left.length + right.length;
  if (total === 0) return 0;
  let common = 0;
  for (const pair of left) {
    const found = right.indexOf(pair);
    if (found < 0) continue;
    right.splice(found, 1);
    common += 1;
  }
  return (2 * common) / total;
}

function letterPairs(text: string): string[] {
  const letters = normaliseWords(text);
  return Array.from({ length: Math.max(0, letters.length - 1) }, (_, index) => letters.slice(index, index + 2));
}
