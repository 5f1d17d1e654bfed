/** As large as a return gets. */
export const LARGE = { sites: 300, complaints: 20_000 } as const;

/** Every third complaint was closed without an outcome, every second has no profession. */
export function largeExport(): string {
  const lines = Array.from({ length: LARGE.complaints }, (_, at) => {
    const site = `RZZ${(36 + (at % LARGE.sites)).toString(36).toUpperCase().padStart(2, "0")}`;
    const outcome = at % 3 === 0 ? "" : "Upheld";
    return `C-${at},2025-06-${String(1 + (at % 28)).padStart(2, "0")},2025-08-01,${outcome},${site},${at % 90},Patient,Inpatient,Communications,${at % 2 === 0 ? "" : "Nursing"}`;
  });
  const headings =
    "Complaint reference,Date received,Date closed,Outcome,Site code,Patient age,Complainant status,Service areas,Subjects,Professions";
  return `${[headings, ...lines].join("\r\n")}\r\n`;
}
