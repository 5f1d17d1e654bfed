import { describe, expect, test } from "vitest";
import type { Run, TracedReturn } from "../../../src/domain/read-return.ts";
import { changedSettings, haveSameInputs } from "../../../src/trace/diff/settings.ts";
import { MADE, type MadeOtherwise, tracedReturn } from "../../support/traced.ts";

const run = (made: MadeOtherwise = {}, period: string | null = "2025-26"): TracedReturn => tracedReturn([], { made, period });
const seal = (file: string, sha256: string) => ({ file, sha256 });

test("two runs with the same settings have nothing to show, whatever their exports", () => {
  expect(changedSettings(run(), run({ run: { inputs: [seal("other.csv", "e2")] } }))).toEqual([]);
});

describe("what two runs did not have in common", () => {
  test.each<[string, MadeOtherwise, ReturnType<typeof changedSettings>[number]]>([
    ["edition", { run: { edition: "2026-27" } }, { what: "edition", name: "", a: "2025-26", b: "2026-27" }],
    ["program", { run: { engine: "ko41a 2.0.0" } }, { what: "program", name: "", a: "ko41a 1.0.0", b: "ko41a 2.0.0" }],
    ["config", { run: { config: seal("ko41a.yaml", "c1") } }, { what: "config", name: "", a: null, b: "ko41a.yaml" }],
    ["mapping", { run: { mapping: seal("map.csv", "m1") } }, { what: "mapping", name: "", a: null, b: "map.csv" }],
    [
      "register",
      { run: { registers: [seal("ets.csv", "r1"), seal("etr.csv", "r2")] } },
      { what: "register", name: "", a: null, b: "ets.csv + etr.csv" },
    ],
    [
      "policy",
      { policies: { ...MADE.policies, withdrawn: "not-upheld" } },
      { what: "policy", name: "withdrawn", a: "exclude", b: "not-upheld" },
    ],
  ])("is shown by name with both sides: %s", (_, made, expected) => {
    expect(changedSettings(run(), run(made))).toEqual([expected]);
    expect(changedSettings(run(made), run())).toEqual([{ ...expected, a: expected.b, b: expected.a }]);
  });

  test("is the period by its label, or by its days", () => {
    expect(changedSettings(run(), run({}, "2025-26Q1"))).toEqual([{ what: "period", name: "", a: "2025-26", b: "2025-26Q1" }]);
    const days = { start: "2025-04-01", end: "2025-06-30" };
    expect(changedSettings(run(days, null), run({}, null))).toEqual([
      { what: "period", name: "", a: "2025-04-01 to 2025-06-30", b: "2025-04-01 to 2026-03-31" },
    ]);
  });

  test("is a policy that only one of them knows", () => {
    const { withdrawn: _, ...older } = MADE.policies;
    expect(changedSettings(run({ policies: older }), run())).toEqual([
      { what: "policy", name: "withdrawn", a: null, b: "exclude" },
    ]);
  });

  test("is every policy that differs, in the order of their names", () => {
    const policies = { ...MADE.policies, withdrawn: "not-upheld", ageAt: "incident" };
    expect(changedSettings(run(), run({ policies })).map(({ name }) => name)).toEqual(["ageAt", "withdrawn"]);
  });

  test("is a file with other bytes, though its name is the same", () => {
    const config = (sha256: string) => run({ run: { config: seal("ko41a.yaml", sha256) } });
    expect(changedSettings(config("c1"), config("c2"))).toEqual([{ what: "config", name: "", a: "ko41a.yaml", b: "ko41a.yaml" }]);
  });

  test("is no file with the same bytes under another name", () => {
    const mapped = (file: string) => run({ run: { mapping: seal(file, "m1") } });
    expect(changedSettings(mapped("a.csv"), mapped("b.csv"))).toEqual([]);
  });
});

describe("a run that its file does not tell", () => {
  const silent: MadeOtherwise = { run: null };
  const told: MadeOtherwise = { run: { edition: "2026-27", engine: "ko41a 2.0.0", config: seal("ko41a.yaml", "c1") } };

  test("is not said to differ in its program, its edition or its files", () => {
    expect(changedSettings(run(silent), run(told))).toEqual([]);
    expect(changedSettings(run(told), run(silent))).toEqual([]);
    expect(changedSettings(run(silent), run(silent))).toEqual([]);
  });

  test("still differs in its period and policies", () => {
    const policies = { ...MADE.policies, withdrawn: "not-upheld" };
    expect(changedSettings(run({ ...silent, policies }, "2025-26Q1"), run(told)).map(({ what }) => what)).toEqual([
      "period",
      "policy",
    ]);
  });
});

describe("two runs read the same exports", () => {
  const [one, two] = [seal("a.csv", "1"), seal("b.csv", "2")];
  const same = (a: Partial<Run> | null, b: Partial<Run> | null) => haveSameInputs(run({ run: a }).made, run({ run: b }).made);

  test("in any order and under any name, each as often as it was given", () => {
    expect(same({ inputs: [one, two] }, { inputs: [two, one] })).toBe(true);
    expect(same({ inputs: [one] }, { inputs: [seal("z.csv", "1")] })).toBe(true);
    expect(same({ inputs: [] }, { inputs: [] })).toBe(true);
    expect(same({ inputs: [one] }, { inputs: [one, two] })).toBe(false);
    expect(same({ inputs: [one, one] }, { inputs: [one] })).toBe(false);
    expect(same({ inputs: [one] }, { inputs: [seal("a.csv", "2")] })).toBe(false);
  });

  test("is never known of one that does not say", () => {
    expect(same(null, { inputs: [one] })).toBe(false);
    expect(same({ inputs: [one] }, null)).toBe(false);
    expect(same(null, null)).toBe(false);
  });
});
