import type { Complaint } from "../domain/complaint.ts";
import { type Finding, finding } from "../domain/finding.ts";
import { isOdsCode } from "../domain/ods-code.ts";
import type { Complaints } from "./complaints.ts";

/**
 * With one return for each organisation, a complaint that names none belongs to no return: refused, row by row.
 * What is no code names none, and must not become the name of a folder either.
 */
export function refuseWithoutOrganisation<T extends Complaints>(input: T): T {
  const named = ({ organisation }: Complaint): boolean => organisation !== null && isOdsCode(organisation);
  const without = input.complaints.filter((complaint) => !named(complaint));
  if (without.length === 0) return input;
  const rows = without.flatMap(({ reference, source }) =>
    source.map((place) => ({ place, reference, rule: "organisation-missing" })),
  );
  const findings = rows.map(({ reference, place }) =>
    finding("error", { kind: "organisation-missing" }, { reference, source: place }),
  );
  return {
    ...input,
    complaints: input.complaints.filter(named),
    refused: [...input.refused, ...rows],
    findings: [...input.findings, ...findings],
  };
}

/** What was found while reading, without what concerns complaints of other organisations only. */
export function findingsAbout(code: string, { complaints, findings }: Complaints): readonly Finding[] {
  const isOwn = ({ organisation }: Complaint): boolean => organisation === null || organisation === code;
  const foreign = new Set(complaints.filter((complaint) => !isOwn(complaint)).map(({ reference }) => reference));
  if (foreign.size === 0) return findings;
  for (const complaint of complaints) if (isOwn(complaint)) foreign.delete(complaint.reference);
  return findings.filter(({ reference }) => reference === null || !foreign.has(reference));
}
