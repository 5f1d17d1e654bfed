import { describe, expect, test } from "vitest";
import { ITEM, type ItemId } from "../../../src/domain/item.ts";
import type { Report, ReportContext } from "../../../src/domain/report.ts";
import type { RowsByRule } from "../../../src/domain/return.ts";
import { balancePart } from "../../../src/write/report/html/balance.ts";
import { barsPart } from "../../../src/write/report/html/bars.ts";
import { movementPart } from "../../../src/write/report/html/movement.ts";
import { returnPart } from "../../../src/write/report/html/return-tables.ts";
import { sumOf } from "../../../src/write/report/sums.ts";
import { BALANCE, contextOf, countsOf, FATES, sampleReturn } from "./sample.ts";

const context = contextOf();
const report = (balance: Report["balance"] = BALANCE, fates: readonly RowsByRule[] = FATES): Report => ({
  schema: "ko41a-report/1",
  summary: { errors: 0, warnings: 0, accepted: 0 },
  findings: [],
  rules: [],
  unmapped: [],
  balance,
  fates,
  activity: null,
  overdue: null,
  proof: null,
});

interface Bar {
  readonly name: string;
  readonly figure: number;
  readonly from: number;
  readonly width: number;
}

/** Every line of a table that has a figure and a bar. */
function barsIn(markup: string): readonly Bar[] {
  return [...markup.matchAll(/<tr[^>]*><th scope="row">(.*?)<\/th>(.*?)<\/tr>/gs)].flatMap(([, name = "", rest = ""]) => {
    const [, x, width] = /<rect class="(?!rail)[a-z]+" x="([\d.]+)" width="([\d.]+)"/.exec(rest) ?? [];
    const cells = [...rest.matchAll(/<td class="n"[^>]*>([^<]*)</g)].map(([, text = ""]) => number(text));
    const figure = cells.at(-1);
    const plain = name.replace(/<small>.*|<[^>]*>/gs, "").trim();
    return x === undefined || figure === undefined ? [] : [{ name: plain, figure, from: Number(x), width: Number(width) }];
  });
}

function number(text: string): number {
  return Number(text.replaceAll(",", "").replace("−", "-"));
}

describe("where the rows went", () => {
  const { markup } = balancePart(report(), context).body;
  const bands = [
    ...markup.matchAll(/<path class="([a-z]+)" d="M(\S+) (\S+)C\S+ \S+ \S+ \S+ (\S+) (\S+)" stroke-width="([^"]+)"/g),
  ].map(([, colour = "", x0, y0, x1, y1, width]) => ({
    colour,
    x0: Number(x0),
    y0: Number(y0),
    x1: Number(x1),
    y1: Number(y1),
    width: Number(width),
  }));
  const boxes = [...markup.matchAll(/<rect class="([a-z]+)" x="(\d+)" y="([^"]+)" width="14" height="([^"]+)"/g)].map(
    ([, colour = "", x, y, height]) => ({ colour, x: Number(x), y: Number(y), height: Number(height) }),
  );
  const labels = [...markup.matchAll(/<text x="(\d+)" y="[^"]+"><tspan class="size">([\d,]+)<\/tspan> ([^<]*)</g)].map(
    ([, x, size = "", name = ""]) => ({ x: Number(x), size: number(size), name }),
  );

  test("bands are as wide as the rows they stand for, on one scale", () => {
    const scale = (boxes[0]?.height ?? 0) / BALANCE.rows;
    expect(scale).toBeGreaterThan(0);
    const fates = bands.filter(({ x0 }) => x0 < 100).map(({ width }) => width / scale);
    expect(fates.map((rows) => Math.round(rows * 100) / 100)).toEqual([135, 7, 11, 3]);
    const ends = bands.filter(({ x0 }) => x0 > 100).map(({ width }) => width / scale);
    expect(ends.map((rows) => Math.round(rows * 100) / 100)).toEqual([135, 4, 2, 1, 9, 2, 3]);
  });

  test("what comes into a box and what leaves it is as high as the box", () => {
    for (const { x, y, height } of boxes) {
      const into = bands.filter((band) => band.x1 === x && band.y1 > y - 0.01 && band.y1 < y + height + 0.01);
      const outOf = bands.filter((band) => band.x0 === x + 14 && band.y0 > y - 0.01 && band.y0 < y + height + 0.01);
      if (x > 0) expect(into.reduce((sum, band) => sum + band.width, 0)).toBeCloseTo(height, 2);
      if (x < 600) expect(outOf.reduce((sum, band) => sum + band.width, 0)).toBeCloseTo(height, 2);
    }
    expect(boxes).toHaveLength(1 + 4 + 7);
  });

  test("every box says how many rows it is", () => {
    expect(labels.map(({ size }) => size)).toEqual([156, 135, 7, 11, 3, 135, 4, 2, 1, 9, 2, 3]);
  });

  test("what is counted goes on into brought forward and new where that is so", () => {
    const brought = sumOf(context.return.rows, ITEM.broughtForward);
    const fresh = sumOf(context.return.rows, ITEM.new);
    const balance = { rows: brought + fresh, counted: brought + fresh, excluded: 0, merged: 0, refused: 0 };
    const all = balancePart(report(balance, [{ fate: "counted", rule: null, rows: brought + fresh }]), context).body.markup;
    expect(all).toContain(`<tspan class="size">${brought}</tspan> brought forward<`);
    expect(all).toContain(`<tspan class="size">${fresh}</tspan> new<`);
    expect(labels.map(({ name }) => name)).toContain("in the return");
  });

  test("the table beside it has each fate where the one before ended, and its rules within it", () => {
    const lines = barsIn(markup);
    const scale = 1000 / BALANCE.rows;
    expect(lines.map(({ figure }) => figure)).toEqual([156, 135, 7, 4, 2, 1, 11, 9, 2, 3, 3]);
    for (const { figure, width } of lines) expect(width).toBeCloseTo(figure * scale, 1);
    expect(lines.map(({ from }) => Math.round(from / scale))).toEqual([0, 0, 135, 135, 139, 141, 142, 142, 151, 153, 153]);
  });

  test("no rows, no picture; rows that do not add up are said", () => {
    const none = { rows: 0, counted: 0, excluded: 0, merged: 0, refused: 0 };
    expect(balancePart(report(none, []), context).body.markup).not.toContain("<path");
    const wrong = balancePart(report({ ...BALANCE, counted: 130 }), context).body.markup;
    expect(wrong).toContain("The rows do not add up: 130 + 7 + 11 + 3 = 151, not 156.");
    expect(wrong).not.toContain("<path");
  });
});

describe("bars of the figures", () => {
  test("are as long as their figures, the longest of each picture as long as it can be", () => {
    const charts = barsPart(context).body.markup.split('<div class="chart">').slice(1);
    expect(charts).toHaveLength(7);
    for (const chart of charts) {
      const bars = barsIn(chart);
      const most = Math.max(...bars.map(({ figure }) => figure));
      expect(bars.length).toBeGreaterThan(1);
      for (const { figure, from, width } of bars) {
        expect(from).toBe(0);
        expect(width).toBeCloseTo((figure / most) * 1000, 1);
      }
    }
  });

  test("show every item that has complaints, once, and count the rest", () => {
    const { markup } = barsPart(context).body;
    const shown = [...markup.matchAll(/data-figure="\*\/(\d+)"/g)].map(([, place]) => context.items[Number(place)]?.id);
    const outcomes: readonly ItemId[] = [ITEM.upheld, ITEM.partiallyUpheld, ITEM.notUpheld];
    const wanted = context.items.filter(
      ({ id, kind, section }) => kind === "count" && (section > 2 || outcomes.includes(id)) && sumOf(context.return.rows, id) > 0,
    );
    expect(shown.toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
    expect(markup.split('<div class="chart">')[1]).not.toContain("None in");
  });

  test("of a return without rows show none", () => {
    const { markup } = barsPart(contextOf(sampleReturn([], []))).body;
    expect(barsIn(markup)).toEqual([]);
    expect(markup).toContain("No complaint in any of its 8 items.");
  });

  test("from brought forward to carried forward they end where the sum ends", () => {
    const [table = ""] = returnPart(context).body.markup.split("</table>");
    const lines = barsIn(table);
    const whole = Math.max(...lines.map(({ from, width }) => from + width));
    const inAll = (lines[0]?.figure ?? 0) + (lines[1]?.figure ?? 0);
    for (const { figure, width } of lines) expect(width).toBeCloseTo((figure / inAll) * 1000, 1);
    expect(whole).toBeCloseTo(1000, 1);
    expect(lines.at(-1)?.from).toBeCloseTo(1000 - (lines.at(-1)?.width ?? 0), 1);
  });
});

describe("against the last period", () => {
  const before = [
    { siteCode: "RZZ01", siteName: "General Hospital", counts: countsOf(40) },
    { siteCode: "RZZ09", siteName: "Elm House", counts: countsOf(10) },
  ];
  const prior: ReportContext["prior"] & object = { period: "2024-25", rows: before, level: "site", sameLength: true };
  const { markup } = movementPart(context, prior).body;

  test("each item has its figure then and now and a bar from the middle as long as the change", () => {
    const bars = barsIn(markup.split("By site")[0] ?? "");
    const most = Math.max(...bars.map(({ figure }) => Math.abs(figure)));
    for (const { figure, from, width } of bars) {
      expect(width).toBeCloseTo((Math.abs(figure) / most) * 500, 1);
      expect(figure < 0 ? from + width : from).toBeCloseTo(500, 1);
    }
    expect(markup).toMatch(
      /2\.6<\/span> Total New<\/th><td class="n">50<\/td><td class="n" data-figure="\*\/1">125<\/td><td class="n">\+75<\/td>/,
    );
  });

  test("by site, what was carried forward stands beside what is brought forward; new and closed sites are named", () => {
    expect(markup).toMatch(
      /RZZ01<small>General Hospital<\/small><\/th><td class="n">\d+<\/td><td class="n" data-figure="0\/0">12</,
    );
    expect(markup).toContain("RZZ02<small>Healthcare Clinic (new)</small>");
    expect(markup).toContain("RZZ09<small>Elm House (no longer there)</small>");
  });

  test("of another length only what was carried forward is compared", () => {
    const quarter = movementPart(context, { ...prior, sameLength: false }).body.markup;
    expect(quarter).not.toContain("All sites together");
    expect(quarter).toContain("Carried forward then");
  });

  test("of an organisation as a whole no site is compared", () => {
    const whole = movementPart(context, { ...prior, level: "organisation", rows: before.slice(0, 1) }).body.markup;
    expect(whole).toContain("so sites cannot be compared");
    expect(whole).not.toContain("By site");
  });
});
