import { describe, expect, test } from "vitest";
import { FIELD_NAMES, type Field } from "../../src/domain/field.ts";
import { sourcesFor } from "../../src/ingest/sources/index.ts";
import { suggestColumn, suggestDates } from "../../src/mapping/suggest-column.ts";
import { ruleBook } from "../support/rule-book.ts";

const known = new Map(
  FIELD_NAMES.map((field) => [field, sourcesFor("auto").flatMap(({ profile }) => profile.headings[field] ?? [])] as const),
);
const suggest = (heading: string, cells: readonly string[], taken: readonly Field[] = []) =>
  suggestColumn({ heading, cells }, known, new Set(taken), ruleBook());

const DATES = ["12/05/2025", "13/05/2025", "14/05/2025", "", "15/05/2025"];
const NAMES = ["Ann Smith", "Bob Jones", "Cid Brown", "Dee Green", "Eve White"];

describe("by the heading, and what its cells could be", () => {
  test.each<[string, readonly string[], Field | null]>([
    ["Date complaint received", DATES, "received"],
    ["Date complaint received", ["yes", "no", "no"], null],
    ["Complaint reference number", ["C-1", "C-2", "C-3"], "reference"],
    ["Complaint reference number", ["Formal", "Formal", "Formal", "Informal"], null],
    ["Age of patient", ["44", "7", "81 years"], "age"],
    ["Age of patient", ["adult", "child"], null],
    ["Site of event", ["Elm House", "Oak House", "Elm House"], "siteName"],
    ["Weather", ["fine", "rain"], null],
    ["Weather", [], null],
  ])("%s with %j: %j", (heading, cells, field) => {
    expect(suggest(heading, cells)).toBe(field);
  });

  test("a column of dates is never one of words, and the other way round", () => {
    expect(suggest("Outcome", DATES)).not.toBe("outcome");
    expect(suggest("Date closed", ["Upheld", "Not upheld"])).not.toBe("closed");
  });

  test("words that come again are categories, the more so under a heading that trusts use for them", () => {
    const cells = ["Communications", "Transport", "Restraint", "Staff attitude", "Waiting times", "Lost property"];
    const some = [...cells, ...cells.slice(0, 3), "Parking", "Noise", "Food"];
    expect([suggest("Theme", some), suggest("Column 7", some)]).toEqual(["subjects", null]);
    expect(suggest("Column 7", [...cells.slice(0, 4), ...cells.slice(0, 4), ...cells.slice(0, 4)])).toBe("subjects");
  });

  test("a column in which every cell is another one is no category", () => {
    const cells = Array.from({ length: 60 }, (_, index) => `Something about ${index}`);
    expect(suggest("Subject area", cells)).toBeNull();
  });
});

describe("by its words, whatever the heading is", () => {
  test.each<[readonly string[], Field | null]>([
    [["Upheld", "Not upheld", "Partly upheld", "Upheld"], "outcome"],
    [["Upheld", "Not upheld", "Partly upheld", "Upheld", "Well founded"], "outcome"],
    [["Upheld", "Well founded", "Unfounded"], null],
    [["Communications", "Transport", "Restraint"], "subjects"],
    [["Yes", "No", "No"], null],
    [["Other", "other", "OTHER"], null],
    [["1", "2", "3"], null],
  ])("%j", (cells, field) => {
    expect(suggest("Column 7", cells)).toBe(field);
  });
});

describe("by their dates, where no heading explains them", () => {
  const column = (place: number, heading: string, ...cells: readonly string[]) => ({ place, heading, cells });
  const first = column(0, "When", "12/05/2025", "01/06/2025", "2025-06-20");
  const last = column(4, "Then", "20/06/2025", "", "20/06/2025");
  const words = column(2, "Ward", "7", "8", "7");
  const dates = (columns: readonly ReturnType<typeof column>[], ...taken: readonly Field[]) =>
    suggestDates(columns, new Set(taken));

  test("the one that is never blank and never the later is when complaints came, the other when they ended", () => {
    expect(dates([words, last, first])).toEqual([
      [0, "received"],
      [4, "closed"],
    ]);
  });

  test("one alone is when they came", () => {
    expect(dates([words, first])).toEqual([[0, "received"]]);
    expect(dates([words])).toEqual([]);
  });

  test("where it is blank somewhere, or later somewhere, nobody can tell", () => {
    expect(dates([last])).toEqual([]);
    expect(dates([first, column(4, "Then", "20/06/2025", "31/05/2025", "")])).toEqual([]);
  });

  test("a third column of dates leaves open when they ended", () => {
    expect(dates([first, last, column(5, "Also", "20/06/2025", "", "")])).toEqual([[0, "received"]]);
  });

  test("what has its column is not suggested again", () => {
    expect(dates([first, last], "received")).toEqual([]);
    expect(dates([first, last], "closed")).toEqual([[0, "received"]]);
  });

  test("dates of birth are none of them", () => {
    expect(dates([column(0, "Patient DOB", "12/05/1980", "01/06/1958")])).toEqual([]);
  });
});

test("a field that has its column is not suggested for another", () => {
  expect(suggest("Result", ["Upheld", "Not upheld"], ["outcome"])).toBeNull();
});

describe("what is personal or free text is never suggested", () => {
  test.each([
    "Complainant name",
    "Complainant_surname",
    "Service User Name",
    "Subject details",
    "Outcome summary",
    "Complaint handler",
    "Responsible manager",
    "Investigating officer",
    "Consent notes",
    "Patient address",
    "Complainant e-mail (email)",
    "NHS number",
  ])("%s", (heading) => {
    expect(suggest(heading, NAMES)).toBeNull();
  });

  test("though its words may be those of a list", () => {
    expect(suggest("Outcome notes", ["Upheld", "Not upheld"])).toBeNull();
  });

  test("a site's name is not personal", () => {
    expect(suggest("Name of hospital", ["Elm House", "Oak House"])).toBe("siteName");
  });

  test.each([
    "Complainant",
    "ComplainantName",
    "Service user",
    "Site manager",
    "Site contact",
    "Hospital consultant",
    "Investigated by",
    "Consent given by",
    "Received from",
    "Professional involved",
    "Site lead",
    "Unit head",
    "Complaint",
  ])("%s, under which names stand", (heading) => {
    expect(suggest(heading, NAMES)).toBeNull();
  });
});

describe("what is somebody's is never supposed to be a column, so that nothing of it is listed:", () => {
  const numbers = Array.from({ length: 30 }, (_, at) => `H12345${at}`);
  const staff = ["Doctor Zoe Patel", "Nurse Jane Smith", "Dr Brown", "Consultant Vic Green"];
  const many = Array.from({ length: 60 }, (_, at) => `Consultant Vic Green${at}`);
  const stories = Array.from({ length: 12 }, (_, at) => `Rude nurse John Patel on ward ${at}`);
  const addresses = ["12 Elm Street", "3 Oak Road", "7 Ash Lane"];

  test.each(["Hospital number", "Hospital No", "Hospital ID", "Unit number"])("patients' numbers under %s", (heading) => {
    expect(suggest(heading, numbers)).not.toBe("siteName");
  });

  test.each(["Place of birth", "Where does the patient live", "Patient location", "Where", "Location", "Unit or home"])(
    "addresses under %s",
    (heading) => {
      expect(suggest(heading, addresses)).not.toBe("siteName");
    },
  );

  test.each(["Staff", "Staff involved", "Staff type", "Clinician", "Doctor", "Who", "Complained about", "Named professional"])(
    "staff under %s",
    (heading) => {
      expect(suggest(heading, staff)).toBeNull();
      expect(suggest(heading, many)).toBeNull();
    },
  );

  test.each(["Title", "Complaint", "What happened", "Issue", "Story", "History", "Reason", "Complaint about", "Outcome wanted"])(
    "stories under %s",
    (heading) => {
      // A reference has no values that would be listed.
      expect([null, "reference"]).toContain(suggest(heading, stories));
    },
  );
});
