import type { Setting } from "../../domain/comparison.ts";
import type { FileSeal, Made, TracedReturn } from "../../domain/read-return.ts";

/** Everything that two runs did not have in common beside their exports. */
export function changedSettings(a: TracedReturn, b: TracedReturn): readonly Setting[] {
  const period = ({ period: label, made }: TracedReturn): string => label ?? `${made.start} to ${made.end}`;
  const policies = [...new Set([...Object.keys(a.made.policies), ...Object.keys(b.made.policies)])].sort();
  const settings: readonly Setting[] = [
    { what: "period", name: "", a: period(a), b: period(b) },
    { what: "edition", name: "", a: a.made.edition, b: b.made.edition },
    ...policies.map(
      (name): Setting => ({ what: "policy", name, a: a.made.policies[name] ?? null, b: b.made.policies[name] ?? null }),
    ),
    { what: "program", name: "", a: a.made.engine, b: b.made.engine },
  ];
  const file = (what: Setting["what"], seals: (made: Made) => readonly FileSeal[]): readonly Setting[] => {
    const [was, is] = [seals(a.made), seals(b.made)];
    return isSame(was, is) ? [] : [{ what, name: "", a: names(was), b: names(is) }];
  };
  return [
    ...settings.filter((setting) => setting.a !== setting.b),
    ...file("config", ({ config }) => (config === null ? [] : [config])),
    ...file("mapping", ({ mapping }) => (mapping === null ? [] : [mapping])),
    ...file("register", ({ registers }) => registers),
  ];
}

/** The same files in any order. */
export function isSame(a: readonly FileSeal[], b: readonly FileSeal[]): boolean {
  const hashes = (seals: readonly FileSeal[]): string =>
    seals
      .map(({ sha256 }) => sha256)
      .sort()
      .join();
  return hashes(a) === hashes(b);
}

function names(seals: readonly FileSeal[]): string | null {
  return seals.length === 0 ? null : seals.map(({ file }) => file).join(", ");
}
