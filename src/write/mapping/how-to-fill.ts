import { FIELDS, type Field } from "../../domain/field.ts";
import { MAPPING_COLUMNS, NOT_NEEDED, SAYS_NOTHING } from "../../domain/mapping.ts";

/** The sheet that says how to fill the other one, line by line; what is missing comes first. */
export function howToFill(missing: readonly Field[]): readonly string[] {
  const notFound = missing.map((field) => FIELDS[field]).join(", ");
  return ["How to fill the mapping sheet", ...(notFound === "" ? [] : [`Not found in your export yet: ${notFound}.`]), ...STEPS];
}

const STEPS: readonly string[] = [
  `1. On the sheet Mapping, fill “${MAPPING_COLUMNS.choice}” where “${MAPPING_COLUMNS.status}” says “to choose” or “new, to choose”: the coloured rows. Each cell has a list.`,
  "2. Lines that begin with “Heading” ask what a column of your export is. Lines that begin with “Value” ask what a word in it means, or which item of KO41a it counts as.",
  `3. “${MAPPING_COLUMNS.suggestion}” is the nearest entry of the list. It is never applied by itself: choose it if it is right.`,
  "   When you have said what a column is whose values are not in the sheet yet, save and run ko41a map again with --mapping and this file: it lists them.",
  "4. A blank choice leaves things as they are: an unknown heading is not read, an unknown category counts as Other, an unknown site counts under your organisation’s own code.",
  `5. ${NOT_NEEDED} means that a heading is not to be read, whatever it looks like. ${SAYS_NOTHING} means that a value is what your system writes where there is nothing.`,
  "6. You may also change what was understood: your choice wins.",
  `7. “${MAPPING_COLUMNS.status}” also says: understood (nothing to do), chosen (by you), left out (you left it blank or chose ${NOT_NEEDED}), not read (a column the return does not need).`,
  "8. Sort, filter, colour, add or delete lines, and move columns, as you like. Leave the names of the columns as they are.",
  "9. Save, and run: ko41a generate YOUR EXPORT --org CODE --period YEAR --mapping THIS FILE",
  "10. Keep it. Next time, give it to ko41a map with --mapping: your choices are kept, and only what is new asks for attention.",
];
