import { describe, expect, test } from "vitest";
import type { ItemId } from "../../src/domain/item.ts";
import { type Countable, tally } from "../../src/tally/tally.ts";
import { NO_REGISTER, registerOf, TWO_SITES } from "../support/register.ts";
import { ruleBook } from "../support/rule-book.ts";

const { items, relations } = ruleBook();
const NEW: readonly string[] = ["Complaints_Total_New", "Complaints_Total_Carried_Forward", "Age_26_55", "Status_Patient"];

const one = (site: string, siteName: string | null = null, counted: readonly string[] = NEW): Countable => ({
  site,
  siteName,
  items: counted as readonly ItemId[],
});
const rowsOf = (complaints: readonly Countable[], register = NO_REGISTER) =>
  tally(complaints, { code: "RZZ", name: "NHS foundation trust" }, items, relations, register);

describe("rows", () => {
  test("are in the order of the site codes, the trust's own last", () => {
    const codes = rowsOf([one("RZZ"), one("Z9Z9Z"), one("A1B2C"), one("RZZ02")]).map(({ siteCode }) => siteCode);
    expect(codes).toEqual(["A1B2C", "RZZ02", "Z9Z9Z", "RZZ"]);
  });

  test("are only those that hold something; there is none for the whole trust", () => {
    expect(rowsOf([one("RZZ01"), one("RZZ02")]).map(({ siteCode }) => siteCode)).toEqual(["RZZ01", "RZZ02"]);
    expect(rowsOf([])).toEqual([]);
  });

  test("hold all 78 items, in their order", () => {
    expect(Object.keys(rowsOf([one("RZZ01")])[0]?.counts ?? {})).toEqual(items.map(({ id }) => id));
  });
});

describe("figures", () => {
  test("are added one by one", () => {
    const [row] = rowsOf([one("RZZ01"), one("RZZ01"), one("RZZ01", null, ["Complaints_Total_Brought_Forward"])]);
    expect(row?.counts).toMatchObject({ Complaints_Total_New: 2, Complaints_Total_Brought_Forward: 1, Age_26_55: 2 });
  });

  test("totals follow from the relations, sub-totals before the totals that use them", () => {
    const counted = [...NEW, "Subject_Area_Transport", "Subject_Area_Other", "Clinical_Treatment_Dental_Group", "Service_Other"];
    const [row] = rowsOf([one("RZZ01", null, counted)]);
    expect(row?.counts).toMatchObject({
      Age_Total: 1,
      Status_Total: 1,
      Service_Total: 1,
      Clinical_Treatment_Sub_Total: 1,
      Subject_Area_Sub_Total: 2,
      Subject_Area_Total: 3,
      Profession_Total: 0,
      Complaints_Total_Resolved: 0,
      Complaints_Total_Carried_Forward: 1,
    });
  });
});

describe("the name of a row", () => {
  test("is the organisation's own for the trust code", () => {
    expect(rowsOf([one("RZZ", "Health bus")])[0]?.siteName).toBe("NHS foundation trust");
  });

  test("is the register's where it has the site", () => {
    expect(rowsOf([one("RZZ01", "The General")], registerOf(TWO_SITES))[0]?.siteName).toBe("General hospital");
  });

  test("else the one most complaints give, whatever their order", () => {
    const complaints = [one("RZZ01", "Clinic"), one("RZZ01", "The General"), one("RZZ01", "The General"), one("RZZ01")];
    for (const order of [complaints, complaints.toReversed()]) expect(rowsOf(order)[0]?.siteName).toBe("The General");
  });

  test("of two that are as frequent the first in the alphabet", () => {
    const complaints = [one("RZZ01", "The General"), one("RZZ01", "Clinic")];
    for (const order of [complaints, complaints.toReversed()]) expect(rowsOf(order)[0]?.siteName).toBe("Clinic");
  });

  test("else its code", () => {
    expect(rowsOf([one("RZZ01")])[0]?.siteName).toBe("RZZ01");
  });
});
