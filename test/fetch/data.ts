/** Made-up records as CareHQ holds them, with words that must never come out. */
export interface Stored {
  readonly _id: string;
  readonly [attribute: string]: unknown;
}

export const SECRETS = ["gooseberry", "Quillfeather", "Zebedee"] as const;

const id = (kind: string, number: number): string => `${kind}${String(number).padStart(22, "0")}`;
const OUTCOMES = ["upheld", "partially_upheld", "not_upheld", "inconclusive", "withdrawn", null];

export const LOCATIONS: readonly Stored[] = ["Birch House", "Cedar Court", "Elm Lodge"].map((name, index) => ({
  _id: id("10", index),
  name,
  manager: "Zebedee",
}));

/** The last subject is archived. */
export const GROUPS: readonly Stored[] = ["Care", "Food", "Laundry", "Smoking room"].map((name, index) => ({
  _id: id("20", index),
  name,
  group_type: "complaint_subject_matter",
  archived: index === 3,
}));

export const SERVICE_USERS: readonly Stored[] = Array.from({ length: 90 }, (_, index) => ({
  _id: id("30", index),
  dob: index === 1 ? null : `19${30 + (index % 60)}-05-17`,
  first_name: "Zebedee",
  last_name: "Quillfeather",
}));

/** One complaint each month from January 2024; the first lies in the year before. */
export function complaints(count: number): readonly Stored[] {
  return Array.from({ length: count }, (_, index) => ({
    _id: id("40", index),
    complaint_reported_date: index === 0 ? "2023-06-30" : `2024-${String(1 + (index % 12)).padStart(2, "0")}-15`,
    created: "2024-01-01 10:00:00",
    location: LOCATIONS[index % 4]?._id ?? null,
    notes: "gooseberry, said Zebedee Quillfeather",
    outcome: OUTCOMES[index % OUTCOMES.length],
    outcome_reported_date: index % 6 === 5 ? null : "2024-12-20",
    ref: index % 5 === 0 ? null : `C-${index}`,
    referred_to_other_bodies: index % 7 === 0,
    service_user: SERVICE_USERS[index % 90]?._id,
    subject_matter: GROUPS[index % 4]?._id,
  }));
}

export const HOME_VISITS: readonly Stored[] = Array.from({ length: 12 }, (_, index) => ({
  _id: id("50", index),
  location: LOCATIONS[index % 3]?._id,
  date_time: `2024-${String(1 + index).padStart(2, "0")}-10 14:30:00`,
  completed: index % 2 === 0 ? `2024-${String(1 + index).padStart(2, "0")}-10 15:30:00` : null,
  cancelled: null,
  visit_type: "in_person",
  notes: "gooseberry",
  assigned_to: "Zebedee",
}));
