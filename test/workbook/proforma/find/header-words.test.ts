import { describe, expect, test } from "vitest";
import { headerReader } from "../../../../src/workbook/proforma/find/header-words.ts";
import { likenessOfWords, THRESHOLD, tellingWords } from "../../../../src/workbook/proforma/find/words.ts";
import { ruleBook } from "../../../support/rule-book.ts";

const read = headerReader(ruleBook());
const named = (text: string): readonly string[] => read(text).labels.map(({ target }) => target);

describe("a number names an item", () => {
  test.each([
    ["5.31", "Service_Other_Community_Healthcare"],
    ["5.31 Other Community Healthcare Services", "Service_Other_Community_Healthcare"],
    ["5.31: Other", "Service_Other_Community_Healthcare"],
    ["(5.31)", "Service_Other_Community_Healthcare"],
    ["Q5.31", "Service_Other_Community_Healthcare"],
    ["Item 5.31 - Other Community", "Service_Other_Community_Healthcare"],
    ["Other Community Healthcare Services (5.31)", "Service_Other_Community_Healthcare"],
    ["2.1", "Complaints_Number_Not_Upheld"],
    ["2.10", "Complaints_Number_Not_Upheld"],
    ["5.3", "Service_Emergency"],
    ["7.7", "Subject_Area_Sub_Total"],
    ["1.3 Site code", "Site_Code"],
  ])("%s", (text, target) => {
    expect(read(text).sure).toEqual({ target, by: "number" });
  });

  test.each(["5.99", "12.5", "2.5.1", "v2.5", "1", "2025-26", "31/03/2026"])("%s is no item's", (text) => {
    expect(read(text).sure).toBeNull();
  });

  test("and so does its id", () => {
    expect(read("Subject_Area_Transport").sure).toEqual({ target: "Subject_Area_Transport", by: "id" });
  });
});

describe("a label names an item although it differs in small ways", () => {
  test.each([
    ["Values & Behaviours (Staff)", "Subject_Area_Values_And_Behaviours"],
    ["Admissions, Discharge & Transfers", "Subject_Area_Admissions_Discharge_And_Transfers"],
    ["Trust Admin / Policies / Procedures incl. Patient Record Management", "Subject_Area_Trust_Administration"],
    ["Total number of complaints brought forward", "Complaints_Total_Brought_Forward"],
    ["Number of complaints not upheld:", "Complaints_Number_Not_Upheld"],
    ["Partly upheld", "Complaints_Number_Partially_Upheld"],
    ["0 to 5 years", "Age_0_5"],
    ["Aged 26–55", "Age_26_55"],
    ["75+", "Age_75_And_Over"],
    ["Aged 75 years and over", "Age_75_And_Over"],
    ["In-patient", "Service_Inpatient"],
    ["Prescribing error", "Subject_Area_Prescribing_Errors"],
    ["Obstetrics & Gynaecology", "Clinical_Treatment_Obstetrics_And_Gynaecology"],
    ["Clinical treatment sub total", "Clinical_Treatment_Sub_Total"],
    ["Subject area total", "Subject_Area_Total"],
    ["SCIENTIFIC, THERAPEUTIC\nAND TECHNICAL STAFF", "Profession_Scientific_Therapeutic_And_Technical"],
  ])("%s", (text, target) => {
    expect(named(text)).toEqual([target]);
  });

  test("and names several where sections share it", () => {
    expect(named("Other")).toEqual(["Status_Other", "Service_Other", "Subject_Area_Other", "Profession_Other"]);
    expect(named("Ambulance")).toEqual(["Service_Ambulance", "Profession_Ambulance"]);
  });

  test.each(["Notes", "Comments", "Contact telephone", "KO41a written complaints return 2025-26", "x".repeat(300)])(
    "%s names none",
    (text) => {
      expect(named(text)).toEqual([]);
    },
  );
});

describe("a section", () => {
  test.each([
    ["Section 5", 5],
    ["5. Service area", 5],
    ["Section 3: Age of patient", 3],
    ["Subject area of clinical treatment sub-categories", 6],
    ["7 Subject area", 7],
    ["PROFESSION", 8],
    ["Summary of overall numbers of complaints", 2],
  ])("%s", (text, section) => {
    expect(read(text).section).toBe(section);
  });

  test.each(["Service area total", "Patient", "Total New", "5 sites"])("%s is none, or an item first", (text) => {
    const { section, labels } = read(text);
    expect(section === null || labels.length > 0 || text === "5 sites").toBe(true);
  });
});

describe("likeness of words", () => {
  const like = (a: string, b: string): number => likenessOfWords(tellingWords(a), tellingWords(b));

  test("is the same from both sides, and whole for the same words in any order", () => {
    expect(like("discharge and transfers, admissions", "Admissions, discharge and transfers")).toBe(1);
    expect(like("Staffing", "Staff attitude")).toBe(like("Staff attitude", "Staffing"));
  });

  test.each([
    ["Number Upheld", "Number Not Upheld"],
    ["Total Brought Forward", "Total Carried Forward"],
    ["Subject area total", "Subject area sub-total"],
    ["6-17", "6-18"],
    ["Status of complainant", "Status of complainant total"],
  ])("never takes %s for %s", (a, b) => {
    expect(like(a, b)).toBeLessThan(THRESHOLD);
  });
});
