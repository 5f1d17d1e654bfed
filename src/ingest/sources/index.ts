import { carehq } from "./carehq/index.ts";
import datix from "./datix/profile.json" with { type: "json" };
import dynamics from "./dynamics/profile.json" with { type: "json" };
import { generic } from "./generic/index.ts";
import { profileOf } from "./profile-of.ts";
import { px360 } from "./px360/index.ts";
import radar from "./radar/profile.json" with { type: "json" };
import type { Source } from "./source.ts";
import ulysses from "./ulysses/profile.json" with { type: "json" };

/** Every system whose exports are understood; the generic export first. */
export const SOURCES: readonly Source[] = [
  generic,
  ...[datix, ulysses, radar].map((file) => ({ profile: profileOf(file), readDocument: null })),
  carehq,
  px360,
  { profile: profileOf(dynamics), readDocument: null },
];

/** What `--source` takes. */
export const SOURCE_NAMES: readonly string[] = ["auto", ...SOURCES.map(({ profile }) => profile.name)];

/** The systems an export may come from: all of them, or the one that was named. */
export function sourcesFor(name: string): readonly Source[] {
  return SOURCES.filter(({ profile }) => (name === "auto" ? !profile.onlyWhenNamed : profile.name === name));
}
