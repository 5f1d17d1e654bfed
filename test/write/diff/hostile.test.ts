import { describe, expect, test } from "vitest";
import type { ComplaintState } from "../../../src/domain/comparison.ts";
import type { ItemId } from "../../../src/domain/item.ts";
import { diffOnScreen } from "../../../src/write/diff/console.ts";
import { diffHtml } from "../../../src/write/diff/html.ts";
import { diffJson } from "../../../src/write/diff/json.ts";
import { diffMarkdown } from "../../../src/write/diff/markdown.ts";
import { activeMarkdown, EVIL, STEERS, STEERS_PAGE } from "../hostile.ts";
import { check } from "../report/markup.ts";
import { comparisonOf, NAMES, returnOf } from "./sample.ts";

const PLAIN = Object.fromEntries(
  ["red", "yellow", "green", "cyan", "bold", "dim"].map((name) => [name, (text: string) => text]),
) as unknown as Parameters<typeof diffOnScreen>[2]["colour"];
const OPTIONS = { colour: PLAIN, width: 100, maxComplaints: 1000 };

/** A comparison in which everything that came with the data is hostile. */
const wicked = (evil: string) => {
  const state: ComplaintState = { fate: "counted", site: evil, items: [], rules: [evil] };
  const setting = { what: "policy", name: evil, a: evil, b: null } as const;
  const one = returnOf({
    organisation: { code: evil, name: evil },
    periods: { a: evil, b: `${evil}2` },
    settings: [setting, { what: "register", name: "", a: evil, b: null }],
    inputs: { a: [evil], b: [`${evil}2`], same: false },
    sites: [
      { kind: "new", code: evil, a: null, b: `${evil}2`, perhaps: evil },
      { kind: "renamed", code: evil, a: evil, b: `${evil}2`, perhaps: null },
    ],
    changes: [
      {
        site: evil,
        siteName: `${evil}2`,
        item: "Complaints_Total_New" as ItemId,
        a: 1,
        b: 2,
        entered: Array(9).fill(evil),
        left: [evil],
      },
    ],
    complaints: [
      {
        reference: evil,
        kind: "moved",
        a: state,
        b: { ...state, site: `${evil}2` },
        reasons: [
          { kind: "site", a: evil, b: `${evil}2`, causes: [{ kind: "setting", ...setting }] },
          { kind: "counting", a: null, b: evil, causes: [] },
        ],
      },
    ],
  });
  const compared = comparisonOf(one);
  return { ...compared, a: { ...compared.a, file: evil }, b: { ...compared.b, file: evil }, only: { a: [evil], b: [evil] } };
};
const plain = wicked("E-01");

describe.each(EVIL.map((evil) => ({ evil, name: JSON.stringify(evil) })))("$name in references, names and files", ({ evil }) => {
  const compared = wicked(evil);

  test("steers no terminal and makes no line of its own", () => {
    const screen = diffOnScreen(compared, NAMES, OPTIONS);
    expect(screen).not.toMatch(STEERS);
    const starts = (text: string) => text.split("\n").filter((line) => !line.startsWith("  ") && line !== "").length;
    expect(starts(screen)).toBe(starts(diffOnScreen(plain, NAMES, OPTIONS)));
  });

  test("makes no table, link, tag or mention in Markdown", () => {
    const markdown = diffMarkdown(compared, NAMES, 1000);
    expect(markdown).not.toMatch(STEERS);
    expect(activeMarkdown(markdown)).toEqual([]);
    const shape = (text: string) => text.split("\n").map((line) => line.replace(/\\./g, "").split("|").length);
    expect(shape(markdown)).toEqual(shape(diffMarkdown(plain, NAMES, 1000)));
  });

  test("makes no tag and no attribute in the page", () => {
    const page = diffHtml(compared, NAMES);
    expect(check(page)).toMatchObject({ faults: [], tags: check(diffHtml(plain, NAMES)).tags });
    expect(page.replaceAll("\t", "")).not.toMatch(STEERS_PAGE);
    expect(check(page).attributes.filter(([name]) => /^on|^src/i.test(name))).toEqual([]);
  });

  test("stands in JSON as it is", () => {
    const json = JSON.parse(diffJson(compared, NAMES)) as { readonly complaints: readonly { readonly reference: string }[] };
    expect(json.complaints[0]?.reference).toBe(evil);
  });
});

test("one name and one site that stand in the plain comparison stand in the hostile ones' place", () => {
  expect(diffOnScreen(plain, NAMES, OPTIONS)).toContain("E-01  moved  E-01 → E-012");
});
