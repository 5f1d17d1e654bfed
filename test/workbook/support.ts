import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import type { Item, ItemId } from "../../src/domain/item.ts";
import type { Counts, Return, SiteRow } from "../../src/domain/return.ts";
import type { RuleBook } from "../../src/domain/rule-book.ts";
import { loadRuleBook } from "../../src/rulebook/load.ts";

const root = path.join(import.meta.dirname, "../..");

export const template: Uint8Array = new Uint8Array(readFileSync(path.join(root, "templates/ko41a.xlsx")));

export const editions: readonly string[] = readdirSync(path.join(root, "rulebook")).sort();

export function ruleBook(edition: string): RuleBook {
  const folder = path.join(root, "rulebook", edition);
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.(csv|json)$/.test(name));
  return loadRuleBook(
    new Map(names.map((name) => [name.split(path.sep).join("/"), readFileSync(path.join(folder, name), "utf8")])),
  );
}

/** Figures that keep every relation, different in each row and column. */
export function site(book: RuleBook, index: number, clinical = true): SiteRow {
  const figures = new Map<ItemId, number>();
  book.items.forEach((item, column) => {
    if (item.kind === "count") figures.set(item.id, plainFigure(item, index, column, clinical));
  });
  const adding = book.relations.flatMap(({ checks }) => checks.flatMap((check) => (check.verb === "adds-up" ? [check] : [])));
  const sum = (ids: readonly ItemId[]): number => ids.reduce((all, id) => all + (figures.get(id) ?? 0), 0);
  for (const { total, plus, minus } of adding) figures.set(total, sum(plus) - sum(minus));
  return {
    siteCode: `RZZ${String(index).padStart(2, "0")}`,
    siteName: NAMES[index % NAMES.length] ?? "",
    counts: countsOf(figures),
  };
}

const NAMES = [
  "St Ann's Hospital & Day Unit",
  "Northgate Community Hospital",
  '=HYPERLINK("http://example.invalid","Ward <1>")',
  "+44 Elm Road",
  "-Unnamed clinic-",
  "@Home service",
  "\tTabbed surgery",
  "Hafan Deg — Tŷ Newydd 🏥",
];

function plainFigure(item: Item, index: number, column: number, clinical: boolean): number {
  if (item.section === 6 && !clinical) return 0;
  return (index * 7 + column * 3) % 5 === 0 ? 0 : (index * 31 + column * 17) % 120;
}

function countsOf(figures: ReadonlyMap<ItemId, number>): Counts {
  return Object.fromEntries(figures);
}

export function returnOf(book: RuleBook, rows: readonly SiteRow[], clinicalZeros: "zero" | "blank" = "zero"): Return {
  return {
    organisation: { code: "RZZ", name: "Northgate & District NHS Foundation Trust" },
    period: { label: "2025-26", start: "2025-04-01", end: "2026-03-31" },
    rows,
    policies: { ...book.defaultPolicies, clinicalZeros },
    balance: { rows: 120, counted: 100, excluded: 12, merged: 7, refused: 1 },
    complaints: [],
    provenance: {
      engine: "ko41a 1.0.0",
      edition: book.edition,
      inputs: [{ file: "export.csv", sha256: "a".repeat(64), rows: 120 }],
      config: { file: "ko41a.yaml", sha256: "b".repeat(64) },
      mapping: null,
      registers: [{ file: "ets.csv", sha256: "c".repeat(64) }],
      prior: null,
      template: { sha256: "d".repeat(64), kind: "bundled" },
    },
  };
}

export function sites(book: RuleBook, count: number): readonly SiteRow[] {
  return Array.from({ length: count }, (_, index) => site(book, index));
}

/** Quicker than comparing byte by byte as values. */
export function sameBytes(a: Uint8Array, b: Uint8Array | undefined): boolean {
  return b !== undefined && Buffer.compare(a, b) === 0;
}

export interface ReadCell {
  readonly value: number | string | null;
  readonly formula: string | undefined;
  readonly style: string | undefined;
}

/** Reads a sheet of one of our own workbooks, by patterns and not by the code under test. */
export function readSheet(bytes: Uint8Array, name: string): ReadonlyMap<string, ReadCell> {
  const files = unzipSync(bytes);
  const text = (part: string): string => strFromU8(files[part] ?? new Uint8Array());
  const names = [...text("xl/workbook.xml").matchAll(/<sheet [^>]*name="([^"]*)"/g)].map((match) => match[1]);
  const shared = [...text("xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>/gs)].map(([, item = ""]) =>
    plainText(item.replace(/<[^>]*>/g, "")),
  );
  const cells = new Map<string, ReadCell>();
  const xml = text(`xl/worksheets/sheet${names.indexOf(name) + 1}.xml`);
  for (const [, attributes = "", content = ""] of xml.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const type = /t="(\w+)"/.exec(attributes)?.[1];
    const formula = /<f[^>]*>(.*?)<\/f>/s.exec(content)?.[1];
    const raw = /<(?:v|t)(?: [^>]*)?>(.*?)<\/(?:v|t)>/s.exec(content)?.[1];
    const value = raw === undefined ? null : type === "s" ? (shared[Number(raw)] ?? "") : type ? plainText(raw) : Number(raw);
    cells.set(/r="(\w+)"/.exec(attributes)?.[1] ?? "", {
      value,
      formula: formula === undefined ? undefined : plainText(formula),
      style: /s="(\d+)"/.exec(attributes)?.[1],
    });
  }
  return cells;
}

function plainText(xml: string): string {
  const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return xml.replace(/&(?:#(\d+)|(\w+));/g, (_, code?: string, name?: string) =>
    code ? String.fromCharCode(Number(code)) : (named[name ?? ""] ?? ""),
  );
}
