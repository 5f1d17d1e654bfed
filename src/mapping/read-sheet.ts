import { FIELDS, type Field } from "../domain/field.ts";
import { NOT_NEEDED, SAYS_NOTHING } from "../domain/mapping.ts";
import { isOdsCode } from "../domain/ods-code.ts";
import { type Problem, Refusal } from "../domain/problem.ts";
import type { RuleBook } from "../domain/rule-book.ts";
import type { SiteSetting } from "../domain/settings.ts";
import type { SourceGrid } from "../domain/source-table.ts";
import { normaliseHeading, normaliseWords } from "../domain/words.ts";
import { noColumn, noItem, noSite, noValues, twice, whichColumn } from "./faults.ts";
import { isAspect, meaningColumnOf, valueKindOf } from "./lists.ts";
import { lineKey, type Mapping } from "./mapping.ts";
import { type Line, linesOf } from "./sheet-lines.ts";

const FIELD_OF = new Map(Object.entries(FIELDS).map(([field, heading]) => [normaliseHeading(heading), field as Field]));

/**
 * Reads a mapping sheet back, also when lines were sorted, filtered, coloured, deleted or added, and columns moved.
 * @throws {Refusal} naming every choice that does not exist, by its cell
 */
export function readMapping(grid: SourceGrid, book: RuleBook): Mapping {
  const lines = linesOf(grid);
  const problems: Problem[] = [];
  const { columns, notNeeded } = headingChoices(lines, problems);
  const { values, sites } = valueChoices(lines, columns, book, problems);
  if (problems.length > 0) throw new Refusal(...problems);
  return {
    columns,
    notNeeded,
    values,
    sites,
    lines: new Map(lines.map(({ heading, value, choice }) => [lineKey(heading, value), choice])),
  };
}

function headingChoices(lines: readonly Line[], problems: Problem[]): Pick<Mapping, "columns" | "notNeeded"> {
  const columns = new Map<Field, string>();
  const notNeeded: string[] = [];
  const byField = new Map<Field, Line>();
  const byHeading = new Map<string, Line>();
  for (const line of lines.filter(({ value, choice }) => value === "" && choice !== "")) {
    const before = byHeading.get(normaliseHeading(line.heading));
    byHeading.set(normaliseHeading(line.heading), line);
    if (before !== undefined && !isSame(before.choice, line.choice)) {
      problems.push(twice(line, before));
      continue;
    }
    if (isSame(line.choice, NOT_NEEDED)) {
      notNeeded.push(line.heading);
      continue;
    }
    const field = FIELD_OF.get(normaliseHeading(line.choice));
    const earlier = field === undefined ? undefined : byField.get(field);
    if (field === undefined) problems.push(noColumn(line));
    else if (earlier !== undefined && !isSame(earlier.heading, line.heading)) problems.push(twice(line, earlier));
    else {
      columns.set(field, line.heading);
      byField.set(field, line);
    }
  }
  return { columns, notNeeded };
}

function valueChoices(
  lines: readonly Line[],
  columns: Mapping["columns"],
  book: RuleBook,
  problems: Problem[],
): Pick<Mapping, "values" | "sites"> {
  const fields = new Map([...columns].map(([field, heading]) => [normaliseHeading(heading), field]));
  const values = new Map<Field, Map<string, string>>();
  const sites: SiteSetting[] = [];
  const chosen = new Map<string, Line>();
  for (const line of lines.filter(({ value, choice }) => value !== "" && choice !== "")) {
    const field =
      fields.get(normaliseHeading(line.heading)) ??
      FIELD_OF.get(normaliseHeading(line.column)) ??
      FIELD_OF.get(normaliseHeading(line.heading));
    if (field === undefined) {
      problems.push(whichColumn(line));
      continue;
    }
    const target = targetOf(line, field, book);
    if ("problem" in target) {
      problems.push(target.problem);
      continue;
    }
    const isSite = valueKindOf(field) === "site";
    const key = `${isSite ? "site" : field} ${normaliseWords(line.value)}`;
    const earlier = chosen.get(key);
    chosen.set(key, line);
    if (earlier !== undefined && !isSame(earlier.choice, line.choice)) problems.push(twice(line, earlier));
    else if (!isSite) values.set(field, (values.get(field) ?? new Map<string, string>()).set(line.value, target.words));
    else if (earlier === undefined && target.words !== "")
      sites.push({ name: line.value, code: target.words, ...officialName(line) });
  }
  return { values, sites };
}

/** A choice in the words of the generic export; a site's as its code. */
function targetOf(line: Line, field: Field, book: RuleBook): { readonly words: string } | { readonly problem: Problem } {
  const { choice } = line;
  const kind = valueKindOf(field);
  if (kind === null) return { problem: noValues(line, field) };
  if (isSame(choice, SAYS_NOTHING)) return { words: "" };
  if (kind === "site") {
    const code = choice.split(/\s/)[0]?.toUpperCase() ?? "";
    return isOdsCode(code) ? { words: code } : { problem: noSite(line) };
  }
  const column = meaningColumnOf(field);
  const known = isAspect(field)
    ? book.vocabularies[field].has(normaliseWords(choice))
    : column !== null && book.meanings[column].has(normaliseWords(choice));
  return known ? { words: choice } : { problem: noItem(line, field, book) };
}

/** "RZZ01 General hospital" says what the site is called besides its code; words in brackets do not. */
function officialName({ choice }: Line): Pick<SiteSetting, "officialName"> {
  const [, name = ""] = /^\S+\s+([^(\s].*)$/.exec(choice) ?? [];
  return name === "" ? {} : { officialName: name };
}

function isSame(a: string, b: string): boolean {
  return normaliseWords(a) === normaliseWords(b);
}
