import type { Field } from "../domain/field.ts";
import type { Settings, SiteSetting } from "../domain/settings.ts";
import { normaliseHeading, normaliseWords } from "../domain/words.ts";

/** What an officer chose in a mapping sheet, in the terms of `ko41a.yaml`. */
export interface Mapping extends Pick<Settings, "columns" | "notNeeded" | "values" | "sites"> {
  /** Every line of the sheet, filled or not, by `lineKey`; the choice as it was written. */
  readonly lines: ReadonlyMap<string, string>;
  /** Every value that was given a meaning. */
  readonly answers: readonly Answer[];
}

/** What a value was chosen to mean. */
export interface Answer {
  readonly heading: string;
  readonly field: Field;
  readonly value: string;
  readonly choice: string;
}

/** What tells one line of a mapping sheet from the others. */
export function lineKey(heading: string, value: string): string {
  // A value of signs alone, as "-", is a value all the same.
  return `${normaliseHeading(heading)}\u0000${normaliseWords(value) || value.trim()}`;
}

/** The same for a value that is known by its field, whatever its heading: as ko41a.yaml says it. */
export function valueKey(field: Field, value: string): string {
  return lineKey(`values of ${field}`, value);
}

/** Settings with a mapping on top: what was chosen in the sheet wins. */
export function withMapping(settings: Settings, mapping: Mapping): Settings {
  const values = new Map(settings.values);
  for (const [field, own] of mapping.values) values.set(field, new Map([...(values.get(field) ?? []), ...own]));
  const dropped = new Set(mapping.notNeeded.map(normaliseHeading));
  const before = [...settings.columns].filter(([, heading]) => !dropped.has(normaliseHeading(heading)));
  return {
    ...settings,
    columns: new Map<Field, string>([...before, ...mapping.columns]),
    notNeeded: [...settings.notNeeded, ...mapping.notNeeded],
    values,
    sites: [...settings.sites.filter((site) => !mapping.sites.some((other) => isSameSite(site, other))), ...mapping.sites],
  };
}

function isSameSite(one: SiteSetting, other: SiteSetting): boolean {
  return normaliseWords(one.name) === normaliseWords(other.name);
}
