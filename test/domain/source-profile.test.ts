import { describe, expect, test } from "vitest";
import { headingKeys } from "../../src/domain/source-profile.ts";
import { generic } from "../../src/ingest/sources/generic/index.ts";

const keysOf = (heading: string, headingsInBrackets: boolean) => headingKeys(heading, { ...generic.profile, headingsInBrackets });

test("a heading is looked up without its case, spaces and punctuation", () => {
  expect(keysOf(" Date-Received ", false)).toEqual(["datereceived"]);
});

describe("where headings are paths", () => {
  test.each([
    ["what stands in brackets counts too", "Complaints form (First Received)", "firstreceived"],
    ["the last brackets count", "Form (Main) (First Received)", "firstreceived"],
    ["brackets within brackets belong to them", "Closure (Outcome code (Complaint))", "outcomecodecomplaint"],
    ["so do two pairs within", "Form (A (b) and (c))", "abandc"],
    ["spaces behind them are nothing", "Form (First Received)  ", "firstreceived"],
  ])("%s", (_, heading, inside) => {
    expect(keysOf(heading, true)[1]).toBe(inside);
    expect(keysOf(heading, true)).toHaveLength(2);
  });

  test("the whole counts first", () => {
    expect(keysOf("Outcome code (Complaint)", true)).toEqual(["outcomecodecomplaint", "complaint"]);
  });

  test.each([
    ["no brackets", "First Received"],
    ["brackets that are not at the end", "Form (Main) First Received"],
    ["brackets that were never opened", "First) Received)"],
    ["brackets around everything", "(First Received)"],
  ])("%s are no path", (_, heading) => {
    expect(keysOf(heading, true)).toEqual([heading.toLowerCase().replaceAll(/[^a-z]/g, "")]);
  });
});

test("brackets are a part of the heading where headings are no paths", () => {
  expect(keysOf("Date Received (Case) (Case)", false)).toEqual(["datereceivedcasecase"]);
});
