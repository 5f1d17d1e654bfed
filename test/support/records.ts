import fc from "fast-check";
import type { Section } from "../../src/domain/item.ts";
import type { Row } from "./export-file.ts";
import { ruleBook } from "./rule-book.ts";

/** What is known of a complaint, in plain words: dates as `YYYY-MM-DD`, aspects as item ids. */
export interface ComplaintRecord {
  readonly reference: string;
  readonly received: string;
  readonly closed: string | null;
  readonly outcome: string;
  readonly reopened: string | null;
  readonly withdrawn: string | null;
  readonly organisation: string;
  readonly sites: readonly { readonly code: string; readonly primary: boolean }[];
  readonly age: number | null;
  readonly born: string | null;
  readonly incident: string | null;
  readonly status: string;
  readonly services: readonly string[];
  readonly subjects: readonly string[];
  readonly clinicalTreatment: boolean;
  readonly groups: readonly string[];
  readonly specialty: string;
  readonly professions: readonly string[];
  readonly recordType: string;
  readonly receivedBy: string;
  readonly investigated: string;
  readonly responded: string;
  readonly consent: string;
  readonly transferredTo: string;
  readonly lead: string;
  readonly provider: string;
}

/** How somebody wrote it down: none of this may change a figure. */
interface Hand {
  readonly dates: number;
  readonly forms: number;
  readonly joiner: string;
  /** Rows the complaint is spread over. */
  readonly rows: number;
}

export interface WrittenRecord {
  readonly record: ComplaintRecord;
  readonly rows: readonly Row[];
}

/** Words that stand for no item. They hold no commas, so that each stays one. */
export const LOCAL_WORDS: readonly string[] = ["Car parking", "Chaplaincy", "Ward 7"];

/** A few specialties with their groups, and one that is in no list. */
export const SPECIALTIES: Readonly<Record<string, string | null>> = {
  Cardiology: "Clinical_Treatment_General_Medicine_Group",
  "General surgery": "Clinical_Treatment_Surgical_Group",
  Haematology: "Clinical_Treatment_Pathology_Group",
  "Ward 7 medicine": null,
};

const counts = (section: Section): readonly string[] =>
  ruleBook()
    .itemsOfSection(section)
    .filter(({ kind }) => kind === "count")
    .map(({ id }) => id);

const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(2024, 0, 1);
const dayAt = (days: number): string => new Date(FIRST_DAY + days * DAY).toISOString().slice(0, 10);

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

/** Mostly the first; the others so often that each is met. */
function mostly<T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof({ weight: 12, arbitrary: fc.constant(usual) }, { weight: 3, arbitrary: fc.constantFrom(...others) });
}

function subset(section: Section): fc.Arbitrary<readonly string[]> {
  return fc.oneof(
    { weight: 8, arbitrary: fc.subarray([...counts(section)], { minLength: 1, maxLength: 4 }) },
    { weight: 2, arbitrary: fc.subarray([...counts(section), ...LOCAL_WORDS], { minLength: 1, maxLength: 4 }) },
    { weight: 1, arbitrary: fc.constant([]) },
  );
}

/** First and last days of periods, where one day makes all the difference. */
const EDGES = ["2024-03-31", "2024-04-01", "2025-03-31", "2025-04-01", "2025-06-30", "2025-07-01", "2025-09-30"].concat([
  "2025-10-01",
  "2025-12-31",
  "2026-01-01",
  "2026-03-31",
  "2026-04-01",
]);

const anyDay = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 3 * 365 }).map(dayAt) },
  { weight: 1, arbitrary: fc.constantFrom(...EDGES) },
);
const sites = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(["RZZ01"], ["RZZ02"], []).map((codes) => codes.map((code) => ({ code, primary: false }))),
  },
  {
    weight: 2,
    arbitrary: fc.array(fc.record({ code: fc.constantFrom("RZZ01", "RZZ02", "RZZ", "RZZ99", "RYY01"), primary: fc.boolean() }), {
      maxLength: 3,
    }),
  },
);

/** Times in the order in which they can happen; a closing date may be mistyped. */
const times = fc
  .record({
    received: anyDay,
    kind: fc.constantFrom(
      "open",
      "open",
      "closed",
      "closed",
      "closed",
      "mistyped",
      "reopened",
      "withdrawn",
      "withdrawn and closed",
    ),
    after: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 500 })),
    edge: fc.option(fc.constantFrom(...EDGES), { freq: 3 }),
    again: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 300 })),
    outcome: fc.constantFrom(
      "Upheld",
      "Partially upheld",
      "Not upheld",
      "Not upheld",
      "Inconclusive",
      "Well founded",
      "Withdrawn",
      "",
    ),
  })
  .map(({ received, kind, after, edge, again, outcome }) => {
    const later = edge !== null && edge >= received ? edge : addDays(received, after);
    const none = { received, closed: null, reopened: null, withdrawn: null };
    const decided = outcome === "Withdrawn" ? "Upheld" : outcome;
    switch (kind) {
      case "closed":
        return { ...none, outcome, closed: later };
      case "mistyped":
        return { ...none, outcome: decided, closed: addDays(received, -1 - after) };
      case "reopened":
        return { ...none, outcome: decided, closed: later, reopened: addDays(later, again) };
      case "withdrawn":
        return { ...none, outcome, withdrawn: later };
      case "withdrawn and closed":
        return { ...none, outcome, withdrawn: later, closed: later };
      default:
        return { ...none, outcome: again < 200 ? "" : outcome };
    }
  });

/** A complaint without its reference. */
const unnamed: fc.Arbitrary<Omit<ComplaintRecord, "reference">> = fc
  .record({
    times,
    organisation: mostly("", "RZZ", "RYY"),
    sites,
    age: fc.option(fc.oneof(fc.integer({ min: 0, max: 119 }), fc.integer({ min: 121, max: 200 })), { freq: 4 }),
    bornDaysAgo: fc.option(fc.integer({ min: -20, max: 40_000 }), { freq: 2 }),
    incidentDaysAgo: fc.option(fc.integer({ min: 0, max: 400 })),
    status: fc.constantFrom(...counts(4), ...counts(4), "Landlord", ""),
    services: subset(5),
    subjects: subset(7),
    clinicalTreatment: mostly(false, true),
    groups: fc.oneof(
      { weight: 4, arbitrary: fc.constant([]) },
      { weight: 2, arbitrary: fc.subarray([...counts(6)], { minLength: 1, maxLength: 2 }) },
      { weight: 1, arbitrary: fc.constant(["Ward 7"]) },
    ),
    specialty: mostly("", ...Object.keys(SPECIALTIES)),
    professions: subset(8),
    recordType: mostly("", "Complaint", "PALS", "Compliment", "Enquiry", "Test"),
    receivedBy: mostly("Written", "Verbal"),
    investigated: mostly("", "Yes", "No"),
    responded: mostly("", "Yes", "No"),
    consent: mostly("", "Received", "Not received", "Not required"),
    transferredTo: mostly("", "Internal", "RYY"),
    lead: mostly("", "RZZ", "RYY"),
    provider: mostly("", "own complaints system", "no complaints system"),
  })
  .map(({ times: when, bornDaysAgo, incidentDaysAgo, ...rest }) => ({
    ...when,
    ...rest,
    born: bornDaysAgo === null ? null : addDays(when.received, -bornDaysAgo),
    incident: incidentDaysAgo === null ? null : addDays(when.received, -incidentDaysAgo),
  }));

const hand: fc.Arbitrary<Hand> = fc.record({
  dates: fc.nat(DATE_STYLES().length - 1),
  forms: fc.nat(4),
  joiner: fc.constantFrom(";", "; ", "\n", ", "),
  rows: fc.constantFrom(1, 1, 1, 2, 3),
});

/** Complaints with distinct references, as somebody wrote them down. */
export function writtenRecords(prefix = "C", maxLength = 25): fc.Arbitrary<readonly WrittenRecord[]> {
  return fc.array(fc.tuple(unnamed, hand), { minLength: 1, maxLength }).map((all) =>
    all.map(([one, how], index) => {
      const record = { ...one, reference: `${prefix}-${index + 1}` };
      return { record, rows: write(record, how) };
    }),
  );
}

/** Rows of an export: complaints, follow-ups of some of them, and rows that cannot be read. */
export function exportRows(prefix = "C"): fc.Arbitrary<readonly Row[]> {
  const odd = fc.array(
    fc.oneof(
      fc.constantFrom<Row>(
        { "Complaint reference": "", "Date received": "2025-05-14" },
        { "Complaint reference": `${prefix}-X`, "Date received": "soon" },
        { "Complaint reference": `${prefix}-Y`, "Date received": "" },
        { "Complaint reference": `${prefix}-Z`, "Date received": "1900-01-01" },
        { "Complaint reference": "Total", "Date received": "" },
      ),
      fc.record({
        "Complaint reference": fc.nat(9).map((number) => `${prefix}-F${number}`),
        "Date received": anyDay,
        "Record type": fc.constant("FU1/FLR1"),
        "Original reference": fc.nat(4).map((number) => `${prefix}-${number}`),
        "Date closed": fc.constantFrom("", "2026-06-30", ...EDGES),
        Outcome: fc.constantFrom("", "Upheld", "Not upheld"),
      }),
    ),
    { maxLength: 8 },
  );
  return fc.tuple(writtenRecords(prefix), odd).map(([written, others]) => {
    const once = new Map(others.map((row) => [row["Complaint reference"], row]));
    return [...written.flatMap(({ rows }) => rows), ...once.values()];
  });
}

/** The policies in every combination; `reopened` only where a test can do with it. */
export const policyChoices = fc.record({
  withdrawn: fc.constantFrom("exclude", "not-upheld"),
  oralResolvedNextWorkingDay: fc.constantFrom("exclude", "count"),
  ageAt: fc.constantFrom("received", "incident"),
  inconclusive: fc.constantFrom("stay-open", "upheld", "partially-upheld", "not-upheld"),
});

export const periodLabels = fc.constantFrom("2024-25", "2025-26", "2025-26", "2025-26Q1", "2025-26Q3");

function DATE_STYLES(): readonly ((date: string) => string)[] {
  const parts = (date: string): [string, string, string] => date.split("-") as [string, string, string];
  const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
  return [
    (date) => date,
    (date) => parts(date).toReversed().join("/"),
    (date) => `${parts(date).toReversed().join("/")} 16:45`,
    (date) => `${Number(parts(date)[2])} ${months[Number(parts(date)[1]) - 1]} ${parts(date)[0]}`,
    (date) => `${date}T12:00:00Z`,
  ];
}

/** A complaint as one or more rows: its aspects are dealt out, everything else stands on the first row. */
function write(record: ComplaintRecord, { dates, forms, joiner, rows }: Hand): readonly Row[] {
  const date = (text: string | null): string => (text === null ? "" : (DATE_STYLES()[dates]?.(text) ?? text));
  const dealt = (ids: readonly string[], row: number): string =>
    ids
      .filter((_, index) => index % rows === row)
      .map((id, index) => wordsFor(id, forms + index))
      .join(joiner);
  const subjects = record.clinicalTreatment ? [...record.subjects, "Clinical treatment"] : record.subjects;
  const everywhere = {
    "Complaint reference": record.reference,
    "Organisation code": record.organisation,
    "Record type": record.recordType,
    "Received by": record.receivedBy,
    "Site code": record.sites.map(({ code, primary }) => (primary ? `${code} (primary)` : code)).join("; "),
  };
  const single = {
    "Date received": date(record.received),
    "Date closed": date(record.closed),
    Outcome: record.outcome,
    "Reopened date": date(record.reopened),
    "Date withdrawn": date(record.withdrawn),
    "Patient age": record.age === null ? "" : String(record.age),
    "Date of birth": date(record.born),
    "Date of incident": date(record.incident),
    "Complainant status": wordsFor(record.status, forms),
    Specialty: record.specialty,
    Investigated: record.investigated,
    "Response provided": record.responded,
    "Third-party consent": record.consent,
    "Transferred to": record.transferredTo,
    "Lead organisation": record.lead,
    "Commissioned provider": record.provider,
  };
  return Array.from({ length: rows }, (_, row) => ({
    ...everywhere,
    ...(row === 0 ? single : {}),
    "Service areas": dealt(record.services, row),
    Subjects: dealt(subjects, row),
    "Clinical groups": dealt(record.groups, row),
    Professions: dealt(record.professions, row),
  }));
}

/** One of the ways to write an item; words that are no item's id stay as they are. */
export function wordsFor(id: string, form: number): string {
  const item = ruleBook().items.find((one) => one.id === id);
  if (item === undefined) return id;
  const { label, number } = item;
  return [item.id, number, label, `${number} ${label}`, label.toUpperCase()][form % 5] ?? label;
}
