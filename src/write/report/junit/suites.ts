import { isoDate } from "../../../domain/local-date.ts";
import type { TitledReport } from "../../../domain/report.ts";
import type { Return } from "../../../domain/return.ts";
import type { FormatOptions } from "../formats.ts";
import { KINDS } from "../kinds.ts";
import { clean } from "../text.ts";
import { casesOf, type TestCase } from "./cases.ts";

export interface Suite {
  readonly name: string;
  readonly timestamp: string;
  /** What was checked and with what; never empty, because Jenkins's schema wants one at least. */
  readonly edition: readonly (readonly [name: string, value: string])[];
  readonly cases: readonly TestCase[];
  readonly tests: number;
  readonly failures: number;
  readonly skipped: number;
}

/** Rules that the catalogue does not know come last. */
const SUITES = { ...KINDS, other: "Other rules" } as const;

export function suitesOf(titled: TitledReport, options: FormatOptions, several: boolean): readonly Suite[] {
  const made = titled.return;
  const cases = casesOf(titled.report, options, several && made !== null ? `${clean(made.organisation.code)}.` : "");
  return Object.entries(SUITES).flatMap(([kind, words]) => {
    const own = cases.filter((one) => one.kind === kind);
    const number = (outcome: TestCase["outcome"]): number => own.filter((one) => one.outcome === outcome).length;
    if (own.length === 0) return [];
    return {
      name: `${clean(titled.title)}: ${words}`,
      timestamp: timestampOf(made),
      edition: [["engine", options.engine] as const, ...(made === null ? [] : [["edition", made.provenance.edition] as const])],
      cases: own,
      tests: own.length,
      failures: number("failure"),
      skipped: number("skipped"),
    };
  });
}

/**
 * The schema wants an instant, and there is no clock here: the one that the user gave, or else the period's end, which
 * every run over the same data has in common. Figures of others have neither.
 */
function timestampOf(made: Return | null): string {
  const [, day = "", time] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ]((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d))?/.exec(made?.provenance.generatedAt ?? "") ?? [];
  const given = isoDate(day);
  if (given !== null) return `${given}T${time ?? "00:00:00"}`;
  return `${isoDate(made?.period.end ?? "") ?? "1970-01-01"}T00:00:00`;
}
