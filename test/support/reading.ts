import type { Reading } from "../../src/domain/source-profile.ts";

/** A key of its own, since an object with a method of this name would be taken for a promise. */
const SAYS = "then" satisfies keyof Reading;

/** What a column says of other fields. */
export interface Saying extends Omit<Reading, typeof SAYS | "why"> {
  readonly says: Reading[typeof SAYS];
}

/** The same as a profile has it. */
export function reading({ says, ...rest }: Saying): Reading {
  return { why: "test", ...rest, [SAYS]: says };
}
