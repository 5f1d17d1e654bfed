import { expect, test } from "vitest";
import { isTraced } from "../../src/trace/traced.ts";
import { counted, MADE, tracedReturn, workbookReturn } from "../support/traced.ts";

test("a return.json names the complaints behind its figures, even when there are none", () => {
  expect(isTraced(tracedReturn([counted("C-1")]))).toBe(true);
  expect(isTraced(tracedReturn([]))).toBe(true);
});

test("figures alone name nobody", () => {
  expect(isTraced(workbookReturn([]))).toBe(false);
  expect(isTraced(workbookReturn([], { made: MADE }))).toBe(false);
  expect(isTraced(workbookReturn([], { complaints: [] }))).toBe(false);
});
