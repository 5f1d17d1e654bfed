import type { FindingKind } from "../domain/finding.ts";
import type { Severity } from "../domain/rule.ts";
import { ASPECT_ENTRIES } from "./aspects/entries.ts";
import { EXCLUSIONS } from "./exclusions/index.ts";
import { RECORD_ENTRIES } from "./records.ts";
import { SITE_ENTRIES } from "./sites/entries.ts";
import { TIMING_ENTRIES } from "./timing/entries.ts";

const SEVERITIES = new Map(
  [...RECORD_ENTRIES, ...EXCLUSIONS, ...SITE_ENTRIES, ...ASPECT_ENTRIES, ...TIMING_ENTRIES].map(({ id, severity }) => [
    id,
    severity,
  ]),
);

/** A finding is as severe as the catalogue says its rule is. */
export function severityOf(kind: FindingKind): Severity {
  return SEVERITIES.get(kind) ?? "error";
}
