import type { Row } from "./complaints.ts";

const PLAIN: Row = {
  "Record type": "Complaint",
  "Date received": "02/09/2025",
  "Received by": "Email",
  "Organisation code": "RZZ",
  "Site code": "RZZ01",
  "Site name": "General hospital",
  "Patient age": "44",
  "Complainant status": "Patient",
  "Service areas": "Outpatient",
  Subjects: "Communications",
  Professions: "Medical",
  Investigated: "Yes",
  "Response provided": "Yes",
  "Third-party consent": "Not required",
};

const CLOSED: Row = { ...PLAIN, "Date closed": "14/11/2025", Outcome: "Upheld" };

/** One complaint or more for each rule that the ordinary ones do not meet, so that the demo shows them all. */
export const SPECIAL_CASES: readonly Row[] = [
  // does it count
  { ...CLOSED, "Record type": "PALS" },
  { ...CLOSED, "Record type": "Concern" },
  { ...CLOSED, "Record type": "Compliment" },
  { ...CLOSED, "Record type": "Enquiry" },
  { ...PLAIN, "Record type": "Opened in error" },
  { ...PLAIN, "Record type": "Test", Subjects: "Other" },
  { ...CLOSED, Investigated: "No", "Response provided": "No" },
  { ...CLOSED, Investigated: "No", "Response provided": "No", "Received by": "Verbal" },
  { ...CLOSED, "Received by": "Verbal", "Date received": "17/04/2025", "Date closed": "22/04/2025" },
  { ...CLOSED, "Received by": "Verbal", "Date received": "04/08/2025", "Date closed": "05/08/2025" },
  { ...CLOSED, "Lead organisation": "RYY" },
  { ...CLOSED, "Lead organisation": "RYY; RZZ" },
  { ...PLAIN, "Transferred to": "RYY" },
  { ...PLAIN, "Transferred to": "Internal" },
  { ...PLAIN, "Third-party consent": "Not received", Investigated: "No" },
  { ...PLAIN, "Third-party consent": "Not received", Investigated: "" },
  { ...PLAIN, Outcome: "Withdrawn", "Date withdrawn": "30/09/2025" },
  { ...PLAIN, Outcome: "Withdrawn", "Date closed": "01/10/2025" },
  { ...PLAIN, "Date received": "20/03/2026", Outcome: "Withdrawn", "Date withdrawn": "08/04/2026" },
  { ...CLOSED, "Commissioned provider": "Own complaints system" },
  { ...CLOSED, "Commissioned provider": "No complaints system" },
  { ...CLOSED, "Organisation code": "RYY", "Site code": "RYY01", "Site name": "Neighbouring hospital" },
  // where
  { ...CLOSED, "Site code": "RZZ03; RZZ01 (primary)", "Site name": "" },
  { ...CLOSED, "Site code": "RZZ02; RZZ03", "Site name": "" },
  { ...CLOSED, "Site code": "", "Site name": "Riverside Community Hospital" },
  { ...CLOSED, "Site code": "", "Site name": "Sexual health, Market Street" },
  { ...CLOSED, "Site code": "", "Site name": "Riversid Community Hosp" },
  { ...CLOSED, "Site code": "RYY01", "Site name": "Neighbouring hospital" },
  { ...CLOSED, "Site code": "RZZ99", "Site name": "Old cottage hospital" },
  // as what
  { ...CLOSED, Subjects: "Clinical treatment", Specialty: "Hypnotherapy" },
  { ...CLOSED, Subjects: "Clinical treatment; Communications", "Clinical groups": "6.48 Surgical group" },
  { ...CLOSED, Subjects: "Car parking charges, Lost property" },
  { ...CLOSED, Subjects: "" },
  { ...CLOSED, Professions: "" },
  { ...CLOSED, "Service areas": "Walk-in centre" },
  { ...CLOSED, "Patient age": "214" },
  // when
  { ...CLOSED, Outcome: "" },
  { ...PLAIN, Outcome: "Partially upheld" },
  { ...CLOSED, "Date closed": "01/07/2025" },
  { ...CLOSED, Outcome: "Inconclusive" },
  { ...CLOSED, "Reopened date": "12/01/2026" },
  { ...CLOSED, "Date received": "04/11/2024", "Date closed": "20/01/2025", "Reopened date": "09/06/2025" },
  { ...PLAIN, "Date received": "02/02/2026", "Original reference": "C-24300", Subjects: "Communications" },
  { ...PLAIN, "Date received": "16/02/2026", "Original reference": "C-19001" },
  // rows
  { ...PLAIN, "Date received": "31/09/2025" },
  { ...PLAIN, "Date received": "" },
  { ...PLAIN, "Date received": "01/01/1900" },
  { ...PLAIN, "Date received": "02/09/2029" },
  { ...CLOSED, "Date closed": "11/14/2025", Outcome: "" },
  { ...CLOSED, "Date closed": "14/11/1025" },
];
