import { expect, test } from "vitest";
import { readComplaints } from "../../src/normalise/complaints.ts";
import { tableWith, wordsWith } from "../support/table.ts";

const read = (...lines: readonly (readonly string[])[]) =>
  readComplaints([tableWith(["Complaint reference", "Date received", "Outcome"], ...lines)], new Map(), () => wordsWith());

test.each([
  [["Total", "", "1"], "totals"],
  [["Grand total", "", ""], "totals"],
  [["", "", "Total: 1"], "totals"],
  [["TOTALS", "", ""], "totals"],
  [["Complaint reference", "Date received", "Outcome"], "headings"],
  [["COMPLAINT REFERENCE", "date_received", "outcome"], "headings"],
] as const)("%j is no record", (line, what) => {
  const { complaints, noRecords, refused } = read(["C-1", "2025-05-14", ""], line);
  expect(complaints).toHaveLength(1);
  expect(refused).toEqual([]);
  expect(noRecords).toEqual([{ place: { file: "export.csv", row: 3 }, what }]);
});

test.each([[["Totally lost", "", ""]], [["Complaint reference", "2025", "Outcome"]], [["C-2", "", "Total loss"]]])(
  "%j is a record, and refused for want of a date",
  (line) => {
    const { noRecords, refused } = read(line);
    expect(noRecords).toEqual([]);
    expect(refused).toHaveLength(1);
  },
);

test("a row with too many or too few cells is refused, since its values may stand in wrong columns", () => {
  const { refused } = read(["C-1", "2025-05-14", "", "x"], ["C-2", "2025-05-14"]);
  expect(refused.map(({ place, rule }) => [place.row, rule])).toEqual([
    [2, "ragged-row"],
    [3, "ragged-row"],
  ]);
});

test("what stands in the reference's place of such a row may be somebody's words, and is not kept", () => {
  const { refused, findings } = read(["Mrs Smith", "waited", "for hours", "x"]);
  expect(JSON.stringify([refused, findings])).not.toContain("Smith");
});

test("every row has a place, read or not, in the order of the file", () => {
  const { places } = read(["C-1", "2025-05-14", ""], ["", "2025-05-14", ""], ["Total", "", ""], ["C-1", "2025-05-14", ""]);
  expect(places.map(({ row }) => row)).toEqual([2, 3, 4, 5]);
});
