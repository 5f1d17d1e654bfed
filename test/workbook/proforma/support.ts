import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Layout } from "../../../src/domain/proforma.ts";
import { columnName } from "../../../src/package/address.ts";
import { openGuarded } from "../../../src/package/guard.ts";
import { readBook } from "../../../src/workbook/book/read-book.ts";
import { findLayout } from "../../../src/workbook/proforma/find.ts";
import { ruleBook } from "../../support/rule-book.ts";

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
