/** The columns of the generic export that the return needs. Every other column is dropped where it is read. */
export const FIELDS = {
  reference: "Complaint reference",
  received: "Date received",
  closed: "Date closed",
  outcome: "Outcome",
  organisation: "Organisation code",
  siteCode: "Site code",
  siteName: "Site name",
  age: "Patient age",
  dateOfBirth: "Date of birth",
  incident: "Date of incident",
  complainant: "Complainant status",
  services: "Service areas",
  subjects: "Subjects",
  clinicalGroups: "Clinical groups",
  specialty: "Specialty",
  professions: "Professions",
  recordType: "Record type",
  receivedBy: "Received by",
  investigated: "Investigated",
  responded: "Response provided",
  consent: "Third-party consent",
  withdrawn: "Date withdrawn",
  transferredTo: "Transferred to",
  lead: "Lead organisation",
  reopened: "Reopened date",
  original: "Original reference",
  commissionedProvider: "Commissioned provider",
  icbScope: "ICB scope",
  approval: "Record approval",
  due: "Date due",
  overdue: "Overdue",
} as const;

/** What a return needs to know of a complaint. Of several fields that say the same, one is enough. */
export const NEEDED: readonly (readonly [Field, ...Field[]])[] = [
  ["reference"],
  ["received"],
  ["closed"],
  ["outcome"],
  ["siteName", "siteCode"],
  ["dateOfBirth", "age"],
  ["complainant"],
  ["services"],
  ["subjects"],
  ["professions"],
];

/** Without one of these there is no return, or nothing in it is ever resolved. */
export const ESSENTIAL: ReadonlySet<Field> = new Set<Field>(["reference", "received", "closed", "outcome"]);

export type Field = keyof typeof FIELDS;

export const FIELD_NAMES = Object.keys(FIELDS) as readonly Field[];
