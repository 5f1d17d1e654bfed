import type { Field } from "./field.ts";
import type { ItemId } from "./item.ts";

/** What a local value is read as. */
export type ReadAs =
  | { readonly kind: "item"; readonly item: ItemId }
  | { readonly kind: "clinical-treatment" | "nothing" | "unknown" }
  /** One of a column's closed set of meanings. */
  | { readonly kind: "meaning"; readonly meaning: string }
  /** A site by its code or its name, which only a register knows. */
  | { readonly kind: "site" };

/** A distinct value under a field of an export, with the number of rows that have it. */
export interface LocalValue {
  readonly field: Field;
  readonly heading: string;
  readonly words: string;
  readonly rows: number;
  readonly readAs: ReadAs;
}

/** A column of an export that is not read, with its cells. They are looked at and not kept. */
export interface UnreadColumn {
  readonly heading: string;
  readonly cells: readonly string[];
}
