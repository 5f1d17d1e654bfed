import { expect, test } from "vitest";
import { aboutOf } from "../../../src/trace/explain/about.ts";
import { tracedReturn } from "../../support/traced.ts";

test("an explanation says whose return it is of, for when, and in which file", () => {
  expect(aboutOf(tracedReturn([]))).toEqual({
    file: "return.json",
    organisation: { code: "RZZ", name: "NHS foundation trust" },
    period: { label: "2025-26", start: "2025-04-01", end: "2026-03-31" },
  });
});

test("a period without a label still has its days", () => {
  const quarter = tracedReturn([], { period: null, made: { start: "2025-04-01", end: "2025-06-30" } });
  expect(aboutOf(quarter).period).toEqual({ label: "", start: "2025-04-01", end: "2025-06-30" });
});
