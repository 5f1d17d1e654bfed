import type { Field } from "./field.ts";
import { normaliseHeading } from "./words.ts";

type ByField<T> = Readonly<Partial<Record<Field, T>>>;

/** A local column whose words say something of other fields, as a record type that says who leads. */
export interface Reading {
  /** Headings the column may stand under. */
  readonly column: readonly string[];
  /** The words of a cell as a whole; `anyOtherThan`, whatever else stands in it; or `contains`, whole words anywhere in it. */
  readonly words?: readonly string[];
  readonly anyOtherThan?: readonly string[];
  readonly contains?: string;
  /** What it says, in the words of the generic export. It stands in place of what the field's own column says. */
  readonly then: ByField<string>;
  /** Not where these fields say one of these words already. */
  readonly unless?: ByField<readonly string[]>;
  readonly why: string;
}

/** What one system's headings, words and habits mean: data, one folder a system in `ingest/sources`. */
export interface SourceProfile {
  /** As given to `--source`. */
  readonly name: string;
  readonly title: string;
  /** Headings a field may stand under, best first. */
  readonly headings: ByField<readonly string[]>;
  /** Without naming the system, an export is taken for its own only with a heading out of each of these lists. */
  readonly tellTales: readonly (readonly string[])[];
  /** Headings of this system that the return does not need. They help to tell whose export it is. */
  readonly alsoHas: readonly string[];
  /** Local words to the words of the generic export; "" says nothing. */
  readonly values: ByField<Readonly<Record<string, string>>>;
  readonly readings: readonly Reading[];
  /** Fields whose next heading is read where the best one's cell is blank. */
  readonly orElse: readonly Field[];
  /** Fields whose cells carry a code in front: `<code>- <label>`. */
  readonly codeInFront: readonly Field[];
  /** Fields whose cells hold codes joined by spaces. */
  readonly codesBySpaces: readonly Field[];
  /** Days that the system writes where it has no date; the next heading is read there too. */
  readonly noDates: readonly string[];
  /** Fields whose cells hold a single value, whatever stands in it. */
  readonly oneValue: readonly Field[];
  /** The heading of the system's own id, where a reference may be missing or given twice. */
  readonly ownId: string | null;
  /** Headings are paths: what counts stands in the last brackets, `Form name (Date received)`. */
  readonly headingsInBrackets: boolean;
  /** A starting point from what is said about the system, not seen: read only when it is named. */
  readonly onlyWhenNamed: boolean;
}

/** The forms under which a heading is looked up. In a path, `Form name (Subjects (Complaint))`, the last brackets count too. */
export function headingKeys(heading: string, { headingsInBrackets }: SourceProfile): readonly string[] {
  const whole = normaliseHeading(heading);
  const inside = headingsInBrackets ? lastBrackets(heading.trim()) : null;
  return inside === null ? [whole] : [whole, normaliseHeading(inside)];
}

function lastBrackets(text: string): string | null {
  if (!text.endsWith(")")) return null;
  let depth = 0;
  for (let at = text.length - 1; at > 0; at--) {
    if (text[at] === ")") depth += 1;
    if (text[at] === "(") depth -= 1;
    if (depth === 0) return text.slice(at + 1, -1);
  }
  return null;
}
