import { expect, test } from "vitest";
import { readRegister } from "../../src/register/read-register.ts";
import { NO_REGISTER } from "../support/register.ts";
import { runRows } from "../support/run.ts";

const row = (site: Readonly<Record<string, string>>, index: number) => ({
  "Complaint reference": `C-${index}`,
  "Date received": "2025-05-14",
  ...site,
});

async function siteFindings(sites: readonly Readonly<Record<string, string>>[], choices = {}) {
  const { report } = await runRows(sites.map(row), choices);
  return report.findings.filter(({ rule }) => ["no-ods-code", "site-name-matched", "no-register"].includes(rule));
}

test("sites without a code are named once each, not once a complaint", async () => {
  const found = await siteFindings([
    { "Site name": "Health bus" },
    { "Site name": "Health bus" },
    { "Site name": "Mobile unit" },
    {},
  ]);
  expect(found.map(({ rule }) => rule)).toEqual(["no-ods-code", "no-ods-code", "no-ods-code"]);
  expect(found.filter(({ message }) => message.includes("Health bus"))).toHaveLength(1);
});

test("a near miss is offered in the finding", async () => {
  const [found] = await siteFindings([{ "Site name": "General hospitel" }]);
  expect(`${found?.message} ${found?.fix}`).toContain("RZZ01");
});

test("a site found by its name is named once", async () => {
  const found = await siteFindings([{ "Site name": "General hospital" }, { "Site name": "general hospital" }]);
  expect(found.map(({ rule, site }) => [rule, site])).toEqual([["site-name-matched", "RZZ01"]]);
});

test("one line says that codes were not checked", async () => {
  const found = await siteFindings([{ "Site code": "RZZ01" }, { "Site code": "A1B2C" }], { register: NO_REGISTER });
  expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([["no-register", "info"]]);
});

test("a site that the trust says has no code is no riddle, however it is written", async () => {
  const register = readRegister([], [{ name: "Health bus", code: "RZZ" }]);
  const found = await siteFindings([{ "Site name": "Health bus" }, { "Site name": "HEALTH BUS" }], { register });
  expect(found.map(({ rule, fix }) => [rule, fix])).toEqual([["no-ods-code", expect.stringContaining("Nothing")]]);
});

test("codes of the trust's own table were not checked either", async () => {
  const register = readRegister([], [{ name: "Health bus", code: "RZZ05" }]);
  const found = await siteFindings([{ "Site name": "Health bus" }], { register });
  expect(found.map(({ rule }) => rule)).toEqual(["no-register", "site-name-matched"]);
});
