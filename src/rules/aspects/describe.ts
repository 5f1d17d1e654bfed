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
  const items = new Set<ItemId>();
  const rules = new Set<string>(["one-count-per-complaint", "age-band", "every-aspect"]);
  const notes: { detail: FindingDetail; item: ItemId }[] = [];
  const count = (aspects: Aspects, field: Field, other: ItemId): void => {
    for (const item of aspects.items) items.add(item);
    for (const rule of aspects.rules) rules.add(rule);
    for (const words of aspects.unmapped) {
      items.add(other);
      rules.add("fits-nowhere");
      notes.push({ detail: { kind: "fits-nowhere", field, words }, item: other });
    }
  };
  const missing = (field: Field, other: ItemId): void => {
    items.add(other);
    rules.add("aspect-missing");
    notes.push({ detail: { kind: "aspect-missing", field }, item: other });
  };

  const age = ageBandOf(complaint, received, context);
  items.add(age.item);
  if (age.implausible) notes.push({ detail: { kind: "implausible-age", years: age.years }, item: age.item });

  const status = oneOf(complaint.complainant);
  count(status, "complainant", ITEM.statusOther);
  if (isEmpty(status)) missing("complainant", ITEM.statusOther);
  count(complaint.services, "services", ITEM.serviceOther);
  if (isEmpty(complaint.services)) missing("services", ITEM.serviceOther);

  count(complaint.subjects, "subjects", ITEM.subjectOther);
  const clinical = clinicalGroupsOf(complaint);
  for (const item of clinical.items) items.add(item);
  for (const words of clinical.unknown) {
    items.add(ITEM.subjectOther);
    rules.add("clinical-group-unknown");
    notes.push({ detail: { kind: "clinical-group-unknown", words }, item: ITEM.subjectOther });
  }
  const hasClinical = clinical.items.length + clinical.unknown.length > 0;
  if (hasClinical) rules.add("clinical-subject");
  if (isEmpty(complaint.subjects) && !hasClinical) missing("subjects", ITEM.subjectOther);

  count(complaint.professions, "professions", ITEM.professionOther);
  if (isEmpty(complaint.professions)) missing("professions", ITEM.professionOther);
  return { items: [...items], rules: [...rules], notes };
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

/** Section 6: the groups recorded; for clinical treatment without a group, those of its specialties. */
function clinicalGroupsOf({ subjects, clinicalGroups, specialties, clinicalTreatment }: Complaint) {
  const recorded = [...clinicalGroups.items, ...clinicalGroups.unmapped].length > 0 || subjects.items.some(isClinicalGroup);
  if (recorded) return { items: clinicalGroups.items, unknown: clinicalGroups.unmapped };
  if (!clinicalTreatment) return { items: [], unknown: [] };
  if (specialties.items.length + specialties.unmapped.length === 0) return { items: [], unknown: [null] };
  return { items: specialties.items, unknown: specialties.unmapped };
}

function isClinicalGroup(item: ItemId): boolean {
  return item.startsWith("Clinical_Treatment_");
}
