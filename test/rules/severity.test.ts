import { expect, test } from "vitest";
import { catalogueOf } from "../../src/rules/catalogue.ts";
import { severityOf } from "../../src/rules/severity.ts";
import { ruleBook } from "../support/rule-book.ts";

test.each([
  "primary-site",
  "no-ods-code",
  "unknown-site-code",
  "fits-nowhere",
  "aspect-missing",
  "implausible-age",
  "closed-without-outcome",
  "withdrawn",
  "consent-not-received",
] as const)("a finding of %s is as severe as its rule", (kind) => {
  expect(severityOf(kind)).toBe(catalogueOf(ruleBook()).get(kind)?.severity);
});
