import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { ItemId } from "../../../src/domain/item.ts";
import type { Layout } from "../../../src/domain/proforma.ts";
import type { Return } from "../../../src/domain/return.ts";
import { columnName } from "../../../src/package/address.ts";
import { openGuarded } from "../../../src/package/guard.ts";
import { readBook } from "../../../src/workbook/book/read-book.ts";
import { findLayout } from "../../../src/workbook/proforma/find/find.ts";
import { ruleBook } from "../../support/rule-book.ts";
import { returnOf, site } from "../support.ts";

const FOLDER = path.join(import.meta.dirname, "../../../fixtures/proformas");

/** Where everything stands in a proforma, written down by whoever designed it. */
export interface Expected {
  readonly sheet: string;
  readonly sites: "down" | "across";
  readonly items: Readonly<Record<string, string>>;
  readonly siteCode: string;
  readonly siteName: string | null;
  readonly listed: Readonly<Record<string, string | number>>;
  readonly free: readonly (string | number)[] | null;
  /** The first free line of a proforma that prepares none. */
  readonly firstFree?: string | number;
  readonly organisation: { readonly code: string | null; readonly name: string | null };
  readonly period: string | null;
  /** What the proforma says its period is, as it writes it. */
  readonly periodText?: string;
  readonly totalFormulas: boolean;
  readonly fits: true | string;
}

export interface Proforma {
  readonly name: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly expected: Expected;
}

export const PROFORMAS: readonly Proforma[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".expected.json"))
  .sort()
  .map((json) => {
    const name = json.replace(".expected.json", "");
    const file = readdirSync(FOLDER).find((one) => one.startsWith(`${name}.xls`)) ?? "";
    return {
      name,
      file,
      bytes: readFileSync(path.join(FOLDER, file)),
      expected: JSON.parse(readFileSync(path.join(FOLDER, json), "utf8")) as Expected,
    };
  });

export function found(bytes: Uint8Array) {
  return findLayout(readBook(openGuarded("proforma.xlsx", bytes, { fix: "" })), ruleBook());
}

/** A layout in the words of `Expected`. */
export function described(layout: Layout) {
  const down = layout.sites === "down";
  const line = (number: number): string | number => (down ? number : columnName(number));
  const position = (number: number): string => (down ? columnName(number) : String(number));
  const place = (one: { sheet: string; row: number; column: number } | null): string | null =>
    one === null ? null : `${one.sheet}!${columnName(one.column)}${one.row}`;
  return {
    sheet: layout.sheet,
    sites: layout.sites,
    items: Object.fromEntries([...layout.items].map(([id, item]) => [id, position(item.position)])),
    siteCode: position(layout.siteCode),
    siteName: layout.siteName === null ? null : position(layout.siteName),
    listed: Object.fromEntries(layout.listed.map((site) => [site.code, line(site.line)])),
    ...(layout.endlessFrom === null ? { free: layout.free.map(line) } : { free: null, firstFree: line(layout.endlessFrom) }),
    organisation: { code: place(layout.organisation.code), name: place(layout.organisation.name) },
    period: place(layout.period),
  };
}

export const FITTING = PROFORMAS.filter(({ expected }) => expected.fits === true);

/** Figures for each of the five sites of the synthetic trust, different in each row and column. */
export function fiveSites(): Return {
  const book = ruleBook();
  const sites = [
    ["RZZ01", "General hospital"],
    ["RZZ02", "Healthcare clinic"],
    ["RZZ03", "St Swithin's hospital"],
    ["RZZ1A", "Riverside community hospital"],
    ["RZZ", "Synthetic NHS Foundation Trust"],
  ] as const;
  const rows = sites.map(([siteCode, siteName], index) => ({ ...site(book, index + 1), siteCode, siteName }));
  return { ...returnOf(book, rows), organisation: { code: "RZZ", name: "Synthetic NHS Foundation Trust" } };
}

/** A figure and the cell that it must stand in. */
export interface Placed {
  readonly sheet: string;
  readonly cell: string;
  readonly item: string;
  readonly site: string;
  readonly value: number | string;
}

/** Where every figure of a return must stand, by the word of whoever designed the proforma. */
export function cellsOf(expected: Expected, { rows }: Return): readonly Placed[] {
  const { sheet, sites, items, siteCode, listed } = expected;
  const unlisted = rows.filter((row) => listed[row.siteCode] === undefined);
  const free = expected.free ?? unlisted.map((_, index) => Number(expected.firstFree) + index);
  return rows.flatMap((row) => {
    const line = listed[row.siteCode] ?? free[unlisted.indexOf(row)] ?? "none";
    const cell = (position: string): string => (sites === "down" ? `${position}${line}` : `${line}${position}`);
    const figures = Object.entries(items).map(([item, position]) => ({
      item,
      position,
      value: row.counts[item as ItemId] ?? -1,
    }));
    const code = { item: "Site_Code", position: siteCode, value: row.siteCode };
    return [code, ...figures].map(({ item, position, value }) => ({
      sheet,
      cell: cell(position),
      item,
      site: row.siteCode,
      value,
    }));
  });
}
