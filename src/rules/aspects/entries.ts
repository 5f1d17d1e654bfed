import { ITEM } from "../../domain/item.ts";
import type { RuleEntry } from "../../domain/rule.ts";
import { guidance, guidelines, ownChoice } from "../sources.ts";

const aspect = (entry: Omit<RuleEntry, "kind">): RuleEntry => ({ kind: "aspect", ...entry });

const ASPECTS = guidance("How complaints with multiple aspects are treated");
const CLINICAL = guidelines("Clinical area (section 6)");

/** What a new complaint counts as. */
export const ASPECT_ENTRIES: readonly RuleEntry[] = [
  aspect({
    id: "one-count-per-complaint",
    severity: "info",
    title: "One count per complaint",
    why: "A complaint that covers several aspects is still a single complaint in the total, with one patient and one complainant.",
    effect:
      "Counts once: a new complaint in Total New, in one age band and in one status of complainant; an older one in Total Brought Forward.",
    source: ASPECTS,
    otherwise: "the patient's age or the status of the complainant is recorded as another; it never counts more than once.",
    figures: [ITEM.broughtForward, ITEM.new, 3, 4],
  }),
  aspect({
    id: "every-aspect",
    severity: "info",
    title: "Every aspect it concerns",
    why: "Within services, subjects and professions each individual aspect is recorded; the same one twice is one.",
    effect: "Counts once in each distinct service, subject, clinical group and profession.",
    source: ASPECTS,
    otherwise: "other services, subjects, clinical groups or professions are recorded, or are mapped to other items.",
    figures: [5, 6, 7, 8],
  }),
  aspect({
    id: "clinical-subject",
    severity: "info",
    title: "Clinical treatment counts in its section 6 group",
    why: "Section 6 breaks the clinical treatment subject down by clinical group, so it is not counted in section 7 as well.",
    effect: "Counts in the group that is recorded, or in that of the specialty.",
    source: CLINICAL,
    otherwise: "another clinical group or specialty is recorded, or the subject is not clinical treatment.",
    figures: [6, ITEM.subjectOther],
  }),
  aspect({
    id: "clinical-group-unknown",
    severity: "error",
    title: "Clinical treatment without a known group",
    why: "Section 6 has a figure for each clinical group and none for clinical treatment as such.",
    effect: "Counts in Subject Other, so that it is not lost.",
    source: CLINICAL,
    otherwise: "the clinical group is recorded, or the specialty is mapped to one.",
    figures: [ITEM.subjectOther],
  }),
  aspect({
    id: "out-of-hours-and-walk-in",
    severity: "info",
    title: "Out of hours and walk-in centres",
    why: "Guidance says where these services are logged.",
    effect: "Counts in 5.31 Other Community Healthcare Services.",
    source: guidance("Out of hours and walk in centres"),
    otherwise: "the service is recorded as another one.",
    figures: [ITEM.otherCommunityHealthcare],
  }),
  aspect({
    id: "fits-nowhere",
    severity: "warning",
    title: "A local category that fits nowhere",
    why: "What fits no category is included in Other, and NHS England would like to hear of it.",
    effect: "Counts in the section's Other, and is listed in the report ready to send.",
    source: guidance("Logging complaints that don't fit into existing subject areas"),
    otherwise: "the local category is mapped to an item, in the mapping sheet or under values in ko41a.yaml.",
    figures: [ITEM.statusOther, ITEM.serviceOther, ITEM.subjectOther, ITEM.professionOther],
  }),
  aspect({
    id: "aspect-missing",
    severity: "warning",
    title: "No service, subject, profession or status recorded",
    why: "The totals of sections 5, 7 and 8 are at least Total New, and that of section 4 equals it, so every complaint needs one.",
    effect: "Counts in the section's Other.",
    source: guidelines("General"),
    otherwise: "the service, subject, profession or status that is missing is recorded.",
    figures: [ITEM.statusOther, ITEM.serviceOther, ITEM.subjectOther, ITEM.professionOther],
  }),
  aspect({
    id: "age-band",
    severity: "info",
    title: "Age of the patient",
    why: "The age is the patient's, not the complainant's, in completed years on the day the complaint was received.",
    effect:
      "Counts in one age band; Unknown where neither an age nor a date of birth is recorded. Policy ageAt=incident takes the day of the incident.",
    source: ownChoice("Policy ageAt"),
    otherwise: "another age or date of birth is recorded, or policy ageAt takes another day.",
    figures: [3],
    policy: "ageAt",
  }),
  aspect({
    id: "implausible-age",
    severity: "warning",
    title: "An age that cannot be",
    why: "The patient would be older than people get, or not yet born.",
    effect: "Counts in Age unknown.",
    source: ownChoice("Threshold oldestAge"),
    otherwise: "the age or date of birth is corrected.",
    figures: [ITEM.ageUnknown],
  }),
];
