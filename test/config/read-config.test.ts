import { describe, expect, test } from "vitest";
import { readConfig } from "../../src/config/read-config.ts";
import { configJsonSchema } from "../../src/config/schema.ts";
import { NO_SETTINGS } from "../../src/domain/settings.ts";
import { problemsOf } from "../support/refusal.ts";

const read = (text: string) => readConfig("ko41a.yaml", text);
const faults = async (text: string) => (await problemsOf(() => read(text))).map(({ what, where }) => `${where}: ${what}`);

test("everything a trust can say", () => {
  const settings = read(`
organisation: { code: RZZ, name: NHS foundation trust }
period: 2025-26
columns: { Date received: First received, Subjects: KO41 subject }
values:
  Service areas: { Ward 7: Inpatient, "5": Outpatient }
sites:
  - { name: Health bus, code: RZZ05 }
policies: { withdrawn: not-upheld, smallNumbers: 7 }
accepted:
  - { rule: fits-nowhere, reference: C-1, reason: No category for chaplaincy, by: J Officer }
`);
  expect(settings.organisation).toBe("RZZ");
  expect(settings.organisationName).toBe("NHS foundation trust");
  expect(settings.period).toBe("2025-26");
  expect(settings.columns).toEqual(
    new Map([
      ["received", "First received"],
      ["subjects", "KO41 subject"],
    ]),
  );
  expect(settings.values.get("services")).toEqual(
    new Map([
      ["Ward 7", "Inpatient"],
      ["5", "Outpatient"],
    ]),
  );
  expect(settings.sites).toEqual([{ name: "Health bus", code: "RZZ05" }]);
  expect(settings.policies).toEqual({ withdrawn: "not-upheld", smallNumbers: "7" });
  expect(settings.accepted).toEqual([
    { rule: "fits-nowhere", reference: "C-1", reason: "No category for chaplaincy", by: "J Officer" },
  ]);
});

test.each(["", "# nothing yet\n"])("a file that says nothing is no fault: %j", (text) => {
  expect(read(text)).toEqual(NO_SETTINGS);
});

describe("a fault is named with its line:", () => {
  test("no YAML", async () => {
    const [fault] = await faults("organisation: { code: RZZ\nperiod: 2025-26\n");
    expect(fault).toMatch(/^ko41a\.yaml, line \d: This is not YAML/);
  });

  test("the same key twice", async () => {
    expect(await faults("period: 2025-26\nperiod: 2024-25\n")).toEqual([
      expect.stringMatching(/^ko41a\.yaml, line 2: This is not YAML: .*unique/),
    ]);
  });

  test("a key that does not exist", async () => {
    expect(await faults("period: 2025-26\npolices: { withdrawn: exclude }\n")).toEqual([
      expect.stringMatching(/^ko41a\.yaml, line 2: .*polices/),
    ]);
  });

  test("a key that does not exist further in", async () => {
    expect(await faults("sites:\n  - name: Health bus\n    code: RZZ05\n    kode: RZZ05\n")).toEqual([
      expect.stringMatching(/^ko41a\.yaml, line 4: .*kode/),
    ]);
  });

  test("a heading that is none of the generic export's", async () => {
    expect(await faults("period: 2025-26\ncolumns:\n  Date received: Received\n  Colour: Colour\n")).toEqual([
      expect.stringMatching(/^ko41a\.yaml, line 4: .*Colour/),
    ]);
  });

  test("a site's code that is no ODS code", async () => {
    expect(await faults("sites:\n  - { name: Health bus, code: bus }\n  - { name: Clinic, code: RZZ0 }\n")).toEqual([
      expect.stringMatching(/^ko41a\.yaml, line 2: sites: .*code: .*ODS code/),
      expect.stringMatching(/^ko41a\.yaml, line 3: sites: .*code: .*ODS code/),
    ]);
  });

  test("a list where words should be", async () => {
    expect(await faults("period:\n  - 2025-26\n")).toEqual([expect.stringMatching(/^ko41a\.yaml, line 2: period: /)]);
  });

  test("an accepted warning without a reason", async () => {
    expect(await faults("accepted:\n  - rule: fits-nowhere\n")).toEqual([
      expect.stringMatching(/^ko41a\.yaml, line 2: accepted: .*reason: /),
    ]);
  });

  test("a reason of spaces is none", async () => {
    expect(await faults('accepted:\n  - rule: fits-nowhere\n    reason: "  "\n')).toEqual([
      expect.stringMatching(/^ko41a\.yaml, line 3: accepted: .*reason: /),
    ]);
  });

  test("a list instead of a file of keys", async () => {
    expect(await faults("- one\n- two\n")).toEqual([expect.stringMatching(/^ko41a\.yaml, line 1: the file: /)]);
  });

  test("a site that stands there twice", async () => {
    const [fault] = await faults("sites:\n  - { name: Health bus, code: RZZ05 }\n  - { name: HEALTH BUS, code: RZZ06 }\n");
    expect(fault).toMatch(/^ko41a\.yaml.*"HEALTH BUS"/);
  });

  test("all of them at once", async () => {
    expect(await faults("period: 2025\nsites: none\npolicies: 7\n")).toHaveLength(3);
  });
});

test("values that refer to themselves again and again are refused", async () => {
  const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: [*b, *b, *b, *b, *b, *b, *b, *b, *b]\n`;
  const [problem] = await problemsOf(() => read(bomb));
  expect(problem?.what).toContain("refers to itself");
});

test("the published JSON Schema knows the same keys", () => {
  const schema = JSON.parse(configJsonSchema()) as { properties: Record<string, unknown>; additionalProperties: boolean };
  expect(Object.keys(schema.properties)).toEqual([
    "organisation",
    "period",
    "columns",
    "values",
    "sites",
    "policies",
    "accepted",
  ]);
  expect(schema.additionalProperties).toBe(false);
});
