import type { Fate } from "../domain/return.ts";

/** What the panel shows; it stands in the address behind #/, so that Back works and a place can be noted. */
export type Route =
  | { readonly shows: "figure"; readonly site: string | null; readonly item: string }
  | { readonly shows: "complaint"; readonly reference: string }
  | { readonly shows: "rows"; readonly fate: Fate; readonly rule: string };

const ALL_SITES = "*";
const FATES: readonly Fate[] = ["counted", "excluded", "merged", "refused"];

export function routeText(route: Route): string {
  switch (route.shows) {
    case "figure":
      return joined("figure", route.site ?? ALL_SITES, route.item);
    case "complaint":
      return joined("complaint", route.reference);
    case "rows":
      return joined("rows", route.fate, route.rule);
  }
}

/** Null for the address of a part of the page. */
export function routeOf(hash: string): Route | null {
  const [shows, a = "", b = ""] = parts(hash);
  if (shows === "figure" && b !== "") return { shows, site: a === ALL_SITES ? null : a, item: b };
  if (shows === "complaint" && a !== "") return { shows, reference: a };
  const fate = FATES.find((one) => one === a);
  return shows === "rows" && fate !== undefined ? { shows, fate, rule: b } : null;
}

function joined(...words: readonly string[]): string {
  return `/${words.map((word) => encodeURIComponent(word.replace(/\p{Cs}/gu, "\ufffd"))).join("/")}`;
}

function parts(hash: string): readonly string[] {
  try {
    return hash.startsWith("#/") ? hash.slice(2).split("/").map(decodeURIComponent) : [];
  } catch {
    return [];
  }
}
