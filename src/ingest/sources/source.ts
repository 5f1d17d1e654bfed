import type { Field } from "../../domain/field.ts";

/** What one system's headings mean. */
export interface SourceProfile {
  readonly name: string;
  /** Headings a field may stand under, best first. */
  readonly headings: Readonly<Record<Field, readonly string[]>>;
}
