import { describe, expect, test } from "vitest";
import type { Cause, Reason } from "../../../src/domain/comparison.ts";
import { ITEM, type ItemId, type Section } from "../../../src/domain/item.ts";
import { causesBetween } from "../../../src/trace/diff/causes.ts";
import { CATALOGUE, itemIds, MADE, type MadeOtherwise, tracedReturn } from "../../support/traced.ts";

interface Now extends MadeOtherwise {
  readonly period?: string;
}

const KINDS: readonly Reason["kind"][] = ["presence", "counting", "site", "arrival", "outcome", "aspects"];
/** What each respect is about, as a complaint's changes ask. */
const FIGURES: Readonly<Record<"site" | "arrival" | "outcome" | "aspects", readonly (ItemId | Section)[]>> = {
  site: [],
  arrival: [ITEM.new, ITEM.broughtForward],
  outcome: [ITEM.carriedForward, ITEM.resolved],
  aspects: [5, ...itemIds("Service_Maternity", "Service_Inpatient")],
};

const RECORD = { run: { inputs: [{ file: "export.csv", sha256: "e2" }] } };
const SINGLE = {
  period: { period: "2025-26Q1" },
  edition: { run: { edition: "2026-27" } },
  mapping: { run: { mapping: { file: "map.csv", sha256: "m1" } } },
  config: { run: { config: { file: "ko41a.yaml", sha256: "c1" } } },
  register: { run: { registers: [{ file: "ets.csv", sha256: "r1" }] } },
  program: { run: { engine: "ko41a 2.0.0" } },
} as const satisfies Readonly<Record<string, Now>>;
const policy = (name: string, value: string): Now => ({ policies: { ...MADE.policies, [name]: value } });
const together = (...all: readonly Now[]): Now => ({
  ...Object.assign({}, ...all),
  run: Object.assign({}, ...all.map(({ run }) => run)),
});

const between = ({ period = "2025-26", ...made }: Now) =>
  causesBetween(tracedReturn([]), tracedReturn([], { period, made }), CATALOGUE);

function nameOf(cause: Cause): string {
  return cause.kind === "record" ? "record" : cause.what === "policy" ? cause.name : cause.what;
}

/** Of a reason about these rules of both sides. */
function causes(kind: Reason["kind"], now: Now, ...rules: readonly string[]): readonly string[] {
  const found = between(now);
  if (kind === "presence") return found.ofPresence().map(nameOf);
  if (kind === "counting") return found.ofCounting(["outside-period"], rules).map(nameOf);
  return found.of(kind, FIGURES[kind], rules).map(nameOf);
}

/** Of a complaint that a rule keeps out on one side, with its rules where it counts. */
const ofCounting = (now: Now, rule: string, ...other: readonly string[]) => between(now).ofCounting([rule], other).map(nameOf);

describe("when one setting differs, it is the cause of what it can reach, and of nothing else", () => {
  const rest = (...kinds: readonly Reason["kind"][]) => KINDS.filter((kind) => !kinds.includes(kind));
  test.each<[keyof typeof SINGLE, readonly Reason["kind"][]]>([
    ["period", rest("presence", "site")],
    ["edition", rest("site", "arrival")],
    ["mapping", KINDS],
    ["config", KINDS],
    ["register", ["site"]],
    ["program", KINDS],
  ])("%s", (what, reached) => {
    for (const kind of reached) expect(causes(kind, SINGLE[what]), kind).toEqual([what]);
    for (const kind of rest(...reached)) expect(causes(kind, SINGLE[what]), kind).toEqual([]);
  });
});

test("when only the exports differ, the record is the cause of everything", () => {
  for (const kind of KINDS) expect(causes(kind, RECORD, "new-in-period", "withdrawn")).toEqual(["record"]);
});

test("when nothing differs there is no cause", () => {
  for (const kind of KINDS) expect(causes(kind, {}, "new-in-period", "withdrawn")).toEqual([]);
});

describe("a policy", () => {
  const withdrawn = policy("withdrawn", "not-upheld");

  test("is the cause where its rule keeps a complaint out", () => {
    expect(ofCounting(withdrawn, "withdrawn", "new-in-period")).toEqual(["withdrawn"]);
    expect(ofCounting(withdrawn, "withdrawn", "new-in-period", "withdrawn")).toEqual(["withdrawn"]);
    expect(ofCounting(withdrawn, "transferred-out", "new-in-period")).toEqual([]);
  });

  test("is the cause of the figures that its rule names", () => {
    expect(causes("outcome", withdrawn, "withdrawn", "new-in-period")).toEqual(["withdrawn"]);
    expect(causes("outcome", withdrawn, "new-in-period", "withdrawn")).toEqual(["withdrawn"]);
    expect(causes("outcome", policy("inconclusive", "upheld"), "undecided-outcome")).toEqual(["inconclusive"]);
    for (const kind of ["arrival", "outcome"] as const)
      expect(causes(kind, policy("reopened", "new-complaint"), "reopened"), kind).toEqual(["reopened"]);
    const age = between(policy("ageAt", "incident")).of("aspects", [3, ...itemIds("Age_0_5")], ["age-band"]);
    expect(age.map(nameOf)).toEqual(["ageAt"]);
  });

  test("is no cause of figures that its rule does not name", () => {
    for (const kind of ["site", "arrival", "aspects"] as const)
      expect(causes(kind, withdrawn, "withdrawn", "withdrawn"), kind).toEqual([]);
    expect(causes("aspects", policy("reopened", "new-complaint"), "reopened")).toEqual([]);
    expect(causes("arrival", policy("inconclusive", "upheld"), "undecided-outcome")).toEqual([]);
  });

  test("is no cause where no rule is subject to it", () => {
    for (const kind of KINDS) expect(causes(kind, withdrawn, "new-in-period", "age-band"), kind).toEqual([]);
  });

  test("does not bring a record", () => {
    expect(causes("presence", withdrawn, "withdrawn")).toEqual([]);
  });

  test("is certain where its rule stands on both sides and kept the complaint out on one", () => {
    const now = together(RECORD, SINGLE.config, withdrawn);
    expect(ofCounting(now, "withdrawn", "new-in-period", "withdrawn")).toEqual(["withdrawn"]);
  });

  test("is one of several where its rule stands on one side only", () => {
    const now = together(RECORD, SINGLE.config, withdrawn);
    expect(ofCounting(now, "withdrawn", "new-in-period")).toEqual(["record", "withdrawn", "config"]);
  });

  test("that did not change makes nothing certain, though its rule stands on both sides", () => {
    expect(ofCounting(together(RECORD, SINGLE.config), "withdrawn", "withdrawn")).toEqual(["record", "config"]);
  });

  test("does not change what another policy's rule does", () => {
    const now = { policies: { ...MADE.policies, withdrawn: "not-upheld", ageAt: "incident" } };
    expect(ofCounting(now, "withdrawn", "withdrawn", "age-band")).toEqual(["withdrawn"]);
    expect(causes("outcome", now, "withdrawn", "age-band")).toEqual(["withdrawn"]);
  });

  test("about the patient's age is no cause of another service or outcome", () => {
    const now = together(RECORD, policy("ageAt", "incident"));
    const rules = ["new-in-period", "age-band"];
    expect(causes("aspects", now, ...rules, ...rules)).toEqual(["record"]);
    expect(causes("outcome", now, ...rules, ...rules)).toEqual(["record"]);
  });

  test("stands once, though rules of both sides are subject to it", () => {
    expect(causes("outcome", withdrawn, "withdrawn", "withdrawn")).toEqual(["withdrawn"]);
  });

  test("is none of a rule that nobody knows any more", () => {
    expect(causes("outcome", withdrawn, "gone-for-ever")).toEqual([]);
    expect(ofCounting(withdrawn, "gone-for-ever", "gone-for-ever")).toEqual([]);
  });
});

describe("when several things differ", () => {
  const settings = Object.values<Now>(SINGLE);
  const all = together(RECORD, ...settings);

  test("the record comes first, then every setting that reaches so far", () => {
    expect(causes("counting", all)).toEqual(["record", "period", "edition", "program", "config", "mapping"]);
    expect(causes("site", all)).toEqual(["record", "program", "config", "mapping", "register"]);
    expect(causes("aspects", all)).toEqual(["record", "period", "edition", "program", "config", "mapping"]);
  });

  test("a policy comes between them", () => {
    const now = together(all, policy("withdrawn", "not-upheld"));
    expect(causes("outcome", now, "withdrawn")).toEqual([
      ...["record", "withdrawn"],
      ...["period", "edition", "program", "config", "mapping"],
    ]);
  });

  test("a record that is in one export only is not blamed on a setting", () => {
    expect(causes("presence", all)).toEqual(["record"]);
  });

  test("in the same exports it is the settings", () => {
    expect(causes("presence", together(...settings))).toEqual(["edition", "program", "config", "mapping"]);
  });
});

describe("a file that does not say what it was made with", () => {
  const silent: Now = { run: null };

  test("may have read any export, and nothing is claimed of its settings", () => {
    for (const kind of KINDS) expect(causes(kind, silent, "new-in-period"), kind).toEqual(["record"]);
    expect(between(silent).settings).toEqual([]);
  });

  test("is not taken for the same run as another that does not say", () => {
    const one = tracedReturn([], { made: silent });
    const { settings, ofPresence } = causesBetween(one, one, CATALOGUE);
    expect([settings, ofPresence()]).toEqual([[], [{ kind: "record" }]]);
  });

  test("still has its period and policies", () => {
    const now: Now = { ...SINGLE.period, ...policy("withdrawn", "not-upheld"), ...silent };
    expect(causes("outcome", now, "withdrawn")).toEqual(["record", "withdrawn", "period"]);
    expect(ofCounting(now, "withdrawn", "withdrawn")).toEqual(["withdrawn"]);
  });
});

test("settings and their values are given on whole", () => {
  const { settings, of } = between(SINGLE.program);
  const setting = { what: "program", name: "", a: "ko41a 1.0.0", b: "ko41a 2.0.0" };
  expect(settings).toEqual([setting]);
  expect(of("site", [], [])).toEqual([{ kind: "setting", ...setting }]);
});
