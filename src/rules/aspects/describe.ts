import type { Aspects, Complaint } from "../../domain/complaint.ts";
import type { Field } from "../../domain/field.ts";
import type { FindingDetail } from "../../domain/finding.ts";
import { ITEM, type ItemId } from "../../domain/item.ts";
import type { RulesContext } from "../context.ts";
import { ageBandOf } from "./age-band.ts";

/** What a new complaint counts as in sections 3 to 8. */
export interface Description {
  readonly items: readonly ItemId[];
  readonly rules: readonly string[];
  readonly notes: readonly { readonly detail: FindingDetail; readonly item: ItemId }[];
}

export function describe(complaint: Complaint, received: Complaint["received"], context: RulesContext): Description {
  const items: ItemId[] = [];
  const rules = ["one-count-per-complaint", "age-band", "every-aspect"];
  const notes: { detail: FindingDetail; item: ItemId }[] = [];
  const note = (detail: FindingDetail, item: ItemId): void => {
    addOnce(items, item);
    addOnce(rules, detail.kind);
    notes.push({ detail, item });
  };
  const count = (aspects: Aspects, field: Field, other: ItemId): void => {
    for (const item of aspects.items) addOnce(items, item);
    for (const rule of aspects.rules) addOnce(rules, rule);
    for (const words of aspects.unmapped) note({ kind: "fits-nowhere", field, words }, other);
  };

  const age = ageBandOf(complaint, received, context);
  if (age.implausible) note({ kind: "implausible-age", years: age.years }, age.item);
  else items.push(age.item);

  const status = oneOf(complaint.complainant);
  count(status, "complainant", ITEM.statusOther);
  if (isEmpty(status)) note({ kind: "aspect-missing", field: "complainant" }, ITEM.statusOther);
  count(complaint.services, "services", ITEM.serviceOther);
  if (isEmpty(complaint.services)) note({ kind: "aspect-missing", field: "services" }, ITEM.serviceOther);

  count(complaint.subjects, "subjects", ITEM.subjectOther);
  const clinical = clinicalGroupsOf(complaint);
  for (const item of clinical.items) addOnce(items, item);
  for (const words of clinical.unknown) note({ kind: "clinical-group-unknown", words, field: clinical.field }, ITEM.subjectOther);
  if (clinical.items.length + clinical.unknown.length > 0) rules.push("clinical-subject");
  else if (isEmpty(complaint.subjects)) note({ kind: "aspect-missing", field: "subjects" }, ITEM.subjectOther);

  count(complaint.professions, "professions", ITEM.professionOther);
  if (isEmpty(complaint.professions)) note({ kind: "aspect-missing", field: "professions" }, ITEM.professionOther);
  return { items, rules, notes };
}

/** Lists of a few: searching them costs less than making a set for each complaint. */
function addOnce<T>(list: T[], one: T): void {
  if (!list.includes(one)) list.push(one);
}

function isEmpty({ items, unmapped }: Aspects): boolean {
  return items.length === 0 && unmapped.length === 0;
}

/** A complaint has one status: the first that was recorded. */
function oneOf(aspects: Aspects): Aspects {
  if (aspects.items.length + aspects.unmapped.length < 2) return aspects;
  const [item] = aspects.items;
  return item === undefined
    ? { ...aspects, unmapped: aspects.unmapped.slice(0, 1) }
    : { ...aspects, items: [item], unmapped: [] };
}

/** Section 6: the groups recorded, also as subjects; for clinical treatment without a group, those of its specialties. */
function clinicalGroupsOf({ subjects, clinicalGroups, specialties, clinicalTreatment }: Complaint) {
  const asSubjects = subjects.items.filter(isClinicalGroup);
  const recorded = clinicalGroups.items.length + clinicalGroups.unmapped.length + asSubjects.length > 0;
  if (recorded)
    return {
      items: [...asSubjects, ...clinicalGroups.items],
      unknown: clinicalGroups.unmapped,
      field: "clinicalGroups",
    } as const;
  if (!clinicalTreatment) return NO_GROUPS;
  if (isEmpty(specialties)) return { items: [], unknown: [null], field: "clinicalGroups" } as const;
  return { items: specialties.items, unknown: specialties.unmapped, field: "specialty" } as const;
}

const NO_GROUPS = { items: [], unknown: [], field: "clinicalGroups" } as const;

function isClinicalGroup(item: ItemId): boolean {
  return item.startsWith("Clinical_Treatment_");
}
