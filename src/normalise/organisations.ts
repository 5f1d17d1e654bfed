import type { Complaint } from "../domain/complaint.ts";
import { finding } from "../domain/finding.ts";
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
