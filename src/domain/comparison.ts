import type { ItemId, Section } from "./item.ts";
import type { ReadReturn } from "./read-return.ts";
import type { Fate } from "./return.ts";

/** A pair of values, as the first return has it and as the second. */
export interface Both<T> {
  readonly a: T;
  readonly b: T;
}

/** A figure that is not the same on both sides; null where it is blank or no number. */
export interface FigureChange extends Both<number | null> {
  readonly site: string;
  readonly siteName: string;
  readonly item: ItemId;
  /** References that count in it only on one side. One that counts twice more, through two aspects, stands twice. */
  readonly entered: readonly string[];
  readonly left: readonly string[];
}

/** An item over all sites together, which is for checking only: no return has such a row. */
export interface SumChange extends Both<number | null> {
  readonly item: ItemId;
}

/** What a return says of a complaint. */
export interface ComplaintState {
  readonly fate: Fate;
  readonly site: string | null;
  readonly items: readonly ItemId[];
  readonly rules: readonly string[];
}

/** A complaint that is not in the same figures on both sides; null: it is not in that return at all. */
export interface ComplaintChange extends Both<ComplaintState | null> {
  readonly reference: string;
  readonly kind: "entered" | "left" | "moved" | "changed";
  readonly reasons: readonly Reason[];
}

/** In what respect a complaint differs, with everything that can be the cause: one cause is certain, several are open. */
export type Reason = { readonly causes: readonly Cause[] } & (
  | ({ readonly kind: "presence" } & Both<boolean>)
  /** The rule that keeps it out; null: it counts. */
  | ({ readonly kind: "counting" } & Both<string | null>)
  | ({ readonly kind: "site" } & Both<string | null>)
  | ({ readonly kind: "arrival" } & Both<"new" | "brought-forward" | null>)
  /** The item of its outcome; null: open. */
  | ({ readonly kind: "outcome" } & Both<ItemId | null>)
  /** Items of a section that it is in on one side only. */
  | ({ readonly kind: "aspects"; readonly section: Section } & Both<readonly ItemId[]>)
);

/** What made the difference: the record itself, or a setting of the run. */
export type Cause = { readonly kind: "record" } | ({ readonly kind: "setting" } & Setting);

/** What two runs did not have in common. Files are told apart by their fingerprints, and shown by name. */
export interface Setting extends Both<string | null> {
  readonly what: "period" | "edition" | "mapping" | "config" | "register" | "program" | "policy";
  /** Of a policy its name. */
  readonly name: string;
}

export interface SiteChange {
  readonly kind: "new" | "closed" | "renamed";
  readonly code: string;
  readonly a: string | null;
  readonly b: string | null;
  /** A site on the other side only that has the same name: perhaps its code has changed. */
  readonly perhaps: string | null;
}

/** Two returns of one organisation. */
export interface ReturnComparison {
  readonly organisation: { readonly code: string; readonly name: string };
  readonly periods: Both<string | null>;
  readonly level: "site" | "organisation";
  /** Both sides name their complaints. */
  readonly traced: boolean;
  readonly settings: readonly Setting[];
  /** The exports by name, and whether they are the same, byte for byte; null when not both say. */
  readonly inputs: (Both<readonly string[]> & { readonly same: boolean }) | null;
  readonly changes: readonly FigureChange[];
  /** Empty where there is one site only. */
  readonly sums: readonly SumChange[];
  readonly sites: readonly SiteChange[];
  readonly complaints: readonly ComplaintChange[];
}

/** Two files with returns. */
export interface Comparison {
  readonly a: Pick<ReadReturn, "file" | "kind">;
  readonly b: Pick<ReadReturn, "file" | "kind">;
  readonly returns: readonly ReturnComparison[];
  /** Returns of organisations or periods that only one of the two files has. */
  readonly only: Both<readonly string[]>;
}
