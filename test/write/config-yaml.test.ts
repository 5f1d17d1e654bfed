import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readConfig } from "../../src/config/read-config.ts";
import { type Answers, configYaml } from "../../src/write/config-yaml.ts";
import { ruleBook } from "../support/rule-book.ts";

const CHOICES = ruleBook().policyChoices;
const PLAIN: Answers = { organisation: "RZZ", organisationName: null, period: "2025-26", sites: [], policies: {} };
const written = (answers: Partial<Answers> = {}): string => configYaml({ ...PLAIN, ...answers }, CHOICES);
const read = (answers: Partial<Answers> = {}) => readConfig("ko41a.yaml", written(answers));

describe("ko41a.yaml from answers", () => {
  test("reads back as what was answered", () => {
    const sites = [{ name: "Health bus: blue, no. 2", code: "RZZ05" }];
    const answers = { organisationName: "Example # trust", period: "2025-26Q1", sites, policies: { withdrawn: "not-upheld" } };
    const { organisation, organisationName, period, sites: known, policies } = read(answers);
    expect({ organisation, organisationName, period }).toEqual({
      organisation: "RZZ",
      organisationName: "Example # trust",
      period: "2025-26Q1",
    });
    expect(known).toMatchObject(sites);
    expect(policies).toMatchObject({ withdrawn: "not-upheld" });
  });

  test("has the guidance's choice for each policy that nobody answered", () => {
    expect(read().policies).toEqual(Object.fromEntries(CHOICES.map(({ name, default: usual }) => [name, usual])));
  });

  test("says why each policy is there, and what may be chosen", () => {
    const text = written().replace(/\s*\n\s*# /g, " ");
    for (const { why, values } of CHOICES) expect(text).toContain(`${why} (${values.join(", ")})`);
    for (const line of written().split("\n")) expect(line.length).toBeLessThanOrEqual(110);
  });

  test("has no name where none was given, and an example where no site was", () => {
    expect(written()).not.toContain("  name: ");
    expect(read().sites).toEqual([]);
    expect(written()).toContain("# sites:");
  });

  test("keeps any name of a trust or a site", () => {
    const name = fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => text.trim() === text && text !== "");
    fc.assert(
      fc.property(name, name, (trust, site) => {
        const known = read({ organisationName: trust, sites: [{ name: site, code: "RZZ05" }] });
        expect(known.organisationName).toBe(trust);
        expect(known.sites[0]?.name).toBe(site);
      }),
    );
  });
});
