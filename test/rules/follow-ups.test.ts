import { describe, expect, test } from "vitest";
import type { Complaint } from "../../src/domain/complaint.ts";
import { sortFollowUps } from "../../src/rules/follow-ups.ts";
import { complaint, day } from "../support/complaint.ts";
import { policiesOf } from "../support/run.ts";

const first = complaint({ reference: "C-1" });
const followUp = (reference: string, original: string, changes: Partial<Complaint> = {}) =>
  complaint({ reference, original, recordType: "follow-up", ...changes });

function sort(complaints: readonly Complaint[], reopened = "same-complaint") {
  const { originals, merged, findings, followUps } = sortFollowUps(complaints, "RZZ", policiesOf({ reopened }));
  return {
    originals: originals.map(({ reference }) => reference),
    merged: merged.map(({ complaint: one, into }) => [one.reference, into?.reference ?? null]),
    findings: findings.map(({ rule, severity, reference }) => [rule, severity, reference]),
    followUps: new Map([...followUps].map(([one, all]) => [one.reference, all.map(({ reference }) => reference)])),
  };
}

test("without follow-ups every complaint stands for itself", () => {
  expect(sort([first, complaint({ reference: "C-2" })])).toEqual({
    originals: ["C-1", "C-2"],
    merged: [],
    findings: [],
    followUps: new Map(),
  });
});

describe("a follow-up", () => {
  test("belongs to its original, whichever comes first", () => {
    expect(sort([followUp("C-2", "C-1"), first])).toEqual({
      originals: ["C-1"],
      merged: [["C-2", "C-1"]],
      findings: [],
      followUps: new Map([["C-1", ["C-2"]]]),
    });
  });

  test("is known by its original reference alone", () => {
    expect(sort([first, complaint({ reference: "C-2", original: "C-1" })]).merged).toEqual([["C-2", "C-1"]]);
  });

  test("of a follow-up belongs to the first of them", () => {
    expect(sort([first, followUp("C-2", "C-1"), followUp("C-3", "C-2")]).merged).toEqual([
      ["C-2", "C-1"],
      ["C-3", "C-1"],
    ]);
  });

  test("whose original is not in the export is merged into nothing, with a warning", () => {
    expect(sort([followUp("C-2", "C-9")])).toMatchObject({
      originals: [],
      merged: [["C-2", null]],
      findings: [["reopened", "warning", "C-2"]],
    });
  });

  test("of another organisation's complaint of the same number is not this one's", () => {
    const ours = complaint({ reference: "C-1", organisation: "RZZ" });
    const { merged, originals } = sort([ours, followUp("C-2", "C-1", { organisation: "RYY" })]);
    expect(merged).not.toContainEqual(["C-2", "C-1"]);
    expect(originals).toContain("C-1");
  });

  test("that goes round in a circle belongs to the one received first", () => {
    const ring = [followUp("C-1", "C-2", { received: day("2025-06-01") }), followUp("C-2", "C-1"), followUp("C-3", "C-1")];
    for (const order of [ring, ring.toReversed()]) {
      const { originals, merged } = sort(order);
      expect(originals).toEqual(["C-2"]);
      expect(merged.toSorted()).toEqual([
        ["C-1", "C-2"],
        ["C-3", "C-2"],
      ]);
    }
  });
});

test("a complaint that names itself as its original is none", () => {
  expect(sort([complaint({ reference: "C-1", original: "C-1" })]).originals).toEqual(["C-1"]);
});

test("with policy new-complaint each is a complaint of its own", () => {
  expect(sort([first, followUp("C-2", "C-1")], "new-complaint")).toMatchObject({
    originals: ["C-1", "C-2"],
    merged: [],
    findings: [],
  });
});
