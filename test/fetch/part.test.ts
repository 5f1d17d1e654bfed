import { describe, expect, test } from "vitest";
import type { LocalDate } from "../../src/domain/local-date.ts";
import type { Connection } from "../../src/fetch/caller.ts";
import { HOME_VISITS, type RawVisit } from "../../src/fetch/listings.ts";
import { partText, readPart } from "../../src/fetch/part.ts";
import type { Query } from "../../src/fetch/query.ts";
import { KEYS } from "./server-check.ts";

const QUERY: Query = { resource: "home-visits", from: "2024-01-01" as LocalDate, to: "2024-12-31" as LocalDate };
const CONNECTION = { address: { host: "carehq.test", root: "https://carehq.test/v1/" }, keys: KEYS };
const NOW = Date.UTC(2026, 4, 6, 9);
const VISIT: RawVisit = {
  _id: "a",
  location: "b",
  date_time: "2024-05-01 10:00:00",
  completed: null,
  cancelled: null,
  visit_type: "virtual",
};
const READING = { pages: 2, pageCount: 3, itemCount: 25, finished: false, items: [VISIT], outside: ["c"] };
const TEXT = partText(READING, QUERY, CONNECTION, NOW);

describe("what is kept between runs", () => {
  test("is read back as it was", () => {
    expect(readPart(TEXT, HOME_VISITS, QUERY, CONNECTION, NOW + 3_600_000)).toEqual({ ...READING, paused: 3_600_000 });
  });

  test("knows the account without naming it", () => {
    for (const key of Object.values(KEYS)) expect(TEXT).not.toContain(key);
    expect(TEXT).toMatch(/"account":"[0-9a-f]{64}"/);
  });

  test.each<[string, { query?: Query; connection?: Connection }]>([
    ["another time", { query: { ...QUERY, to: "2025-01-01" as LocalDate } }],
    ["another resource", { query: { ...QUERY, resource: "complaints" as const } }],
    ["another server", { connection: { ...CONNECTION, address: { ...CONNECTION.address, host: "other.test" } } }],
    ["another account", { connection: { ...CONNECTION, keys: { ...KEYS, accountId: "account-8" } } }],
  ])("is not for %s", (_, { query = QUERY, connection = CONNECTION }) => {
    expect(readPart(TEXT, HOME_VISITS, query, connection, NOW)).toBe("of another request");
  });

  test("is not for the day after tomorrow", () => {
    expect(readPart(TEXT, HOME_VISITS, QUERY, CONNECTION, NOW + 2 * 86_400_000)).toBe("more than a day old");
  });

  test.each([
    ["cut off", TEXT.slice(0, -20)],
    ["empty", ""],
    ["something else", '{"items": []}'],
    ["changed", TEXT.replace('"pages":2', '"pages":-2')],
    ["without its items", TEXT.replace('"items"', '"things"')],
  ])("is damaged when it is %s", (_, text) => {
    expect(readPart(text, HOME_VISITS, QUERY, CONNECTION, NOW)).toBe("damaged");
  });
});
