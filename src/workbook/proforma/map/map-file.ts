import { parseDocument } from "yaml";
import * as z from "zod/mini";
import type { ItemId } from "../../../domain/item.ts";
import { type Problem, Refusal } from "../../../domain/problem.ts";
import type { CellPlace, Layout, LayoutFault } from "../../../domain/proforma.ts";
import type { RuleBook } from "../../../domain/rule-book.ts";
import { addressOf, columnName, parseAddress } from "../../../package/address.ts";

/** A layout as a person tells it. Lines and positions are as in `Layout`. */
export interface TemplateMap {
  readonly sheet: string;
  readonly sites: "down" | "across";
  readonly first: number;
  /** Null: as far as the proforma goes. */
  readonly last: number | null;
  readonly siteCode: number;
  readonly siteName: number | null;
  readonly organisationCode: number | null;
  readonly organisationName: number | null;
  readonly organisation: Layout["organisation"];
  readonly period: CellPlace | null;
  readonly items: ReadonlyMap<ItemId, number>;
}

const SCHEMA = "ko41a-template-map/1";
const place = z.nullish(z.union([z.string(), z.number()]));

const MapFile = z.strictObject({
  schema: z.literal(SCHEMA),
  sheet: z.string(),
  sites: z.enum(["down", "across"]),
  first: z.union([z.string(), z.number()]),
  last: place,
  siteCode: z.union([z.string(), z.number()]),
  siteName: place,
  organisationCode: place,
  organisationName: place,
  organisation: z.optional(z.strictObject({ code: z.nullish(z.string()), name: z.nullish(z.string()) })),
  period: z.nullish(z.string()),
  items: z.record(z.string(), place),
});

/**
 * Reads a map of a proforma.
 * @throws {Refusal} with everything that is wrong in it
 */
export function readTemplateMap(file: string, text: string, book: RuleBook): TemplateMap {
  const document = parseDocument(text, { prettyErrors: false });
  const fix = "ko41a template inspect FILE --save writes a map that shows how it is done.";
  if (document.errors.length > 0)
    throw new Refusal(...document.errors.map(({ message }) => ({ what: `This is not YAML: ${message}`, where: file, fix })));
  const result = MapFile.safeParse(document.toJS({ maxAliasCount: 10 }));
  if (!result.success)
    throw new Refusal(
      ...result.error.issues.map(({ path, message }) => ({
        what: `${path.join(".") || "the map"}: ${message}`,
        where: file,
        fix,
      })),
    );
  const map = result.data;
  const problems: Problem[] = [];
  const down = map.sites === "down";
  const number = (given: string | number | null | undefined, isRow: boolean, what: string): number | null => {
    if (given === null || given === undefined || given === "") return null;
    const found = isRow ? rowNumber(given) : columnNumber(given);
    if (found === null)
      problems.push({ what: `${what}: "${given}" is no ${isRow ? "number of a row" : "letter of a column"}.`, where: file, fix });
    return found;
  };
  const cell = (given: string | null | undefined, what: string): CellPlace | null => {
    if (given === null || given === undefined) return null;
    const bang = given.lastIndexOf("!");
    const address = parseAddress(given.slice(bang + 1));
    if (bang > 0 && address !== null) return { sheet: given.slice(0, bang), ...address };
    problems.push({ what: `${what}: "${given}" is no cell, as in Cover!C7.`, where: file, fix });
    return null;
  };
  const known = new Set<string>(book.items.map(({ id }) => id));
  const items = new Map<ItemId, number>();
  for (const [id, given] of Object.entries(map.items)) {
    const found = number(given, !down, `items.${id}`);
    if (!known.has(id))
      problems.push({ what: `items.${id}: there is no such item.`, where: file, fix: "ko41a items lists them." });
    else if (found !== null) items.set(id as ItemId, found);
  }
  const read: TemplateMap = {
    sheet: map.sheet,
    sites: map.sites,
    first: number(map.first, down, "first") ?? 0,
    last: number(map.last, down, "last"),
    siteCode: number(map.siteCode, !down, "siteCode") ?? 0,
    siteName: number(map.siteName, !down, "siteName"),
    organisationCode: number(map.organisationCode, !down, "organisationCode"),
    organisationName: number(map.organisationName, !down, "organisationName"),
    organisation: {
      code: cell(map.organisation?.code, "organisation.code"),
      name: cell(map.organisation?.name, "organisation.name"),
    },
    period: cell(map.period, "period"),
    items,
  };
  if (problems.length > 0) throw new Refusal(...problems);
  return read;
}

function rowNumber(given: string | number): number | null {
  const row = Number(given);
  return Number.isInteger(row) && row >= 1 && row <= 1_048_576 ? row : null;
}

function columnNumber(given: string | number): number | null {
  const column = parseAddress(`${String(given).trim().toUpperCase()}1`)?.column ?? null;
  return column !== null && column <= 16_384 ? column : null;
}

/** A layout as a map that a person can correct. What was not found stands there without a place. */
export function templateMapYaml(layout: Layout, book: RuleBook, faults: readonly LayoutFault[] = []): string {
  const down = layout.sites === "down";
  const position = (at: number | null): string => (at === null ? "" : down ? columnName(at) : String(at));
  const line = (at: number): string => (down ? String(at) : columnName(at));
  const cell = (at: CellPlace | null): string => (at === null ? "" : text(`${at.sheet}!${addressOf(at.row, at.column)}`));
  const lines = [...layout.listed.map((site) => site.line), ...layout.free];
  const first = lines.length > 0 ? Math.min(...lines) : (layout.endlessFrom ?? Math.max(...layout.header) + 1);
  const items = book.items.map(({ id, number, label }) => {
    const found = layout.items.get(id);
    const words = found === undefined ? "not found" : `found as ${JSON.stringify(found.words.replace(/\s+/g, " ").slice(0, 80))}`;
    const twice = faults.find((fault) => fault.kind === "item-twice" && fault.item === id);
    const also = twice?.kind === "item-twice" ? `; TWO PLACES, ${twice.cells.join(" and ")}: choose` : "";
    return `  ${id}: ${position(found?.position ?? null)} # ${number} ${label.slice(0, 60)}; ${words}${also}`;
  });
  const [place, lineWord] = down ? ["column", "row"] : ["row", "column"];
  return `# Where the figures of the return go in a proforma. Correct what is wrong, and give it with --template-map.
schema: ${SCHEMA}
sheet: ${text(layout.sheet)}
# down: one row a site; across: one column a site
sites: ${layout.sites}
# the first and the last ${lineWord} for sites; without a last one there are as many as are needed
first: ${line(first)}
last: ${lines.length > 0 ? line(Math.max(...lines)) : ""}
# the ${place} of each; what the proforma does not have stays blank
siteCode: ${position(layout.siteCode || null)}
siteName: ${position(layout.siteName)}
organisationCode: ${position(layout.organisationCode)}
organisationName: ${position(layout.organisationName)}
# single cells, as Cover!C7
organisation:
  code: ${cell(layout.organisation.code)}
  name: ${cell(layout.organisation.name)}
period: ${cell(layout.period)}
items:
${items.join("\n")}
`.replace(/ +$/gm, "");
}

function text(words: string): string {
  return JSON.stringify(words);
}
