import { FIELDS, type Field } from "../../domain/field.ts";
import { type MappingLine, type MappingSheet, NOT_NEEDED, SAYS_NOTHING } from "../../domain/mapping.ts";
import { normaliseHeading, normaliseWords } from "../../domain/words.ts";
import { clean } from "../report/text.ts";
import { asksForAttention } from "./cells.ts";
import { comment, entry, plain, quoted, said, textOf, under, type YamlLine } from "./yaml-lines.ts";

/**
 * The mapping in the form of ko41a.yaml. What was chosen is said; what is still to choose, or needs no saying, stands
 * there as a comment, so that the file is valid as it is.
 */
export function mappingYaml({ lines, files }: MappingSheet): string {
  const values = lines.filter(({ kind }) => kind === "value");
  const isSite = ({ field }: MappingLine): boolean => field === "siteName" || field === "siteCode";
  const sections = [
    under("columns", 0, columnLines(lines.filter(({ kind }) => kind === "heading"))),
    under("values", 0, valueLines(values.filter((line) => !isSite(line)))),
    under("sites", 0, siteLines(values.filter(isSite))),
  ].filter((section) => section.length > 0);
  const about = `# What ${files.map(clean).join(", ")} means, in the form of ko41a.yaml. Give it to generate with --mapping.\n`;
  return [about, ...sections.map(textOf)].join("\n");
}

const FIELD_OF = new Map(Object.entries(FIELDS).map(([field, heading]) => [normaliseHeading(heading), field as Field]));

/**
 * A column can be said once, while several headings may be read as it, or only add to it. So what is understood
 * without being said stays a comment: saying it would take the other headings away.
 */
function columnLines(headings: readonly MappingLine[]): readonly YamlLine[] {
  const taken = new Set<Field>();
  return headings.flatMap((line): YamlLine[] => {
    const heading = quoted(line.heading);
    const field = FIELD_OF.get(normaliseHeading(line.choice));
    if (field !== undefined) {
      const text = `${FIELDS[field]}: ${heading}`;
      const first = !taken.has(field);
      taken.add(field);
      return [first ? said(2, text) : comment(2, text)];
    }
    if (isSame(line.choice, NOT_NEEDED))
      return [comment(2, `${NOT_NEEDED}, which only the workbook and the CSV can say: ${heading}`)];
    if (asksForAttention(line)) return [comment(2, `${line.suggestion || "?"}: ${heading}`)];
    if (line.field === null || isOwnHeading(line.field, line.heading)) return [];
    return [comment(2, `${FIELDS[line.field]}: ${heading} # understood`)];
  });
}

function isOwnHeading(field: Field, heading: string): boolean {
  return FIELD_OF.get(normaliseHeading(heading)) === field;
}

function valueLines(values: readonly MappingLine[]): readonly YamlLine[] {
  const fields = [...new Set(values.flatMap(({ field }) => (field === null ? [] : [field])))];
  return fields.flatMap((field) => {
    const own = once(
      values.filter((line) => line.field === field),
      ({ value }) => value,
    );
    const lines = own.flatMap((line): readonly YamlLine[] => {
      if (line.choice !== "") return entry(said, 4, line.value, isSame(line.choice, SAYS_NOTHING) ? "" : line.choice);
      return asksForAttention(line) ? entry(comment, 4, line.value, line.suggestion || null) : [];
    });
    return under(FIELDS[field], 2, lines);
  });
}

function siteLines(sites: readonly MappingLine[]): readonly YamlLine[] {
  return once(sites, ({ value }) => normaliseWords(value)).flatMap((line): YamlLine[] => {
    const code = codeIn(line.choice);
    if (code !== null) return siteLine(line, code, said);
    return asksForAttention(line) ? siteLine(line, codeIn(line.suggestion) ?? "", comment) : [];
  });
}

function siteLine({ value }: MappingLine, code: string, write: typeof said): YamlLine[] {
  return [write(2, `- name: ${quoted(value)}`), write(2, `  code: ${code === "" ? "" : plain(code)}`.trimEnd())];
}

/** The code that a choice begins with; the organisation's own for a site without one. */
function codeIn(choice: string): string | null {
  return /^([A-Z0-9]{5}|[A-Z0-9]{3})(?=$|\s)/i.exec(choice)?.[1]?.toUpperCase() ?? null;
}

function isSame(a: string, b: string): boolean {
  return normaliseWords(a) === normaliseWords(b);
}

/** One line for each key, since YAML has a key only once: the first with a choice, or else the first. */
function once(lines: readonly MappingLine[], keyOf: (line: MappingLine) => string): readonly MappingLine[] {
  const kept = new Map<string, MappingLine>();
  for (const line of lines) {
    const key = keyOf(line);
    if ((kept.get(key)?.choice ?? "") === "" && (line.choice !== "" || !kept.has(key))) kept.set(key, line);
  }
  return [...kept.values()];
}
