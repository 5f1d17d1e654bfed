import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cause, ReturnComparison } from "../../src/domain/comparison.ts";
import { compareReturns } from "../../src/trace/diff/compare.ts";
import type { Row } from "../support/export-file.ts";
import { exportRows, periodLabels, policyChoices } from "../support/records.ts";
import { runRows } from "../support/run.ts";
import { BOOK, CATALOGUE, readAgain } from "../support/traced.ts";

describe("two runs of one export", () => {
  const onRuns = (
    numRuns: number,
    choices: fc.Arbitrary<Parameters<typeof runRows>[1]>,
    check: (compared: ReturnComparison) => void,
  ): Promise<void> =>
    fc.assert(
      fc.asyncProperty(exportRows(), choices, choices, async (rows, one, other) => {
        const [a, b] = await Promise.all([runRows(rows, one), runRows(rows, other)]);
        check(compareReturns(readAgain(a.result), readAgain(b.result), BOOK, CATALOGUE));
      }),
      { seed: 41, numRuns },
    );
  const causes = ({ complaints }: ReturnComparison): readonly [string, readonly Cause[]][] =>
    complaints.flatMap(({ reference, reasons }) =>
      reasons.map((reason): [string, readonly Cause[]] => [`${reference} ${reason.kind}`, reason.causes]),
    );
  const year = fc.constantFrom("2025-26", "2025-26Q1", "2025-26Q3");
  const policies = fc.tuple(policyChoices, fc.constantFrom("same-complaint", "new-complaint")).map(([others, reopened]) => ({
    ...others,
    reopened,
  }));

  test("have a reason for every complaint that differs, and a cause for every reason", async () => {
    await onRuns(50, fc.record({ period: year, policies }), (compared) => {
      for (const { reference, reasons } of compared.complaints) expect(reasons, reference).not.toEqual([]);
      for (const [reason, found] of causes(compared)) expect(found, reason).not.toEqual([]);
    });
  });

  test("differ by nothing but the period when it alone is another", async () => {
    await onRuns(40, fc.record({ period: periodLabels.filter((label) => label.startsWith("2025-26")) }), (compared) => {
      for (const [reason, found] of causes(compared)) expect(found, reason).toMatchObject([{ kind: "setting", what: "period" }]);
    });
  });

  test.each(["withdrawn", "oralResolvedNextWorkingDay", "reopened", "ageAt", "inconclusive"])(
    "differ by nothing but a policy when it alone is another: %s",
    async (name) => {
      const values = BOOK.policyChoices.find((choice) => choice.name === name)?.values ?? [];
      const chosen = fc.constantFrom(...values).map((value) => ({ policies: { [name]: value } }));
      await onRuns(25, chosen, (compared) => {
        for (const [reason, found] of causes(compared))
          expect(found, reason).toMatchObject([{ kind: "setting", what: "policy", name }]);
      });
    },
  );
});

test("a complaint that was opened again in another period, and is older there, is so because of the period", async () => {
  const row = {
    "Complaint reference": "C-1",
    "Date received": "2025-05-14",
    "Date closed": "2025-06-10",
    Outcome: "Upheld",
    "Reopened date": "2025-11-01",
    "Date of birth": "1999-08-01",
  };
  const [a, b] = await Promise.all(
    ["2025-26Q1", "2025-26Q3"].map((period) => runRows([row], { period, policies: { reopened: "new-complaint" } })),
  );
  if (a === undefined || b === undefined) throw new Error("there are two runs");
  const [change] = compareReturns(readAgain(a.result), readAgain(b.result), BOOK, CATALOGUE).complaints;
  const ages = change?.reasons.find(({ kind }) => kind === "aspects");
  expect(ages).toMatchObject({ a: ["Age_18_25"], b: ["Age_26_55"], causes: [{ kind: "setting", what: "period" }] });
});

describe("an inconclusive outcome", () => {
  const one = {
    "Complaint reference": "C-1",
    "Date received": "2025-05-14",
    "Date closed": "2025-06-10",
    Outcome: "Inconclusive",
  };
  const changesBetween = async (a: readonly [readonly Row[], string], b: readonly [readonly Row[], string]) => {
    const [was, is] = await Promise.all([a, b].map(([rows, inconclusive]) => runRows(rows, { policies: { inconclusive } })));
    if (was === undefined || is === undefined) throw new Error("there are two runs");
    return compareReturns(readAgain(was.result), readAgain(is.result), BOOK, CATALOGUE).complaints;
  };

  test.each([
    ["upheld", "not-upheld"],
    ["stay-open", "upheld"],
    ["partially-upheld", "stay-open"],
  ])("of one export is put down to the policy, and to nothing else: %s, then %s", async (before, after) => {
    expect(await changesBetween([[one], before], [[one], after])).toMatchObject([
      {
        reference: "C-1",
        reasons: [{ kind: "outcome", causes: [{ kind: "setting", what: "policy", name: "inconclusive", a: before, b: after }] }],
      },
    ]);
  });

  test("is never put down to the record alone", async () => {
    const two = { ...one, "Complaint reference": "C-2" };
    const [change] = await changesBetween([[one], "upheld"], [[one, two], "not-upheld"]);
    expect(change?.reference).toBe("C-1");
    expect(change?.reasons).toMatchObject([
      { kind: "outcome", causes: [{ kind: "record" }, { what: "policy", name: "inconclusive" }] },
    ]);
  });
});

describe("policy reopened alone is named", () => {
  const first = {
    "Complaint reference": "C-1",
    "Date received": "2024-05-14",
    "Date closed": "2024-06-10",
    Outcome: "Upheld",
  };
  const reasonsOf = async (...rows: readonly Row[]) => {
    const [a, b] = await Promise.all(
      ["same-complaint", "new-complaint"].map((reopened) => runRows(rows, { policies: { reopened } })),
    );
    if (a === undefined || b === undefined) throw new Error("there are two runs");
    const { complaints } = compareReturns(readAgain(a.result), readAgain(b.result), BOOK, CATALOGUE);
    return complaints.map(({ reference, reasons }) => [reference, reasons.map(({ kind, causes }) => [kind, causes.map(nameOf)])]);
  };
  const nameOf = (cause: Cause) => (cause.kind === "record" ? "record" : cause.name);

  test("where a complaint closed before the period was opened again in it, and counts anew", async () => {
    expect(await reasonsOf({ ...first, "Reopened date": "2025-05-01" })).toEqual([["C-1", [["counting", ["reopened"]]]]]);
  });

  test("where a follow-up counts anew, and its original is not opened again", async () => {
    const open = { ...first, "Date received": "2025-04-14", "Date closed": "2025-06-10" };
    const followUp = { "Complaint reference": "C-2", "Original reference": "C-1", "Date received": "2025-07-01" };
    expect(await reasonsOf(open, followUp)).toEqual([
      ["C-1", [["outcome", ["reopened"]]]],
      ["C-2", [["counting", ["reopened"]]]],
    ]);
  });
});
