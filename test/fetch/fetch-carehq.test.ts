import { expect, test } from "vitest";
import { sayGap } from "../../src/cli/fetch-words.ts";
import type { LocalDate } from "../../src/domain/local-date.ts";
import { fetchCareHq, type Hooks } from "../../src/fetch/fetch-carehq.ts";
import { KEYS } from "./server-check.ts";
import { canned, fakeWorld, page } from "./world.ts";

const CONNECTION = { address: { host: "carehq.test", root: "https://carehq.test/v1/" }, keys: KEYS };
const QUERY = { resource: "complaints", from: "2024-01-01" as LocalDate, to: "2024-12-31" as LocalDate } as const;
const HOOKS: Hooks = { part: null, keep: async () => {}, resumed: () => {}, ignored: () => {}, step: () => {} };

test("birth dates that cannot be read are told of, by their number alone", async () => {
  const complaints = ["a", "b", "c"].map((_id) => ({ _id, complaint_reported_date: "2024-05-01", service_user: `user-${_id}` }));
  const births = ["gooseberry", "1947-08-09", null].map((dob, index) => ({ _id: `user-${"abc"[index]}`, dob }));
  const { fetch } = canned(page(complaints), page(births));
  const { gaps, hasBirthDates, snapshot } = await fetchCareHq(QUERY, CONNECTION, fakeWorld(fetch), HOOKS);
  expect(hasBirthDates).toBe(true);
  expect(gaps).toEqual([{ kind: "unreadable", list: "service-users", ids: 1 }]);
  const said = gaps.map(sayGap).join("");
  expect(said).toContain("1 birth date of CareHQ cannot be read");
  for (const text of [said, snapshot]) expect(text).not.toContain("gooseberry");
});
