import { expect, test } from "vitest";
import type { Complaint } from "../../../src/domain/complaint.ts";
import { decider } from "../../../src/rules/decide.ts";
import { EXCLUSIONS } from "../../../src/rules/exclusions/index.ts";
import { complaint, contextOf, day } from "../../support/complaint.ts";

/** What makes each rule apply, in the order of the contract; all of them can be true of one complaint. */
const REASONS: readonly (readonly [string, Partial<Complaint>])[] = [
  ["outside-period", { received: day("2026-04-14"), closed: day("2026-04-14") }],
  ["another-organisation", { organisation: "QXX" }],
  ["not-a-complaint", { recordType: "compliment" }],
  ["no-action-taken", { investigated: "no", responded: "no" }],
  ["oral-next-working-day", { receivedBy: "verbal", received: day("2025-05-14"), closed: day("2025-05-14") }],
  ["other-organisation-leads", { lead: "RYY" }],
  ["transferred-out", { transferredTo: "RYY" }],
  ["consent-not-received", { consent: "not-received", investigated: "no" }],
  ["withdrawn", { withdrawn: day("2025-05-14") }],
  ["icb-scope", { icbScope: "other" }],
  ["provider-returns", { commissionedProvider: "own-system" }],
];

const decide = decider(contextOf({ organisation: { code: "QAB", name: "Integrated care board" } }));

test("the order is the contract's", () => {
  expect(EXCLUSIONS.map(({ id }) => id)).toEqual(REASONS.map(([id]) => id));
});

test.each(REASONS)("%s is the reason when it and all later ones apply", (rule) => {
  const from = REASONS.findIndex(([id]) => id === rule);
  // Where two reasons need one field, the earlier has it.
  const changes = Object.assign(
    {},
    ...REASONS.slice(from)
      .toReversed()
      .map(([, one]) => one),
  ) as Partial<Complaint>;
  expect(decide(complaint({ icbScope: "commissioning", ...changes }), [])).toMatchObject({ kind: "excluded", rule });
});

test("without any of them it counts", () => {
  expect(decide(complaint({ icbScope: "commissioning" }), []).kind).toBe("counted");
});
