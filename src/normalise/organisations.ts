import { finding } from "../domain/finding.ts";
import type { Complaints } from "./complaints.ts";

/** With one return for each organisation, a complaint that names none belongs to no return: refused, row by row. */
export function refuseWithoutOrganisation<T extends Complaints>(input: T): T {
  const without = input.complaints.filter(({ organisation }) => organisation === null);
  if (without.length === 0) return input;
  const rows = without.flatMap(({ reference, source }) =>
    source.map((place) => ({ place, reference, rule: "organisation-missing" })),
  );
  const findings = rows.map(({ reference, place }) =>
    finding("error", { kind: "organisation-missing" }, { reference, source: place }),
  );
  return {
    ...input,
    complaints: input.complaints.filter(({ organisation }) => organisation !== null),
    refused: [...input.refused, ...rows],
    findings: [...input.findings, ...findings],
  };
}
