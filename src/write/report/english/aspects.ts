import { FIELDS, type Field } from "../../../domain/field.ts";
import { ITEM } from "../../../domain/item.ts";
import { labelOf } from "../labels.ts";
import { quote, word } from "../text.ts";
import { type About, complaint, type English, RUN_AGAIN } from "./say.ts";

/** As what does it count? */
export const ASPECTS: English<"clinical-group-unknown" | "fits-nowhere" | "aspect-missing" | "implausible-age"> = {
  "clinical-group-unknown": ({ words }, about) => ({
    message: `${complaint(about)} is about clinical treatment, but its clinical group ${
      words === null ? "is not recorded" : `${quote(words)} is not one of KO41a’s`
    }, so it counts as ${labelOf(about.labels, ITEM.subjectOther)}.`,
    fix: `Fill in the ${FIELDS.clinicalGroups} or ${FIELDS.specialty} column, or give the group under “values” in ko41a.yaml, ${RUN_AGAIN}`,
  }),
  "fits-nowhere": ({ field, words }, about) => ({
    message: `${quote(words)} in the ${FIELDS[field]} column${ofComplaint(about)} is not one of KO41a’s categories, so it counts as ${counted(field, about)}.`,
    fix: `Give it a category under “values” in ko41a.yaml ${RUN_AGAIN} If Other is right, accept this warning with a reason.`,
  }),
  "aspect-missing": ({ field }, about) => ({
    message: `${complaint(about)} has nothing in the ${FIELDS[field]} column, so it counts as ${counted(field, about)}.`,
    fix: `Fill in the ${FIELDS[field]} column ${RUN_AGAIN}`,
  }),
  "implausible-age": ({ years }, about) => ({
    message: `${complaint(about)} has a patient’s age that cannot be right${
      years === null ? "" : ` (${years})`
    }, so it counts as ${labelOf(about.labels, ITEM.ageUnknown)}.`,
    fix: `Correct the ${FIELDS.age} or ${FIELDS.dateOfBirth} column ${RUN_AGAIN}`,
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
