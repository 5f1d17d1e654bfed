import type { Report, ReportContext } from "../../../domain/report.ts";
import { ACCEPTING } from "../accepting.ts";
import { type Group, groupsOf, sizeOf } from "../groups.ts";
import { activityPart } from "./activity.ts";
import { balancePart } from "./balance.ts";
import { barsPart } from "./bars.ts";
import { type Html, html } from "./escape.ts";
import { exclusionsPart } from "./exclusions.ts";
import { findingCards, findingsLeft } from "./findings.ts";
import { linesHint } from "./lines-hint.ts";
import { movementPart } from "./movement.ts";
import { overduePart } from "./overdue.ts";
import { page } from "./page.ts";
import { pageData } from "./page-data.ts";
import type { Part } from "./parts.ts";
import { policiesPart } from "./policies.ts";
import { proofPart } from "./proof.ts";
import { provenancePart } from "./provenance.ts";
import { returnPart } from "./return-tables.ts";
import { rulesPart } from "./rules.ts";
import { unmappedPart } from "./unmapped.ts";

/** `report.html`: one file that opens from disk, needs no network, and can be read without its script. */
export function reportHtml(report: Report, context: ReportContext): string {
  const { errors, warnings, notes, accepted } = groupsOf(report, context.catalogue);
  const hint = linesHint(context.return);
  const parts: readonly (Part | null)[] = [
    putRightPart(errors, hint),
    confirmPart(warnings, errors.length === 0 ? hint : null),
    notes.length === 0
      ? null
      : { id: "notes", title: "Good to know", number: sizeOf(notes), body: findingCards(notes, "note", false) },
    balancePart(report, context),
    returnPart(context),
    barsPart(context),
    context.prior === null ? null : movementPart(context, context.prior),
    report.proof === null ? null : proofPart(report.proof),
    exclusionsPart(report, context),
    unmappedPart(report, context),
    report.overdue === null ? null : overduePart(report.overdue),
    report.activity === null ? null : activityPart(report.activity),
    policiesPart(context),
    accepted.length === 0
      ? null
      : {
          id: "accepted",
          title: "Warnings that were accepted",
          number: sizeOf(accepted),
          body: findingCards(accepted, "accepted", false),
        },
    rulesPart(report, context),
    provenancePart(context),
  ];
  const left = Object.fromEntries([
    ...findingsLeft(errors, "stop"),
    ...findingsLeft(warnings, "check"),
    ...findingsLeft(notes, "note"),
    ...findingsLeft(accepted, "accepted"),
  ]);
  return page(
    report,
    context,
    parts.filter((part) => part !== null),
    pageData(context, left),
  ).markup;
}

function putRightPart(errors: readonly Group[], hint: Html | null): Part {
  const body = html`<p>In this order: what comes first may settle what comes later.</p>
${hint}${findingCards(errors, "stop", true)}`;
  return {
    id: "put-right",
    title: "What to put right",
    number: sizeOf(errors),
    body: errors.length === 0 ? html`<p>Nothing.</p>` : body,
  };
}

function confirmPart(warnings: readonly Group[], hint: Html | null): Part {
  const body = html`${hint}<p>What is right as it is can be accepted with a reason, under “accepted” in ko41a.yaml:</p>
<pre tabindex="0" aria-label="How a warning is accepted">${ACCEPTING}</pre>
${findingCards(warnings, "check", false)}`;
  return {
    id: "confirm",
    title: "What to confirm",
    number: sizeOf(warnings),
    body: warnings.length === 0 ? html`<p>Nothing.</p>` : body,
  };
}
