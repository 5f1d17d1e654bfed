import { FIELDS, type Field } from "../domain/field.ts";
import { MAPPING_COLUMNS } from "../domain/mapping.ts";
import type { Problem } from "../domain/problem.ts";
import type { RuleBook } from "../domain/rule-book.ts";
import { CLINICAL_TREATMENT, entryOf, isAspect, itemsOf, meaningColumnOf } from "./lists.ts";
import { nearest } from "./nearest.ts";
import type { Line } from "./sheet-lines.ts";

export function noColumn(line: Line): Problem {
  const near = nearest(line.choice, Object.values(FIELDS));
  return {
    what: `"${line.choice}" is no column of the return, so "${line.heading}" cannot be read as that.`,
    where: line.where,
    fix: near === null ? "Choose one from the list, or clear the cell." : `Did you mean "${near}"? Choose it from the list.`,
  };
}

export function noItem(line: Line, field: Field, book: RuleBook): Problem {
  const column = meaningColumnOf(field);
  const list = isAspect(field)
    ? [...itemsOf(field, book).map(entryOf), ...(field === "subjects" ? [CLINICAL_TREATMENT] : [])]
    : column === null
      ? []
      : book.meaningWords[column];
  const near = nearest(line.choice, list);
  return {
    what: `"${line.choice}" does not exist for ${FIELDS[field]}, so "${line.value}" cannot count as that.`,
    where: line.where,
    fix: near === null ? "Choose one from the list, or clear the cell." : `Did you mean "${near}"? Choose it from the list.`,
  };
}

export function noSite(line: Line): Problem {
  return {
    what: `"${line.choice}" does not begin with an ODS code, so "${line.value}" has no site.`,
    where: line.where,
    fix: "Write the site's ODS code, as RZZ01, or clear the cell.",
  };
}

export function noValues(line: Line, field: Field): Problem {
  return {
    what: `${FIELDS[field]} holds no words from a list, so "${line.value}" cannot be given a meaning.`,
    where: line.where,
    fix: "Clear the cell.",
  };
}

export function whichColumn(line: Line): Problem {
  return {
    what: `Nothing says what the column "${line.heading}" is, so "${line.value}" cannot be read.`,
    where: line.where,
    fix: `Choose a column on the line of the heading "${line.heading}", or write it under "${MAPPING_COLUMNS.column}" on this line.`,
  };
}

export function twice(line: Line, earlier: Line): Problem {
  const what =
    line.value === ""
      ? `"${line.heading}" and "${earlier.heading}" are both chosen to be "${line.choice}"`
      : `"${line.value}" is given two meanings`;
  return { what: `${what}.`, where: `${line.where} and ${earlier.at}`, fix: "Keep one of them." };
}
