import type { Field } from "./field.ts";
import type { Acceptance } from "./report.ts";

/** One line of the trust's own sites table. */
export interface SiteSetting {
  /** As exports have it. */
  readonly name: string;
  /** As the return should have it, where that is another. */
  readonly officialName?: string;
  readonly code: string;
}

/** What a trust says of its own export: `ko41a.yaml`, after it was read. */
export interface Settings {
  readonly organisation: string | null;
  readonly organisationName: string | null;
  readonly period: string | null;
  readonly columns: ReadonlyMap<Field, string>;
  /** Headings that are not to be read, whatever they look like. */
  readonly notNeeded: readonly string[];
  /** Local words to the words of the generic export, by field. */
  readonly values: ReadonlyMap<Field, ReadonlyMap<string, string>>;
  readonly sites: readonly SiteSetting[];
  /** As written; checked against the rule book of the period. */
  readonly policies: Readonly<Record<string, string>>;
  readonly accepted: readonly Acceptance[];
}

export const NO_SETTINGS: Settings = {
  organisation: null,
  organisationName: null,
  period: null,
  columns: new Map(),
  notNeeded: [],
  values: new Map(),
  sites: [],
  policies: {},
  accepted: [],
};
