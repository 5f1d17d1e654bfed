import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FIELD_NAMES } from "../../../src/domain/field.ts";
import { normaliseHeading } from "../../../src/domain/words.ts";
import { px360 } from "../../../src/ingest/sources/px360/index.ts";
import { courseOf } from "../../../src/rules/timing/course.ts";
import { contextOf, day, complaint as plainComplaint } from "../../support/complaint.ts";
import { problemsOf } from "../../support/refusal.ts";
import { periodOf } from "../../support/rule-book.ts";

type Fields = Readonly<Record<string, unknown>>;

const about = { file: "dump.json", period: periodOf("2025-26") };
const entriesOf = (values: readonly unknown[]) => values.map((value, index) => ({ row: index + 1, value }));
const read = (...values: unknown[]) => px360.readDocument?.(entriesOf(values), about)?.records ?? null;

const complaint = (fields: Fields = {}, pk: unknown = "c1") => ({
  model: "complaints.complaint",
  pk,
  fields: { created_at: "2025-05-06T09:00:00Z", status: "open", ...fields },
});
const update = (created_at: string, old_status: string, new_status: string, more: Fields = {}) => ({
  model: "complaints.complaintupdate",
  pk: `u${created_at}`,
  fields: { complaint: "c1", update_type: "status_change", created_at, old_status, new_status, ...more },
});
const record = (...values: unknown[]) => read(...values)?.[0]?.record ?? {};

describe("a dump of the database", () => {
  const hospital = { model: "organizations.hospital", pk: "h1", fields: { name: "Riverside" } };
  const department = { model: "organizations.department", pk: 7, fields: { name: "", name_en: "Cardiology" } };
  const patient = { model: "organizations.patient", pk: "p1", fields: { last_name: "PRIVATE-", date_of_birth: "1980-05-05" } };

  test("complaints and inquiries are records in their own rows", () => {
    const inquiry = {
      model: "complaints.inquiry",
      pk: "i1",
      fields: { created_at: "2025-06-01T09:00:00Z", subject: "PRIVATE-" },
    };
    expect(
      read(hospital, complaint({}, "c1"), { model: "auth.user", pk: 1, fields: {} }, inquiry, complaint({}, "c2")),
    ).toMatchObject([
      { row: 2, record: { id: "c1", created_at: "2025-05-06T09:00:00Z", complaint_type: "complaint" } },
      { row: 4, record: { id: "i1", created_at: "2025-06-01T09:00:00Z", complaint_type: "inquiry" } },
      { row: 5, record: { id: "c2" } },
    ]);
  });

  test("hospital, department, category and patient are joined by their keys, wherever they stand", () => {
    const category = { model: "complaints.complaintcategory", pk: 3, fields: { name_en: "Wait Time" } };
    const fields = { hospital: "h1", department: 7, patient: "p1", category: 3 };
    expect(record(category, complaint(fields), hospital, department, patient)).toMatchObject({
      hospital: "Riverside",
      department: "Cardiology",
      category: "Wait Time",
      patient_date_of_birth: "1980-05-05",
    });
  });

  test.each(["dob", "birth_date"])("the birth date may stand under %s", (key) => {
    const other = { model: "people.Patient", pk: "p1", fields: { [key]: "1980-05-05" } };
    expect(record(other, complaint({ patient: "p1" }))).toMatchObject({ patient_date_of_birth: "1980-05-05" });
  });

  test("natural keys and keys of nothing in the dump stay as words; a patient's never do", () => {
    const fields = { hospital: ["Riverside", "North"], department: "d9", patient: ["PRIVATE-Name"], category: "billing" };
    expect(record(complaint(fields))).toMatchObject({
      hospital: "Riverside North",
      department: "d9",
      category: "billing",
      patient_date_of_birth: "",
    });
    expect(JSON.stringify(record(complaint(fields)))).not.toContain("PRIVATE-");
  });

  test("a dump by natural keys has no ids: the record says so", () => {
    expect(record(complaint({}, null))).toMatchObject({ id: "", complaint_type: "complaint" });
  });

  test("without complaints and inquiries it is refused with what it holds", async () => {
    const many = Array.from({ length: 9 }, (_, index) => ({ model: `app.m${index}`, pk: 1, fields: {} }));
    const problems = [...(await problemsOf(() => read(hospital, hospital, patient))), ...(await problemsOf(() => read(...many)))];
    expect(problems.map(({ what }) => what)).toEqual([
      "The Django dump holds neither complaints nor inquiries, but 2 organizations.hospital, 1 organizations.patient.",
      expect.stringMatching(/1 app\.m7 and 1 more models\.$/),
    ]);
    expect(problems[0]).toMatchObject({ where: "dump.json", fix: expect.stringContaining("dumpdata complaints organizations") });
  });

  test("something else between its objects is refused with its row", async () => {
    expect(await problemsOf(() => read(complaint(), { id: "c2" }))).toMatchObject([{ where: "dump.json, row 2" }]);
  });
});

describe("objects with the models' field names", () => {
  const flat = { id: "c1", created_at: "2025-05-06T09:00:00Z", title: "PRIVATE-", encounter_id: "PRIVATE-", is_overdue: true };

  test("nested objects are read by name, and by id when they have none", () => {
    const nested = {
      hospital: { id: 1, name: "Riverside" },
      department: { id: 2, name_en: "Cardiology" },
      category: { id: 3 },
      patient: { id: 4, name: "PRIVATE-", date_of_birth: "1980-05-05" },
      source: "family",
    };
    const [one] = read({ ...flat, ...nested }) ?? [];
    expect(one).toMatchObject({
      row: 1,
      record: {
        id: "c1",
        hospital: "Riverside",
        department: "Cardiology",
        category: "3",
        patient_date_of_birth: "1980-05-05",
        source: "family",
        is_overdue: "true",
      },
    });
    expect(JSON.stringify(one)).not.toContain("PRIVATE-");
  });

  test("a name beside an id wins", () => {
    expect(record({ ...flat, hospital: "9f", hospital_name: "Riverside", patient_date_of_birth: "1980-05-05" })).toMatchObject({
      hospital: "Riverside",
      patient_date_of_birth: "1980-05-05",
    });
  });

  test("updates inside are a timeline", () => {
    const updates = [{ created_at: "2026-04-10T10:00:00Z", old_status: "open", new_status: "cancelled" }, "no update"];
    expect(record({ ...flat, status: "cancelled", updates })).not.toHaveProperty("withdrawn_at");
    expect(record({ ...flat, status: "cancelled", updates: null })).toMatchObject({ status: "cancelled", withdrawn_at: "" });
  });

  test.each([
    ["by its contact", { id: "i1", created_at: "2025-05-06", hospital: "h", contact_name: "PRIVATE-", subject: "PRIVATE-" }],
    ["by its type", { ...flat, type: "Inquiry" }],
  ])("an inquiry, %s", (_, value) => {
    expect(Object.keys(record(value))).toEqual(["id", "created_at", "complaint_type"]);
    expect(record(value)).toMatchObject({ complaint_type: "inquiry" });
  });

  test("what a trust added under a generic heading is kept, but not a subject, which may be free text", () => {
    const added = { profession: ["Nursing", { id: 1, name: "Medical" }], "Site code": "RZZ05", subject: "PRIVATE-" };
    expect(record({ ...flat, ...added })).toMatchObject({ profession: ["Nursing", "Medical"], "Site code": "RZZ05" });
    expect(record({ ...flat, ...added })).not.toHaveProperty("subject");
  });

  test.each([
    ["nothing", []],
    ["words", ["a"]],
    ["a complaint of another system", [{ id: 1, created_at: "2025-05-06", status: "open", hospital: "x" }]],
    ["no id", [{ created_at: "2025-05-06", is_overdue: true, due_at: null }]],
    ["a model without fields", [{ model: "complaints.complaint" }]],
  ])("%s is not of this system", (_, values) => {
    expect(read(...values)).toBeNull();
  });

  test("something else between them is refused with its row", async () => {
    expect(await problemsOf(() => read({ ...flat, due_at: null }, 5))).toMatchObject([{ where: "dump.json, row 2" }]);
  });
});

describe("without a timeline the fields stand as they are", () => {
  test("the date of resolving is the closing date, else that of closing", () => {
    const fields = { status: "closed", resolution_outcome: "hospital", resolution_category: "full_action_taken" };
    expect(record(complaint({ ...fields, resolved_at: "2025-06-01", closed_at: "2025-06-09" }))).toMatchObject({
      ...fields,
      resolved_at: "2025-06-01",
    });
    expect(record(complaint({ ...fields, resolved_at: null, closed_at: "2025-06-09" }))).toMatchObject({
      resolved_at: "2025-06-09",
    });
  });

  test("updates that change no status are no timeline", () => {
    const note = update("2025-06-01T10:00:00Z", "", "", { update_type: "note" });
    const undated = update("some day", "open", "cancelled");
    expect(record(complaint(), note, undated)).toMatchObject({ status: "open" });
  });
});

describe("with a timeline the fields are those of the period's last day", () => {
  const R = "2025-06-01T10:00:00Z";
  const decided = { status: "resolved", resolved_at: R, resolution_outcome: "hospital" };
  const resolved = update(R, "open", "resolved");
  const again = update("2025-07-01T10:00:00Z", "resolved", "in_progress");
  const twice = update("2025-09-01T10:00:00Z", "in_progress", "resolved");
  const before = { created_at: "2024-11-01T10:00:00Z" };
  const r = (date: string) => update(`${date}T10:00:00Z`, "open", "resolved");
  const o = (date: string) => update(`${date}T10:00:00Z`, "resolved", "in_progress");
  const OPEN = { resolved_at: undefined, reopened_at: undefined, withdrawn_at: undefined, resolution_outcome: undefined };
  const closed = (resolved_at: string, reopened_at = "") => ({ resolved_at, reopened_at, resolution_outcome: "hospital" });
  const reopened = (resolved_at: string, reopened_at: string) => ({ resolved_at, reopened_at, resolution_outcome: undefined });

  const cases: readonly (readonly [string, Fields, readonly unknown[], Fields])[] = [
    ["resolved", decided, [resolved], closed("2025-06-01")],
    [
      "resolved, then closed: resolved first",
      { ...decided, status: "closed", resolved_at: null, closed_at: "2025-06-09" },
      [resolved, update("2025-06-09T10:00:00Z", "resolved", "closed")],
      closed("2025-06-01"),
    ],
    [
      "resolved before the period, closed in it: no second resolution",
      { ...decided, created_at: "2025-02-01T09:00:00Z", status: "closed", resolved_at: null, closed_at: "2025-04-08" },
      [update("2025-03-20T10:00:00Z", "open", "resolved"), update("2025-04-08T10:00:00Z", "resolved", "closed")],
      closed("2025-03-20"),
    ],
    [
      "resolved before the period, closed in it, and resolved again after it: no second resolution",
      { ...decided, created_at: "2025-02-01T09:00:00Z", resolved_at: "2026-05-10", closed_at: "2025-04-08" },
      [
        update("2025-03-20T10:00:00Z", "open", "resolved"),
        update("2025-04-08T10:00:00Z", "resolved", "closed"),
        update("2026-04-20T10:00:00Z", "closed", "in_progress"),
        update("2026-05-10T10:00:00Z", "in_progress", "resolved"),
      ],
      closed("2025-03-20"),
    ],
    ["resolved, no date in the complaint", { ...decided, resolved_at: null }, [resolved], closed("2025-06-01")],
    ["resolved after the end", { ...decided, resolved_at: "2026-04-20" }, [r("2026-04-20")], OPEN],
    [
      "in the last hour of the period",
      { ...decided, resolved_at: null },
      [update("2026-03-31T22:30:00Z", "open", "resolved")],
      closed("2026-03-31"),
    ],
    ["half an hour after the period", decided, [update("2026-03-31T23:30:00+00:00", "open", "resolved")], OPEN],
    [
      "without a zone, as it stands",
      { ...decided, resolved_at: null },
      [update("2026-03-31T23:30:00", "open", "resolved")],
      closed("2026-03-31"),
    ],
    [
      "cancelled",
      { status: "cancelled" },
      [update(R, "open", "cancelled")],
      { status: "cancelled", withdrawn_at: "2025-06-01", resolved_at: "" },
    ],
    ["cancelled after the end", { status: "cancelled" }, [update("2026-05-01T10:00:00Z", "open", "cancelled")], OPEN],
    [
      "resolved before the period, cancelled in it",
      { ...before, status: "cancelled" },
      [r("2025-01-10"), update(R, "resolved", "cancelled")],
      { withdrawn_at: "2025-06-01", resolved_at: "2025-01-10" },
    ],
    ["opened again", { ...decided, status: "in_progress" }, [again, resolved], reopened("2025-06-01", "2025-07-01")],
    [
      "opened again, and resolved again",
      { ...decided, resolved_at: "2025-09-01" },
      [twice, resolved, again],
      closed("2025-09-01", "2025-07-01"),
    ],
    ["the first date left in the complaint", decided, [resolved, again, twice], closed("2025-09-01", "2025-07-01")],
    [
      "opened again and resolved again on one day",
      { ...decided, resolved_at: null },
      [resolved, again, update("2025-07-01 15:00:00+00:00", "in_progress", "resolved")],
      closed("2025-07-01"),
    ],
    [
      "opened again after the end, dates overwritten",
      { ...decided, resolved_at: "2026-05-01" },
      [resolved, o("2026-04-15"), r("2026-05-01")],
      closed("2025-06-01"),
    ],
    ["opened again after the end", { ...decided, status: "open" }, [resolved, o("2026-04-15")], closed("2025-06-01")],
    [
      "closed before the period, opened again in it",
      before,
      [r("2025-01-10"), o("2025-06-01")],
      reopened("2025-01-10", "2025-06-01"),
    ],
    [
      "the same, and resolved again",
      { ...before, ...decided, resolved_at: "2025-09-01" },
      [r("2025-01-10"), o("2025-06-01"), twice],
      reopened("2025-01-10", "2025-06-01"),
    ],
    [
      "the same, and cancelled",
      { ...before, status: "cancelled" },
      [r("2025-01-10"), o("2025-06-01"), update("2025-07-01T10:00:00Z", "in_progress", "cancelled")],
      { ...reopened("2025-01-10", "2025-06-01"), withdrawn_at: "2025-07-01" },
    ],
    [
      "opened again before the period and in it: the last time",
      before,
      [r("2025-01-10"), o("2025-02-01"), r("2025-06-01"), o("2025-07-01")],
      reopened("2025-06-01", "2025-07-01"),
    ],
    [
      "cancelled by mistake",
      {},
      [update(R, "open", "cancelled"), update("2025-07-01T10:00:00Z", "cancelled", "open")],
      reopened("2025-06-01", "2025-07-01"),
    ],
    [
      "cancelled, then resolved after all",
      { ...decided, resolved_at: "2025-09-01" },
      [update(R, "open", "cancelled"), update("2025-09-01T10:00:00Z", "cancelled", "resolved")],
      closed("2025-09-01"),
    ],
    ["only later changes: open", decided, [update("2026-04-10T10:00:00Z", "in_progress", "resolved")], OPEN],
    ["only later changes, the first from nowhere: open", decided, [update("2026-04-10T10:00:00Z", "", "resolved")], OPEN],
    ["only later changes: resolved", { ...decided, status: "open" }, [o("2026-04-10")], closed("2025-06-01")],
    [
      "only later changes: resolved on a day that was overwritten",
      { ...decided, resolved_at: "2026-05-01" },
      [o("2026-04-10")],
      closed(""),
    ],
    [
      "only later changes: cancelled, nobody recorded when",
      { status: "open" },
      [update("2026-04-10T10:00:00Z", "cancelled", "open")],
      { status: "cancelled", withdrawn_at: "", resolved_at: "" },
    ],
    [
      "an end that nobody recorded before the re-opening",
      { ...decided, status: "open" },
      [again],
      reopened("2025-06-01", "2025-07-01"),
    ],
    [
      "a status that nobody knows is open",
      { ...decided, status: "on_hold" },
      [resolved, update("2025-07-01T10:00:00Z", "resolved", "on_hold")],
      reopened("2025-06-01", "2025-07-01"),
    ],
    ["no status in the complaint", { ...decided, status: "" }, [resolved], closed("2025-06-01")],
  ];
  test.each(cases)("%s", (_, fields, updates, expected) => {
    expect(record(complaint(fields), ...updates)).toEqual(expect.objectContaining(withoutUndefined(expected)));
    for (const [key, value] of Object.entries(expected))
      if (value === undefined) expect(record(complaint(fields), ...updates)).not.toHaveProperty(key);
  });

  const started = update("2025-05-08T10:00:00Z", "open", "in_progress");
  const unrecorded: readonly (readonly [string, Fields, readonly unknown[], Fields])[] = [
    ["resolved on the day in the complaint", decided, [started], closed("2025-06-01")],
    [
      "resolved before a change after the end",
      decided,
      [started, update("2026-04-05T10:00:00Z", "resolved", "closed")],
      closed("2025-06-01"),
    ],
    ["resolved after the end", { ...decided, resolved_at: "2026-04-20" }, [started], OPEN],
    ["resolved on no day", { ...decided, resolved_at: null }, [started], closed("")],
    ["cancelled on no day", { status: "cancelled" }, [started], { status: "cancelled", withdrawn_at: "" }],
    ["opened again on no day", { ...decided, status: "open" }, [resolved], reopened("", "")],
    [
      "open before a change after the end",
      decided,
      [resolved, update("2026-04-05T10:00:00Z", "open", "resolved")],
      closed("2025-06-01"),
    ],
  ];
  test.each(unrecorded)("a status changed past the timeline: %s", (_, fields, updates, expected) => {
    expect(record(complaint(fields), ...updates)).toEqual(expect.objectContaining(withoutUndefined(expected)));
  });
});

describe("the rules see from the dates what the timeline says", () => {
  const STATUS = ["open", "in_progress", "resolved", "closed", "cancelled"] as const;
  /** Days from 1 January 2025; the period begins on day 90 and ends on day 454. */
  const dayAt = (days: number) => new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10);
  const timeline = fc
    .array(fc.record({ after: fc.nat(160), status: fc.constantFrom(...STATUS) }), { minLength: 1, maxLength: 7 })
    .map((steps) => {
      let days = 1;
      return steps.map(({ after, status }, index) => {
        days += after;
        return { day: dayAt(days), at: `${dayAt(days)}T0${index}:00:00`, from: steps[index - 1]?.status ?? "open", to: status };
      });
    });
  const isCancelled = (status: string) => status === "cancelled";
  const isOver = (status: string) => status !== "open" && status !== "in_progress";

  test("open at the start, and open, closed or withdrawn at the end", () => {
    fc.assert(
      fc.property(timeline, fc.boolean(), (changes, isNew) => {
        const { start, end } = about.period;
        const received = isNew ? start : day("2025-01-01");
        const known = changes.filter((change) => change.day >= received);
        const updates = known.map(({ at, from, to }) => update(at, from, to));
        const status = known.at(-1)?.to ?? "open";
        const { resolved_at, reopened_at, withdrawn_at } = record(complaint({ created_at: received, status }), ...updates);
        const date = (value: unknown) => (typeof value === "string" && value !== "" ? day(value) : null);
        const dates = { received, closed: date(resolved_at), reopened: date(reopened_at), withdrawn: date(withdrawn_at) };
        const course = courseOf(plainComplaint(dates), [], contextOf({ period: about.period.label }));

        const first = known.at(0)?.from ?? "open";
        const atStart = known.filter((change) => change.day < start).at(-1)?.to ?? first;
        expect(course.openAtStart).toBe(received < start && !isOver(atStart));
        if (received < start && isOver(atStart)) return;
        const byEnd = known.filter((change) => change.day <= end);
        const atEnd = byEnd.at(-1)?.to ?? first;
        const ended = isCancelled(atEnd) ? isCancelled : (to: string) => isOver(to) && !isCancelled(to);
        const began = byEnd[byEnd.findLastIndex(({ to }) => !ended(to)) + 1];
        if (byEnd.length > 0 || !isOver(first)) expect(course.closed).toBe(isOver(atEnd) ? began?.day : null);
        expect(course.withdrawal === null).toBe(atEnd !== "cancelled" || byEnd.length === 0);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("the fixture that Django wrote", () => {
  const dump = JSON.parse(readFileSync("fixtures/sources/px360/dump.json", "utf8")) as readonly unknown[];
  const expected = JSON.parse(readFileSync("fixtures/sources/px360/expected.json", "utf8")) as { readonly complaints: object };

  test("every complaint and inquiry is a record, and nothing personal is in it", () => {
    const records = read(...dump) ?? [];
    expect(records.map((one) => one.record.id).sort()).toEqual(Object.keys(expected.complaints).sort());
    expect(JSON.stringify(records)).not.toContain("PRIVATE-");
  });

  test("a record has no key that the profile does not read", () => {
    const { headings, readings } = px360.profile;
    const known = new Set(
      [...FIELD_NAMES.flatMap((field) => headings[field] ?? []), ...readings.flatMap(({ column }) => column)].map(
        normaliseHeading,
      ),
    );
    const keys = new Set((read(...dump) ?? []).flatMap((one) => Object.keys(one.record)));
    expect([...keys].filter((key) => !known.has(normaliseHeading(key)))).toEqual([]);
  });
});

function withoutUndefined(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
