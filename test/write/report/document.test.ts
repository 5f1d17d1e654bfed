import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { PageData } from "../../../src/domain/page-data.ts";
import { SCRIPT, SCRIPT_SHA256, STYLE, STYLE_SHA256 } from "../../../src/write/report/html/assets.ts";
import { documentOf } from "../../../src/write/report/html/document.ts";
import { html } from "../../../src/write/report/html/escape.ts";

const fingerprint = (text: string): string => createHash("sha256").update(text).digest("base64");
const EMPTY: PageData = { items: [], sites: [], rules: [], ruleSets: [], files: [], complaints: [], more: {} };

describe("the policy of a page", () => {
  const head = (data: PageData | null): string =>
    documentOf({ title: "", kind: "", heading: "", under: "", skip: "", body: html``, footer: "", data }).markup;

  test("allows the one style sheet, by its fingerprint, and nothing to be loaded", () => {
    expect(head(null)).toContain(
      `content="default-src 'none'; style-src 'sha256-${fingerprint(STYLE)}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(head(null)).not.toContain("<script");
    expect(STYLE_SHA256).toBe(fingerprint(STYLE));
  });

  test("allows the one script only where there is data for it", () => {
    expect(head(EMPTY)).toContain(`; script-src 'sha256-${fingerprint(SCRIPT)}'; base-uri`);
    expect(SCRIPT_SHA256).toBe(fingerprint(SCRIPT));
  });
});

describe("the style", () => {
  const palette = (block: string): Record<string, string> =>
    Object.fromEntries([...block.matchAll(/--([a-z-]+): (#[0-9a-f]+)/g)].map(([, name, colour]) => [name, colour]));
  const [, light = "", dark = "", print = ""] = STYLE.split(":root{");

  test.each([
    ["light", palette(light)],
    ["dark", palette(dark)],
    ["print", { ...palette(light), ...palette(print) }],
  ])("has text of AA contrast in %s", (_, colours) => {
    const pairs = [
      ...["paper", "page", "rail", "code", "stop-paper", "check-paper", "ready-paper"].flatMap((ground) => [
        ["ink", ground],
        ["quiet", ground],
      ]),
      ...["paper", "page", "stop-paper", "check-paper", "ready-paper"].map((ground) => ["link", ground]),
      ["green", "paper"],
      ["amber", "paper"],
    ];
    const poor = pairs.filter(([text = "", ground = ""]) => contrast(colours[text] ?? "", colours[ground] ?? "") < 4.5);
    expect(poor).toEqual([]);
    expect(contrast("#fff", colours.band ?? "")).toBeGreaterThan(4.5);
  });
});

function contrast(a: string, b: string): number {
  const [dark = 0, bright = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (bright + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const digits = colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit) : (colour.slice(1).match(/../g) ?? []);
  const [r = 0, g = 0, b = 0] = digits.map((pair) => {
    const part = Number.parseInt(pair, 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
