import type { Setting } from "../../domain/comparison.ts";
import type { FileSeal, Made, Run, TracedReturn } from "../../domain/read-return.ts";

/** Everything that two runs did not have in common beside their exports, as far as both say. */
export function changedSettings(a: TracedReturn, b: TracedReturn): readonly Setting[] {
  const settings = [periods(a, b), ...policies(a.made, b.made), ...programs(a.made.run, b.made.run)];
  return [...settings.filter((setting) => setting.a !== setting.b), ...files(a.made.run, b.made.run)];
}

function periods(a: TracedReturn, b: TracedReturn): Setting {
  const period = ({ period: label, made }: TracedReturn): string => label ?? `${made.start} to ${made.end}`;
  return { what: "period", name: "", a: period(a), b: period(b) };
}

function policies(a: Made, b: Made): readonly Setting[] {
  const names = [...new Set([...Object.keys(a.policies), ...Object.keys(b.policies)])].sort();
  const choice = (policies: Made["policies"], name: string): string | null =>
    Object.hasOwn(policies, name) ? (policies[name] ?? null) : null;
  return names.map((name) => ({ what: "policy", name, a: choice(a.policies, name), b: choice(b.policies, name) }));
}

function programs(a: Run | null, b: Run | null): readonly Setting[] {
  if (a === null || b === null) return [];
  return [
    { what: "edition", name: "", a: a.edition, b: b.edition },
    { what: "program", name: "", a: a.engine, b: b.engine },
  ];
}

function files(a: Run | null, b: Run | null): readonly Setting[] {
  if (a === null || b === null) return [];
  const file = (what: Setting["what"], was: readonly FileSeal[], is: readonly FileSeal[]): readonly Setting[] =>
    haveSame(was, is) ? [] : [{ what, name: "", a: names(was), b: names(is) }];
  const some = (seal: FileSeal | null): readonly FileSeal[] => (seal === null ? [] : [seal]);
  return [
    ...file("config", some(a.config), some(b.config)),
    ...file("mapping", some(a.mapping), some(b.mapping)),
    ...file("register", a.registers, b.registers),
  ];
}

/** Both runs read the very same exports, in any order. */
export function haveSameInputs({ run: a }: Made, { run: b }: Made): boolean {
  return a !== null && b !== null && haveSame(a.inputs, b.inputs);
}

function haveSame(a: readonly FileSeal[], b: readonly FileSeal[]): boolean {
  const hashes = (seals: readonly FileSeal[]): string =>
    seals
      .map(({ sha256 }) => sha256)
      .sort()
      .join();
  return hashes(a) === hashes(b);
}

function names(seals: readonly FileSeal[]): string | null {
  return seals.length === 0 ? null : seals.map(({ file }) => file).join(" + ");
}
