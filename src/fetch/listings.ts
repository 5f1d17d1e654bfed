import * as z from "zod/mini";

export type ResourceName = "complaints" | "home-visits";

/** A list that is fetched whole: what is asked of it, and what of it is kept. */
export interface Listing<T> {
  readonly name: ResourceName;
  readonly attributes: readonly string[];
  readonly item: z.ZodMiniType<T>;
  /** The time by which from and to choose. */
  readonly timeOf: (item: T) => string | null;
}

/** A date with or without a time, and no words. */
const TIME = /^(\d{4}-\d{2}-\d{2}[T\d:.+Z -]*)?$/;

const id = z.string().check(z.minLength(1));
const text = z._default(
  z.pipe(
    z.nullable(z.string()),
    z.transform((given) => given || null),
  ),
  null,
);
const time = z.pipe(
  z.nullable(z.string().check(z.regex(TIME))),
  z.transform((given) => given || null),
);
const day = z.pipe(
  time,
  z.transform((given) => given?.slice(0, 10) ?? null),
);

/** The date is always there when it was asked for: without it the server gave us another thing than asked. */
const RawComplaint = z.object({
  _id: id,
  complaint_reported_date: day,
  location: text,
  outcome: text,
  outcome_reported_date: z._default(day, null),
  ref: text,
  referred_to_other_bodies: z._default(z.nullable(z.boolean()), null),
  service_user: text,
  subject_matter: text,
});

const RawVisit = z.object({
  _id: id,
  location: text,
  date_time: time,
  completed: z._default(time, null),
  cancelled: z._default(time, null),
  visit_type: text,
});

export type RawComplaint = z.infer<typeof RawComplaint>;
export type RawVisit = z.infer<typeof RawVisit>;

export const COMPLAINTS: Listing<RawComplaint> = {
  name: "complaints",
  attributes: Object.keys(RawComplaint.shape),
  item: RawComplaint,
  timeOf: (complaint) => complaint.complaint_reported_date,
};

export const HOME_VISITS: Listing<RawVisit> = {
  name: "home-visits",
  attributes: Object.keys(RawVisit.shape),
  item: RawVisit,
  timeOf: (visit) => visit.date_time,
};
