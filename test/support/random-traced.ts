import fc from "fast-check";
import { ITEM, type ItemId, type Section } from "../../src/domain/item.ts";
import type { Run, TracedReturn } from "../../src/domain/read-return.ts";
import type { TracedComplaint } from "../../src/domain/return.ts";
import { BOOK, counted, keptOut, MADE, type MadeOtherwise, tracedReturn } from "./traced.ts";

const counts = (...sections: readonly Section[]): ItemId[] =>
  sections.flatMap((section) =>
    BOOK.itemsOfSection(section)
      .filter(({ kind }) => kind === "count")
      .map(({ id }) => id),
  );

const some = (items: ItemId[], maxLength: number) => fc.subarray(items, { minLength: 1, maxLength });
const course = fc.constantFrom<readonly ItemId[]>(
  [ITEM.carriedForward],
  [ITEM.resolved, ITEM.upheld],
  [ITEM.resolved, ITEM.partiallyUpheld],
  [ITEM.resolved, ITEM.notUpheld],
);

const described = fc
  .tuple(some(counts(3), 1), some(counts(4), 1), some(counts(5), 3), some(counts(6, 7), 4), some(counts(8), 2))
  .map((aspects) => aspects.flat());

/** What a complaint counts as: it arrived before the period or in it, and is open or resolved at its end. */
const items = fc
  .tuple(course, fc.boolean(), described)
  .map(([end, isNew, aspects]): readonly ItemId[] => (isNew ? [ITEM.new, ...end, ...aspects] : [ITEM.broughtForward, ...end]));

const site = fc.constantFrom("RZZ01", "RZZ02", "RZZ03", "RZZ");
const rules = fc.subarray(["new-in-period", "age-band", "withdrawn", "closed-without-outcome", "undecided-outcome", "reopened"]);
const source = fc
  .constantFrom(1, 1, 1, 2, 3)
  .map((rows) => Array.from({ length: rows }, (_, index) => ({ file: "export.csv", row: index + 2 })));
const otherwise = fc.record({ site, items, alsoKeptOutBy: fc.constantFrom<readonly string[]>([], [], ["withdrawn"]) });

/** So few references that some stand twice. */
const reference = fc.nat(14).map((number) => `C-${number}`);

const tracedComplaint: fc.Arbitrary<TracedComplaint> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ reference, site, items, rules, source }).map(({ reference: name, ...rest }) => counted(name, rest)),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ name: reference, rule: fc.constantFrom("withdrawn", "transferred-out", "no-action-taken"), otherwise })
      .map(({ name, rule, ...rest }) => keptOut(name, rule, rest)),
  },
  {
    weight: 1,
    arbitrary: fc.oneof(
      reference.map((name) => keptOut(name, "outside-period")),
      reference.map((name) => keptOut(name, "received-missing", { fate: "refused" })),
      fc.tuple(reference, reference).map(([name, into]) => keptOut(name, "reopened", { fate: "merged", mergedInto: into })),
    ),
  },
);

const complaintLists = fc.array(tracedComplaint, { maxLength: 25 });

/** A return that adds up, of complaints in every state. */
export const returns: fc.Arbitrary<TracedReturn> = complaintLists.map((complaints) => tracedReturn(complaints));

const run: fc.Arbitrary<Partial<Run>> = fc.record(
  {
    engine: fc.constant("ko41a 2.0.0"),
    edition: fc.constant("2026-27"),
    inputs: fc.constant([{ file: "later.csv", sha256: "e2" }]),
    config: fc.constant({ file: "ko41a.yaml", sha256: "c1" }),
    registers: fc.constant([{ file: "ets.csv", sha256: "r1" }]),
  },
  { requiredKeys: [] },
);

/** Now and then a file does not say what it was made with. */
const settings: fc.Arbitrary<MadeOtherwise> = fc.record(
  {
    policies: fc.constant({ ...MADE.policies, withdrawn: "not-upheld", ageAt: "incident" }),
    run: fc.option(run, { freq: 5 }),
  },
  { requiredKeys: [] },
);

type Edit = "keep" | "drop" | "change";
const edit = fc.tuple(fc.constantFrom<Edit>("keep", "keep", "keep", "drop", "change"), tracedComplaint);

/** A return, and another run of it in which some complaints stayed, some went, some came, and some are different. */
export const pairsOfReturns: fc.Arbitrary<readonly [TracedReturn, TracedReturn]> = complaintLists.chain((complaints) =>
  fc
    .record({
      edits: fc.array(edit, { minLength: complaints.length, maxLength: complaints.length }),
      more: fc.array(tracedComplaint, { maxLength: 6 }),
      made: settings,
      period: fc.constantFrom("2025-26", "2025-26Q1"),
    })
    .map(({ edits, more, made, period }) => {
      const kept = complaints.flatMap((complaint, index): readonly TracedComplaint[] => {
        const [what, other] = edits[index] ?? ["keep", complaint];
        if (what === "drop") return [];
        return [what === "keep" ? complaint : { ...other, reference: complaint.reference }];
      });
      return [tracedReturn(complaints), tracedReturn([...kept, ...more], { made, period })] as const;
    }),
);
