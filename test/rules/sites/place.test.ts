import { describe, expect, test } from "vitest";
import type { NamedSite } from "../../../src/domain/complaint.ts";
import type { RegisteredSite } from "../../../src/domain/register.ts";
import { placer } from "../../../src/rules/sites/place.ts";
import { contextOf } from "../../support/complaint.ts";
import { NO_REGISTER, registerOf, TWO_SITES } from "../../support/register.ts";

const coded = (code: string, primary = false): NamedSite => ({ code, name: null, primary });
const named = (name: string): NamedSite => ({ code: null, name, primary: false });

const place = (sites: readonly NamedSite[], register = registerOf(TWO_SITES)) => placer(contextOf({ register }))(sites);

describe("one site", () => {
  test("stands in its own row", () => {
    expect(place([coded("RZZ01")])).toMatchObject({ site: "RZZ01", rules: [], notes: [] });
  });

  test("is found by its name", () => {
    expect(place([named("general HOSPITAL")])).toMatchObject({ site: "RZZ01", rules: ["site-name-matched"] });
  });

  test("without a code goes to the trust's row", () => {
    expect(place([named("Health bus")])).toMatchObject({
      site: "RZZ",
      rules: ["no-ods-code"],
      withoutCode: { name: "Health bus" },
      notes: [],
    });
  });

  test("may not be recorded at all", () => {
    expect(place([])).toMatchObject({ site: "RZZ", rules: ["no-ods-code"], withoutCode: { name: null } });
  });

  test("may be the trust's own code", () => {
    expect(place([coded("RZZ")])).toMatchObject({ site: "RZZ", rules: ["no-ods-code"], notes: [] });
  });
});

describe("several sites", () => {
  test("the marked one, without a note", () => {
    expect(place([coded("RZZ01"), coded("RZZ02", true)])).toMatchObject({ site: "RZZ02", rules: ["primary-site"], notes: [] });
  });

  test("the first, with a note, when none is marked", () => {
    expect(place([coded("RZZ02"), coded("RZZ01")])).toMatchObject({
      site: "RZZ02",
      notes: [{ kind: "primary-site", chosen: "RZZ02", sites: ["RZZ02", "RZZ01"], marked: 0 }],
    });
  });

  test("the first marked, with a note, when two are", () => {
    expect(place([coded("RZZ01"), coded("RZZ02", true), coded("A1B2C", true)])).toMatchObject({
      site: "RZZ02",
      notes: [{ kind: "primary-site", marked: 2 }],
    });
  });

  test("one site twice is one", () => {
    expect(place([coded("RZZ01"), coded("RZZ01", true)])).toMatchObject({ site: "RZZ01", rules: [], notes: [] });
  });

  test("a primary site with an unknown code goes to the trust's row under both rules", () => {
    expect(place([coded("RZZ01"), coded("RZZ99", true)])).toMatchObject({
      site: "RZZ",
      rules: ["primary-site", "unknown-site-code"],
    });
  });
});

describe("an unknown code goes to the trust's row, and the note says why", () => {
  const site = (changes: Partial<RegisteredSite>) =>
    registerOf([{ code: "RZZ01", name: "General hospital", parent: "RZZ", closed: null, ...changes }]);

  test.each([
    ["RZZ99", registerOf(TWO_SITES), "not in the register"],
    ["RZZ01", site({ parent: "RYY" }), "another organisation's"],
    ["RZZ01", site({ closed: "2025-03-31" }), "closed"],
    ["RYY", NO_REGISTER, "another organisation's"],
    ["QAB", NO_REGISTER, "another organisation's"],
    ["GENERALHOSPITAL", NO_REGISTER, "malformed"],
    ["RZ01", NO_REGISTER, "malformed"],
  ])("%s", (code, register, because) => {
    expect(place([coded(code)], register)).toMatchObject({
      site: "RZZ",
      rules: ["unknown-site-code"],
      notes: [{ kind: "unknown-site-code", code, because }],
    });
  });

  test.each([
    ["RZZ01", site({ closed: "2025-04-01" })],
    ["A1B2C", NO_REGISTER],
    ["8EL02", NO_REGISTER],
  ])("but %s is taken", (code, register) => {
    expect(place([coded(code)], register)).toMatchObject({ site: code, notes: [] });
  });
});

describe("a name is not matched", () => {
  test.each([
    ["to a site of another organisation", { parent: "RYY" }],
    ["to a site that closed before the period", { closed: "2025-03-31" }],
    ["to the trust itself", { code: "RZZ" }],
  ])("%s", (_, changes) => {
    const register = registerOf([{ code: "RZZ01", name: "Clinic", parent: "RZZ", closed: null, ...changes }]);
    expect(place([named("Clinic")], register)).toMatchObject({ site: "RZZ", matched: null });
  });
});
