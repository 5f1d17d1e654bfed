import type { Field } from "../../../domain/field.ts";
import { ITEM } from "../../../domain/item.ts";
import { labelOf } from "../labels.ts";
import { quote, word } from "../text.ts";
import { type About, column, complaint, type English, RUN_AGAIN } from "./say.ts";

/** As what does it count? */
export const ASPECTS: English<"clinical-group-unknown" | "fits-nowhere" | "aspect-missing" | "implausible-age"> = {
  "clinical-group-unknown": ({ words, field }, about) => ({
    message: `${complaint(about)} is about clinical treatment, but ${
      words === null
        ? "its clinical group is not recorded"
        : `${quote(words)} in the ${column(about, field)} column is ${field === "specialty" ? "no specialty with a KO41a group" : "not one of KO41a’s groups"}`
    }, so it counts as ${labelOf(about.labels, ITEM.subjectOther)}.`,
    fix: `Record its clinical group or its specialty, or give its words a group in a mapping sheet (ko41a map) or under “values” in ko41a.yaml, ${RUN_AGAIN}`,
  }),
  "fits-nowhere": ({ field, words }, about) => ({
    message: `${quote(words)} in the ${column(about, field)} column${ofComplaint(about)} is not one of KO41a’s categories, so it counts as ${counted(field, about)}.`,
    fix: `Give it a category in a mapping sheet (ko41a map) or under “values” in ko41a.yaml ${RUN_AGAIN} If Other is right, accept this warning with a reason.`,
  }),
  "aspect-missing": ({ field }, about) => ({
    message: `${complaint(about)} has nothing in the ${column(about, field)} column, so it counts as ${counted(field, about)}.`,
    fix: `Fill in the ${column(about, field)} column ${RUN_AGAIN}`,
  }),
  "implausible-age": ({ years }, about) => ({
    message: `${complaint(about)} has a patient’s age that cannot be right${
      years === null ? "" : ` (${years})`
    }, so it counts as ${labelOf(about.labels, ITEM.ageUnknown)}.`,
    fix: `Correct the ${column(about, years === null ? "dateOfBirth" : "age")} column ${RUN_AGAIN}`,
  }),
};

const OTHER: Partial<Record<Field, keyof typeof ITEM>> = {
  age: "ageUnknown",
  dateOfBirth: "ageUnknown",
  complainant: "statusOther",
  services: "serviceOther",
  subjects: "subjectOther",
  clinicalGroups: "subjectOther",
  specialty: "subjectOther",
  professions: "professionOther",
};

function counted(field: Field, { finding, labels }: About): string {
  const other = OTHER[field];
  const item = finding.item ?? (other === undefined ? null : ITEM[other]);
  return item === null ? "Other" : labelOf(labels, item);
}

function ofComplaint({ finding: { reference } }: About): string {
  return reference === null || word(reference) === "" ? "" : ` of ${word(reference)}`;
}
