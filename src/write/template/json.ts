import type { Inspection } from "../../domain/proforma.ts";
import type { RuleBook } from "../../domain/rule-book.ts";
import { jsonLine } from "../mapping/json-line.ts";
import { firstCell, fits, lineName, placeName, positionName } from "./places.ts";

/** `ko41a template inspect --format json`: `ko41a-template/1`, one item a line. */
export function inspectionJson(inspection: Inspection, { items }: RuleBook): string {
  const { file, layout, problems, says } = inspection;
  const position = (at: number | null): string | null => (at === null ? null : positionName(layout, at));
  const found = items.flatMap(({ id, number, label, section, kind }) => {
    const item = layout.items.get(id);
    if (item === undefined) return [];
    const { words, by, likeness } = item;
    const cell = firstCell(layout, item.position);
    return [{ id, number, label, section, kind, cell, position: positionName(layout, item.position), words, by, likeness }];
  });
  const missing = items.filter(({ id }) => !layout.items.has(id)).map(({ id }) => id);
  const fields = {
    schema: "ko41a-template/1",
    file,
    fits: fits(inspection),
    sheet: layout.sheet,
    orientation: layout.sites === "down" ? "one row a site" : "one column a site",
    sites: layout.sites,
    header: layout.header.map((line) => lineName(layout, line)),
    siteCode: position(layout.siteCode || null),
    siteName: position(layout.siteName),
    organisationCode: position(layout.organisationCode),
    organisationName: position(layout.organisationName),
    organisation: { code: placeName(layout.organisation.code), name: placeName(layout.organisation.name) },
    period: placeName(layout.period),
    says,
    listed: layout.listed.map(({ line, code, name }) => ({ line: lineName(layout, line), code, name })),
    free: layout.free.map((line) => lineName(layout, line)),
    endlessFrom: layout.endlessFrom === null ? null : lineName(layout, layout.endlessFrom),
    missing,
    problems,
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${jsonLine(name)}: ${jsonLine(value)}`);
  const list = found.map((item) => `    ${jsonLine(item)}`).join(",\n");
  return `{\n${lines.join(",\n")},\n  "items": [\n${list}\n  ]\n}\n`;
}
