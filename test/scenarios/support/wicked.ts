import { expect } from "vitest";
import { delimited } from "./exports.ts";
import { returnOf } from "./outputs.ts";
import { type Desk, desk, type Ran } from "./run.ts";

/** References and names of sites that a spreadsheet, a page or a terminal might obey. */
export const WICKED = [
  "=1+1",
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://example.invalid","x")',
  "+44 20",
  "-1+1",
  "@SUM(A1:A9)",
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(2)>',
  "</td></table><h1>",
  "&lt;b&gt;",
  "\u001b[31mred",
  "\u001b]0;title\u0007",
  "\u009b2Jcleared",
  "right\u202eleft",
  "bell\u0007and\u0008back",
];
/** What Excel takes for a formula. */
export const FORMULA = /^[=+\-@\t\r]/;
/** Control characters but the line feed, and unseen marks but the one with which our Markdown breaks addresses. */
export const STEERS = /(?!\n|\u200b)[\p{Cc}\p{Cf}]/u;

/** A desk with a return whose references, site names and local words are all of them wicked. */
export async function wicked(): Promise<{ readonly here: Desk; readonly ran: Ran }> {
  const here = await desk();
  const rows = WICKED.map((text, index) => [text, "2025-05-01", "2025-06-01", "", `RZZ${String(index + 10)}`, text, text, text]);
  await here.write(
    "export.csv",
    delimited([
      ["Complaint reference", "Date received", "Date closed", "Outcome", "Site code", "Site name", "Subjects", "Professions"],
      ...rows,
    ]),
  );
  const ran = await here.run("generate", "export.csv", "--org", "RZZ", "--org-name", "=2+2", "--period", "2025-26");
  expect(ran.code, ran.stderr).toBe(1);
  expect((await returnOf(here)).rows).toHaveLength(WICKED.length);
  return { here, ran };
}
