import type { FindingDetails } from "../../../domain/finding.ts";
import { labelOf } from "../labels.ts";
import { clean, count, figure, listed, percent, quote, word } from "../text.ts";
import { type About, complaint, type English, RUN_AGAIN, site } from "./say.ts";

const CONFIRM = "If the figure is right, accept this warning with a reason.";

/** Checks on the finished return. */
export const FIGURES: English<
  | "relation"
  | "brought-forward-continuity"
  | "share-of-other"
  | "share-of-unknown-age"
  | "share-of-missing-aspects"
  | "moved-against-prior"
  | "site-fell-silent"
  | "new-site"
  | "not-brought-forward"
  | "not-carried-forward"
  | "listed-site-left-blank"
  | "figures-replaced"
  | "total-not-checked"
  | "nothing-counted"
  | "none-resolved"
  | "acceptance-unmatched"
> = {
  relation: ({ title, says, found, expected, how }, about) => ({
    message: `${site(about)}: ${judged({ title, says, found, expected, how }, about)}`,
    fix: `Correct this figure in the file that was checked ${RUN_AGAIN} If ko41a made the file, please report it as a fault.`,
  }),
  "brought-forward-continuity": ({ prior, now }, about) => ({
    message: `${site(about)} brings forward ${count(now, "complaint")}, but the last return carried forward ${figure(prior)}.`,
    fix: `Look for complaints that were re-dated, re-opened or moved since the last return. ${CONFIRM}`,
  }),
  "share-of-other": ({ section, share, limit }, about) => ({
    message: `${site(about)} counts ${percent(share)} of new complaints as Other in ${quote(section)}; more than ${percent(limit)} is unusual.`,
    fix: `See which local categories count as Other, and map them under “values” in ko41a.yaml. ${CONFIRM}`,
  }),
  "share-of-unknown-age": ({ share, limit }, about) => ({
    message: `${site(about)} has no age for ${percent(share)} of new complaints; more than ${percent(limit)} is unusual.`,
    fix: `Check that the export has patients’ ages or dates of birth. ${CONFIRM}`,
  }),
  "share-of-missing-aspects": ({ share, limit }, about) => ({
    message: `${site(about)} has no service, subject, profession or status for ${percent(share)} of new complaints; more than ${percent(
      limit,
    )} is unusual.`,
    fix: `Check that the export has these columns and that they are filled in. ${CONFIRM}`,
  }),
  "moved-against-prior": ({ before, after, label }, about) => ({
    message: `${site(about)} has ${figure(after)} for ${itemOf(about, label)}, against ${figure(before)} in the last return.`,
    fix: `Check that the export covers the whole period and that categories are mapped as before. ${CONFIRM}`,
  }),
  "site-fell-silent": ({ before }, about) => ({
    message: `${site(about)} has no new complaints in this return, against ${figure(before)} in the last one.`,
    fix: `Check that the site’s complaints are in the export and under the right code. ${CONFIRM}`,
  }),
  "new-site": ({ now, brought }, about) => ({
    message: `${site(about)} has ${count(now, "new complaint")} and ${figure(brought)} brought forward in this return, and no row in the last one.`,
    fix: `Check that the site is new, and that it is not one of the last return’s under another code. ${CONFIRM}`,
  }),
  "not-brought-forward": ({ now }, about) => ({
    message: `${complaint(about)} was carried forward at ${site(about)} last time, and ${nowWords(now)}.`,
    fix: `Look in its record for what was changed since the last return. If that is right, accept this warning with a reason.`,
  }),
  "not-carried-forward": ({ before }, about) => ({
    message: `${complaint(about)} is brought forward at ${site(about)}, and ${beforeWords(before)}.`,
    fix: `Look in its record for when it was entered or changed. If that is right, accept this warning with a reason.`,
  }),
  "listed-site-left-blank": (_, about) => ({
    message: `The proforma lists ${about.finding.site === null ? "a site" : site(about)}, at which no complaint counts; its figures were left as they were.`,
    fix: `If the site is yours and had no complaints, write 0 in its cells before you submit. If it had some, look under which code they count. If it is not to be returned, accept this warning with a reason.`,
  }),
  "figures-replaced": ({ cells }, about) => ({
    message: `The proforma held other figures in ${count(cells.length, "cell")} of ${about.finding.site === null ? "a site" : site(about)} (${listed(cells, 5)}); they were replaced.`,
    fix: "Check that this is the proforma as it was downloaded, and not an earlier submission. If it is right, accept this warning with a reason.",
  }),
  "total-not-checked": ({ cells }) => ({
    message: `${count(cells.length, "total")} of the proforma ${cells.length === 1 ? "is a formula" : "are formulas"} that only Excel can work out (${listed(cells, 5)}).`,
    fix: "Open the workbook in Excel and compare these totals with the report before you submit. If they agree, accept this warning with a reason.",
  }),
  "nothing-counted": ({ complaints }) => ({
    message:
      complaints === 1
        ? "The one complaint that was read does not count."
        : `None of the ${figure(complaints)} complaints that were read counts.`,
    fix: `Check that the export is of this period and of complaints. ${CONFIRM}`,
  }),
  "none-resolved": ({ open }, about) => ({
    message: `${site(about)} has none of its ${count(open, "complaint")} resolved in the period.`,
    fix: `Check that the export has the date closed and the outcome of complaints. ${CONFIRM}`,
  }),
  "acceptance-unmatched": ({ rule, reason }) => ({
    message: `The accepted warning ${quote(rule)} (${quote(reason)}) does not match any warning of this return.`,
    fix: "Correct it or take it out under “accepted” in ko41a.yaml. Only warnings can be accepted, never errors.",
  }),
};

function nowWords(now: FindingDetails["not-brought-forward"]["now"]): string {
  switch (now.kind) {
    case "not in the export":
      return "is not in this export";
    case "kept out":
      return `is kept out now by rule ${quote(now.rule)}`;
    case "new":
      return "counts as new now";
    case "at another site":
      return `is brought forward at ${word(now.site)} now`;
  }
}

function beforeWords(before: FindingDetails["not-carried-forward"]["before"]): string {
  switch (before.kind) {
    case "not in the export":
      return "was not in the export of the last return";
    case "kept out":
      return `was kept out of the last return by rule ${quote(before.rule)}`;
    case "resolved":
      return "was resolved in the last return";
  }
}

function itemOf({ finding, labels }: About, label: string): string {
  return finding.item === null ? word(label) : labelOf(labels, finding.item);
}

function judged({ title, says, found, expected, how }: FindingDetails["relation"], about: About): string {
  const it = about.finding.item === null ? clean(title) : labelOf(about.labels, about.finding.item);
  const is = `${it} is ${figure(found)}`;
  const wanted = expected === null ? "" : figure(expected);
  switch (how) {
    case "equal":
      return `${is}, but ${sum(says)} ${wanted}.`;
    case "at-least":
      return `${is}, but should be at least ${clean(says) === wanted ? wanted : `${clean(says)}, ${wanted}`}.`;
    case "whole":
      return Number.isNaN(found) ? `${it} is blank or no number.` : `${is}, but should be a whole number of 0 or more.`;
    case "forbidden":
      return "This row is the sum of the other rows, which the return must not have.";
  }
}

/** A long sum is not read out. */
function sum(says: string): string {
  const parts = clean(says);
  if (parts === "") return "should be";
  if (parts.length > 90) return "its parts add up to";
  return `${parts} is`;
}
