import { describe, expect, test } from "vitest";
import { denied } from "../../src/fetch/refusals.ts";

const QUESTION = { resource: "complaints", page: 1, params: {} };
const wordsFor = (status: number, ahead: number | null = 0): string =>
  JSON.stringify(denied({ kind: "denied", status, ahead }, "carehq.test", QUESTION).problems);

describe("what a denial says to do", () => {
  test.each([
    [302, "keys are not sent"],
    [400, "dates"],
    [401, "CAREHQ_ACCOUNT_ID, CAREHQ_API_KEY and CAREHQ_API_SECRET belong together"],
    [403, "right to read complaints"],
    [404, "CAREHQ_BASE_URL"],
    [405, "right to read complaints"],
    [418, "(418)"],
    [422, "(422)"],
  ])("%i", (status, words) => {
    expect(wordsFor(status)).toContain(words);
  });

  test.each([
    [null, "the clock of this computer is right"],
    [5, "the clock of this computer is right"],
    [600, "it is 10 min slow"],
    [-600, "it is 10 min fast"],
  ])("401 from a server whose clock is ahead by %s s", (ahead, words) => {
    expect(wordsFor(401, ahead)).toContain(words);
  });
});
