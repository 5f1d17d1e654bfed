import { describe, expect, test } from "vitest";
import { catalogueOf } from "../../src/rules/catalogue.ts";
import { EDITIONS, ruleBook } from "../support/rule-book.ts";

const catalogue = catalogueOf(ruleBook());

describe("the catalogue", () => {
  test("has every rule that the contract names", () => {
    const contract = [
      "conflicting-rows outside-period another-organisation not-a-complaint no-action-taken oral-next-working-day",
      "other-organisation-leads transferred-out consent-not-received withdrawn icb-scope provider-returns primary-site",
      "no-ods-code unknown-site-code site-name-matched one-count-per-complaint every-aspect clinical-subject",
      "clinical-group-unknown out-of-hours-and-walk-in fits-nowhere aspect-missing age-band closed-without-outcome",
      "outcome-without-date closed-before-received undecided-outcome received-in-future implausible-age implausible-date",
      "resolved-total carried-forward age-total status-total service-total clinical-sub-total subject-sub-total",
      "subject-total profession-total whole-numbers sites-sum no-trust-total brought-forward-continuity",
    ].flatMap((line) => line.split(" "));
    for (const id of contract) expect(catalogue.has(id), id).toBe(true);
  });

  test("is the same for every edition, since ids are for ever", () => {
    for (const edition of EDITIONS) expect([...catalogueOf(ruleBook(edition)).keys()]).toEqual([...catalogue.keys()]);
  });

  test("keeps the severities of the contract", () => {
    const severities: Readonly<Record<string, string>> = {
      "conflicting-rows": "error",
      "unknown-site-code": "error",
      "clinical-group-unknown": "error",
      "closed-without-outcome": "error",
      "outcome-without-date": "error",
      "closed-before-received": "error",
      "undecided-outcome": "error",
      "primary-site": "warning",
      "fits-nowhere": "warning",
      "aspect-missing": "warning",
      "brought-forward-continuity": "warning",
    };
    for (const [id, severity] of Object.entries(severities)) expect(catalogue.get(id)?.severity, id).toBe(severity);
  });
});

describe.each([...catalogue.values()])("$id", ({ id, title, why, effect, source }) => {
  test("has an id in small letters and hyphens", () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  test("has a title without a full stop", () => {
    expect(title).toMatch(/^[A-Z].*[^.\s]$/);
  });

  test("says why and what it does, in sentences", () => {
    for (const text of [why, effect]) expect(text).toMatch(/^[A-Z].*[.?]$/);
    expect(why).not.toBe(title);
  });

  test("names a document, a heading and when it was last edited", () => {
    expect(source.document.trim()).not.toBe("");
    expect(source.heading.trim()).not.toBe("");
    expect(source.edited).toMatch(/^(\d{4}(-\d{2}-\d{2})?|not known)$/);
  });
});
