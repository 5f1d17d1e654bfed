import { describe, expect, test } from "vitest";
import { explainComplaint } from "../../../src/trace/explain/complaint.ts";
import { findComplaints } from "../../../src/trace/find.ts";
import { BOOK, CATALOGUE, counted, itemIds, keptOut, OPEN, tracedReturn } from "../../support/traced.ts";

const otherwise = { site: "RZZ02", items: OPEN, alsoKeptOutBy: ["no-action-taken"] };
const given = tracedReturn([
  counted("C-1", { items: itemIds("Complaints_Total_New", "Clinical_Treatment_Surgical_Group", "Age_26_55") }),
  keptOut("C-2", "withdrawn", { otherwise }),
  keptOut("C-3", "reopened", { fate: "merged", mergedInto: "C-1", source: [{ file: "export.csv", row: 9 }] }),
  keptOut("C-4", "received-missing", { fate: "refused" }),
  counted("C-5"),
  keptOut("C-5", "reopened", { fate: "merged", mergedInto: "C-5" }),
]);
const explain = (reference: string) =>
  explainComplaint(given, findComplaints(reference, given.complaints, given.file), BOOK, CATALOGUE);

describe("a complaint that counts", () => {
  test("is in its figures and their totals, in the order of the return", () => {
    expect(explain("C-1").figures.map(({ item }) => item.id)).toEqual([
      "Complaints_Total_New",
      "Age_26_55",
      "Age_Total",
      "Clinical_Treatment_Surgical_Group",
      "Clinical_Treatment_Sub_Total",
      "Subject_Area_Total",
    ]);
  });

  test("has the rules that put it into each figure; into a total none does", () => {
    const rules = new Map(explain("C-1").figures.map((figure) => [figure.item.id as string, figure.rules]));
    expect(rules.get("Complaints_Total_New")).toEqual(["new-in-period", "one-count-per-complaint"]);
    expect(rules.get("Clinical_Treatment_Surgical_Group")).toEqual(["every-aspect"]);
    expect(rules.get("Age_Total")).toEqual([]);
  });

  test("has its site by name, its rules in the order of the catalogue, and no reason to be elsewhere", () => {
    const { fate, site, rules, mergedInto, otherwise: elsewhere } = explain("C-1");
    expect(fate).toBe("counted");
    expect(site).toEqual({ code: "RZZ01", name: "General hospital" });
    expect(rules.map(({ rule }) => rule.id)).toEqual([
      "one-count-per-complaint",
      "every-aspect",
      "age-band",
      "new-in-period",
      "open-at-period-end",
    ]);
    expect([mergedInto, elsewhere]).toEqual([null, null]);
  });

  test("names the follow-ups that stand under it", () => {
    expect(explain("C-1").followUps).toEqual([{ reference: "C-3", source: [{ file: "export.csv", row: 9 }] }]);
  });

  test("at a site without a row has its code for a name", () => {
    const lost = tracedReturn([counted("C-1")], { rows: [] });
    const [record] = lost.complaints;
    if (record === undefined) throw new Error("there is one");
    expect(explainComplaint(lost, [record], BOOK, CATALOGUE).site).toEqual({ code: "RZZ01", name: "RZZ01" });
  });
});

describe("a complaint that does not count", () => {
  test("is in no figure, and has the rule and what it would count as otherwise", () => {
    const explained = explain("C-2");
    expect(explained).toMatchObject({ fate: "excluded", site: null, figures: [], otherwise });
    expect(explained.rules.map(({ rule, policy }) => [rule.id, policy?.value])).toEqual([["withdrawn", "exclude"]]);
  });

  test("names the one that stands for it", () => {
    expect(explain("C-3")).toMatchObject({ fate: "merged", mergedInto: "C-1", followUps: [], others: [] });
  });

  test("that was refused has the rule that refused it", () => {
    expect(explain("C-4")).toMatchObject({ fate: "refused", otherwise: null, rules: [{ rule: { id: "received-missing" } }] });
  });
});

test("other records under its reference are explained beside it, not as its follow-ups", () => {
  const explained = explain("C-5");
  expect(explained.fate).toBe("counted");
  expect(explained.followUps).toEqual([]);
  expect(explained.others.map(({ fate, mergedInto }) => [fate, mergedInto])).toEqual([["merged", "C-5"]]);
});

test("an explanation says which return it is of", () => {
  expect(explain("C-2").about).toMatchObject({ file: "return.json", organisation: { code: "RZZ" } });
});

test("what was noticed about a complaint that is kept out stands beside the rule that keeps it out", () => {
  const noticed = tracedReturn([keptOut("C-6", "outside-period", { notes: ["reopened-in-period"] })]);
  const { rules, notes } = explainComplaint(noticed, findComplaints("C-6", noticed.complaints, ""), BOOK, CATALOGUE);
  expect(rules.map(({ rule }) => rule.id)).toEqual(["outside-period"]);
  expect(notes.map(({ rule, policy }) => [rule.id, policy?.name])).toEqual([["reopened-in-period", "reopened"]]);
});
