/** What the made-up trust says of its own export. */
export const CONFIG = `# What Synthetic NHS Foundation Trust says of its own export.
# Its parts are described in docs/configuration.md.
organisation:
  code: RZZ
  name: Synthetic NHS Foundation Trust
period: 2025-26

values:
  Subjects:
    Lost property: Trust administration

policies:
  withdrawn: exclude

accepted:
  - rule: site-fell-silent
    site: RZZ04
    reason: The clinic closed in March 2025.
    by: Complaints manager
`;

/** Sites in the layout of the ODS file ets.csv: no headings, code, name, ..., open date, close date, ..., parent. */
export const REGISTER: readonly (readonly string[])[] = [
  site("RZZ01", "GENERAL HOSPITAL", "", "RZZ"),
  site("RZZ02", "HEALTHCARE CLINIC", "", "RZZ"),
  site("RZZ03", "ST SWITHIN'S HOSPITAL", "", "RZZ"),
  site("RZZ04", "MILL LANE CLINIC", "20250331", "RZZ"),
  site("RZZ1A", "RIVERSIDE COMMUNITY HOSPITAL", "", "RZZ"),
  site("RZZ99", "OLD COTTAGE HOSPITAL", "20200331", "RZZ"),
  site("RYY01", "NEIGHBOURING HOSPITAL", "", "RYY"),
];

function site(code: string, name: string, closed: string, parent: string): readonly string[] {
  const fields = Array<string>(27).fill("");
  fields[0] = code;
  fields[1] = name;
  fields[2] = "Y00";
  fields[9] = "ZZ99 9ZZ";
  fields[10] = "20100401";
  fields[11] = closed;
  fields[13] = "B";
  fields[14] = parent;
  return fields;
}
