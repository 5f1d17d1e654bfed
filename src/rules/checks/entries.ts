import type { RuleEntry } from "../../domain/rule.ts";
import { guidelines, ownChoice } from "../sources.ts";

const plausibility = (entry: Omit<RuleEntry, "kind" | "severity">): RuleEntry => ({
  kind: "plausibility",
  severity: "warning",
  ...entry,
});

const SHARE = ownChoice("Thresholds for shares");

/** Checks that ask whether a finished return can be right. The relations are data, in the rule book. */
export const PLAUSIBILITY_ENTRIES: readonly RuleEntry[] = [
  plausibility({
    id: "brought-forward-continuity",
    title: "Brought Forward equals the last period's Carried Forward",
    why: "What was open at the end of one period is open at the start of the next. Published data break this, so it is a warning.",
    effect: "Compared site by site when --prior is given.",
    source: guidelines("Brought forward and carried forward"),
  }),
  plausibility({
    id: "share-of-other",
    title: "Much is counted as Other",
    why: "A large share of Other most often means local categories that were never mapped.",
    effect: "Asks for a look at the section.",
    source: SHARE,
  }),
  plausibility({
    id: "share-of-unknown-age",
    title: "Many patients of unknown age",
    why: "A large share of unknown ages most often means a column that was not exported.",
    effect: "Asks for a look at the ages.",
    source: SHARE,
  }),
  plausibility({
    id: "share-of-missing-aspects",
    title: "Many complaints without a service, subject, profession or status",
    why: "Blank aspects count as Other; many of them hide what complaints are about.",
    effect: "Asks for a look at the export.",
    source: SHARE,
  }),
  plausibility({
    id: "moved-against-prior",
    title: "A figure moved far from the last return's",
    why: "A change by more than half and at least ten complaints has a reason, which should be known before submission.",
    effect: "Compared site by site when --prior is given for a period of the same length.",
    source: ownChoice("Threshold movement"),
  }),
  plausibility({
    id: "site-fell-silent",
    title: "A site that fell silent",
    why: "A site with new complaints last time and none this time may have closed, or its code may have changed.",
    effect: "Compared when --prior is given.",
    source: ownChoice("Continuity with the prior return"),
  }),
  plausibility({
    id: "new-site",
    title: "A site that is new in the return",
    why: "A site that the last return did not have may have opened, or its code may have changed.",
    effect: "Compared when --prior is given at site level.",
    source: ownChoice("Continuity with the prior return"),
  }),
  plausibility({
    id: "not-brought-forward",
    title: "Carried forward last time, not brought forward now",
    why: "A complaint that was open at the end of one period is open at the start of the next, at the same site, unless its record was changed afterwards.",
    effect: "Compared complaint by complaint when --prior is the return.json of the period before.",
    source: guidelines("Brought forward and carried forward"),
  }),
  plausibility({
    id: "not-carried-forward",
    title: "Brought forward now, not carried forward last time",
    why: "A complaint that was open at the start of this period was open at the end of the last one, and was missing there.",
    effect: "Compared complaint by complaint when --prior is the return.json of the period before.",
    source: guidelines("Brought forward and carried forward"),
  }),
  plausibility({
    id: "listed-site-left-blank",
    title: "A site that the proforma lists and the return does not have",
    why: "No complaint counts at a site that the trust's own proforma already lists. Guidance wants zeros written as 0, but whether such a site is to be returned at all is for the trust to say.",
    effect: "Its row is left as it was. Checked when --template is given.",
    source: ownChoice("Sites that a proforma lists"),
  }),
  plausibility({
    id: "figures-replaced",
    title: "The proforma held other figures",
    why: "A proforma as it is downloaded has no figures. One that has may be an earlier submission, or have been filled by hand.",
    effect: "The return's figures take their place. Checked when --template is given.",
    source: ownChoice("Figures that a proforma holds"),
  }),
  plausibility({
    id: "total-not-checked",
    title: "A total of the proforma that only Excel can work out",
    why: "Totals that are formulas are worked out and compared with the return. Formulas beyond the usual ones are left to Excel.",
    effect: "The return's figure is stored as the result until Excel opens the workbook. Checked when --template is given.",
    source: ownChoice("Totals of a proforma"),
  }),
  plausibility({
    id: "nothing-counted",
    title: "No complaint counts",
    why: "An export of which every complaint is left out is most often one of another year, or of another kind of record.",
    effect: "Asks for a look at the export and the period.",
    source: ownChoice("Plausibility"),
  }),
  plausibility({
    id: "none-resolved",
    title: "No complaint resolved",
    why: "A period without a single resolved complaint most often means that outcomes were not exported.",
    effect: "Asks for a look at the outcomes.",
    source: ownChoice("Plausibility"),
  }),
  plausibility({
    id: "acceptance-unmatched",
    title: "An accepted warning that no longer occurs",
    why: "An acceptance that matches nothing hides the next warning of its kind.",
    effect: "Asks to remove it from ko41a.yaml.",
    source: ownChoice("Accepted warnings"),
  }),
];
