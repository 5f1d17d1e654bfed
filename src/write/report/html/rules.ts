import type { Report, ReportContext } from "../../../domain/report.ts";
import type { RuleEntry, RuleKind, RuleStatus, Severity } from "../../../domain/rule.ts";
import { KINDS } from "../kinds.ts";
import { count, figure } from "../text.ts";
import { type Html, html } from "./escape.ts";
import { code, type Part, region, sourceOf } from "./parts.ts";

const SEVERITIES: Readonly<Record<Severity, string>> = { error: "Error", warning: "Warning", info: "Note" };

export function rulesPart({ rules }: Report, { catalogue }: ReportContext): Part {
  const statuses = new Map(rules.map((status) => [status.id, status]));
  const entries = [...catalogue.values()];
  const title = "Every rule and its result";
  const number = (status: RuleStatus["status"]): number => rules.filter((rule) => rule.status === status).length;
  const groups = (Object.keys(KINDS) as RuleKind[]).map((kind) => {
    const own = entries.filter((entry) => entry.kind === kind);
    return own.length === 0
      ? null
      : html`<tbody><tr><th scope="rowgroup" colspan="4">${KINDS[kind]}</th></tr>
${own.map((entry) => line(entry, statuses.get(entry.id)))}</tbody>
`;
  });
  const table = html`<table class="rules"><caption class="hidden">${title}</caption>
<thead><tr><th scope="col">Rule</th><th scope="col">Result</th><th scope="col">A finding is</th><th scope="col">Source</th></tr></thead>
${groups}</table>`;
  return {
    id: "rules",
    title,
    body: html`<p>${count(number("passed"), "rule")} found nothing, ${figure(number("found"))} found something or decided about complaints, ${figure(
      number("not-run"),
    )} not run. To read a rule in full, run <kbd>ko41a rules RULE</kbd>.</p>
${region(`Table: ${title}`, table)}`,
  };
}

function line(entry: RuleEntry, status: RuleStatus | undefined): Html {
  return html`<tr><th scope="row" class="text">${entry.title}<small>${code(entry.id)}</small></th><td class="result">${result(entry, status)}</td><td>${
    SEVERITIES[entry.severity]
  }</td><td class="text">${sourceOf(entry.source)}</td></tr>
`;
}

function result(entry: RuleEntry, status: RuleStatus | undefined): Html {
  const decides = isDecision(entry);
  switch (status?.status) {
    case "passed":
      return decides ? html`<span class="tag">No case</span>` : html`<span class="tag passed">Passed</span>`;
    case "found":
      return decides
        ? html`<span class="tag">${count(status.count, "complaint")}</span>`
        : html`<span class="tag found">Found ${figure(status.count)}</span>`;
    default:
      return html`<span class="tag">Not run</span><small>${status?.reason ?? "not part of this run"}</small>`;
  }
}

/** A rule that says how a complaint counts: to have been used is no fault. */
function isDecision({ kind, severity }: RuleEntry): boolean {
  return kind === "exclusion" || (severity === "info" && kind !== "file");
}
