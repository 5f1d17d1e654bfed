import { describe, expect, test } from "vitest";
import { FIELDS, type Field } from "../../src/domain/field.ts";
import type { SourceProfile } from "../../src/domain/source-profile.ts";
import { headingScorer } from "../../src/ingest/heading-row.ts";
import { fieldsNamed, recognise } from "../../src/ingest/recognise.ts";
import { generic } from "../../src/ingest/sources/generic/index.ts";
import { SOURCE_NAMES, sourcesFor } from "../../src/ingest/sources/index.ts";
import { problemsOf } from "../support/refusal.ts";

const NOBODY = new Map<Field, string>();
const profilesFor = (name: string) => sourcesFor(name).map(({ profile }) => profile);
const from = (headings: readonly string[], profiles = profilesFor("auto"), columns: ReadonlyMap<Field, string> = NOBODY) =>
  recognise(headings, profiles, columns, "export.csv, row 1");

describe("a system is recognised by its own headings", () => {
  test.each([
    ["datix", ["Complaint ID", "lcom_dreceived", "Current Type Description", "com_dclosed", "Outcome Description"]],
    ["datix", ["recordid", "com_dreceived", "com_type", "com_subject1", "com_outcome"]],
    ["radar", ["Reference", "Complaints form (First Received)", "Closure (Outcome code (Complaint))", "--Due date"]],
    ["carehq", ["ref", "complaint_reported_date", "outcome", "outcome_reported_date", "location", "subject_matter"]],
    ["px360", ["id", "created_at", "resolved_at", "hospital_name", "category", "status"]],
    ["dynamics", ["Reference Number", "Date Received (Case) (Case)", "Provider Name", "KO41 Service", "KO41 Subject"]],
  ])("%s", (name, headings) => {
    const { profile, own } = from(headings);
    expect(profile.name).toBe(name);
    expect(own.length).toBeGreaterThan(0);
    expect(headings).toEqual(expect.arrayContaining([...own]));
  });

  test("however they are written", () => {
    expect(from(["COMPLAINT ID", "Lcom dreceived", "com-dclosed"]).own).toEqual(["Lcom dreceived", "com-dclosed"]);
  });

  test("and by those that the return does not need", () => {
    const { profile, own } = from(["Complaint ID", "Date received", "Sub-Subject Description", "Responsible Manager Name"]);
    expect(profile.name).toBe("datix");
    expect(own).toEqual(["Sub-Subject Description", "Responsible Manager Name"]);
  });

  test("a trust's own headings for the reference and the date received do not hide it", () => {
    const columns = new Map<Field, string>([
      ["reference", "Our no"],
      ["received", "First contact"],
    ]);
    const headings = ["Our no", "First contact", "com_type", "com_outcome"];
    expect(from(headings, undefined, columns).profile.name).toBe("datix");
    expect(fieldsNamed(headings, generic.profile, NOBODY)).toBe(0);
  });
});

describe("an export of no system in particular", () => {
  test("is the generic one, and there is nothing to tell", () => {
    expect(from(Object.values(FIELDS))).toEqual({ profile: generic.profile, own: [] });
  });

  test("may have headings that several systems share with the generic export", () => {
    expect(from(["Complaint ID", "Received", "Outcome"])).toEqual({ profile: generic.profile, own: [] });
  });

  test.each(["Description", "Title", "Status", "Priority", "Region"])(
    "stays that with a column %s, as any system may have",
    (heading) => {
      expect(from(["Complaint reference", "Date received", "Outcome", heading]).profile.name).toBe("generic");
    },
  );
});

describe("a heading that gives a system away", () => {
  const system: SourceProfile = {
    ...generic.profile,
    name: "north",
    tellTales: [["Tide"], ["Ice", "Snow"]],
    alsoHas: ["Tide", "Ice", "Snow", "Wind"],
  };
  const both = [generic.profile, system];
  const found = (...headings: readonly string[]) => from(["Ref", "Received", ...headings], both).profile.name;

  test("must be there out of each list", () => {
    expect(found("Tide", "SNOW")).toBe("north");
    expect(found("Tide", "Wind")).toBe("generic");
    expect(found("Ice", "Snow", "Wind")).toBe("generic");
  });

  test("need not be there when the system was named", () => {
    expect(from(["Ref", "Received", "Wind"], [system])).toEqual({ profile: system, own: ["Wind"] });
  });
});

/** What decides that a row is headings must not promise more than what decides whose they are. */
describe("a row that was taken for headings is read by a system that knows them", () => {
  const headingsOf = ({ headings }: SourceProfile) => [headings.reference?.[0] ?? "", headings.received?.[0] ?? ""];

  test.each(profilesFor("auto").map((profile) => [profile.name, headingsOf(profile)] as const))("%s: %j alone", (_, headings) => {
    expect(headingScorer(profilesFor("auto"), NOBODY)(headings)).toBe(2);
    expect(fieldsNamed(headings, from(headings).profile, NOBODY)).toBe(2);
  });
});

describe("two systems that fit equally well", () => {
  const made = (name: string, ...alsoHas: readonly string[]): SourceProfile => ({
    ...generic.profile,
    name,
    title: `The ${name}`,
    alsoHas,
  });
  const two = [generic.profile, made("north", "Tide", "Ice"), made("south", "Sun", "Sand")];
  const headings = ["Ref", "Received"];

  test("are refused, with the reasons for both and a way out for both", async () => {
    const problems = await problemsOf(() => from([...headings, "Tide", "Sun"], two));
    expect(problems).toEqual([
      {
        what: 'The export may come from The north (it has "Tide") or from The south (it has "Sun").',
        where: "export.csv, row 1",
        fix: "Say which with --source north or --source south.",
      },
    ]);
  });

  test("one heading more decides", () => {
    expect(from([...headings, "Tide", "Sun", "Sand"], two)).toMatchObject({ profile: { name: "south" }, own: ["Sun", "Sand"] });
  });

  test("naming one decides, whatever the headings are", () => {
    for (const one of two) expect(from([...headings, "Tide", "Sun"], [one]).profile).toBe(one);
  });
});

describe("a system that was named", () => {
  test.each(SOURCE_NAMES.filter((name) => name !== "auto"))("%s is the only one that is tried", (name) => {
    const profiles = profilesFor(name);
    expect(profiles.map((profile) => profile.name)).toEqual([name]);
    expect(from(Object.values(FIELDS), profiles).profile.name).toBe(name);
  });

  test("Ulysses is tried only then: nobody has seen an export of it", () => {
    const headings = ["Complaint Number", "Complaint Date", "KO41 Outcome", "Cause Group", "Risk Grading"];
    expect(profilesFor("auto").map(({ name }) => name)).not.toContain("ulysses");
    expect(fieldsNamed(headings, generic.profile, NOBODY)).toBe(0);
    expect(from(headings, profilesFor("ulysses")).own).toContain("KO41 Outcome");
  });

  test("there is none under a name that nobody knows", () => {
    expect(sourcesFor("lotus")).toEqual([]);
  });
});
