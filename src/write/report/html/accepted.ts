import type { Report, ReportContext } from "../../../domain/report.ts";
import { html } from "./escape.ts";
import { code, type Part, region } from "./parts.ts";

export function acceptedPart(report: Report, { catalogue }: ReportContext): Part | null {
  const accepted = report.findings.flatMap((finding) =>
    finding.accepted === null ? [] : [{ finding, answer: finding.accepted }],
  );
  if (accepted.length === 0) return null;
  const title = "Warnings that were accepted";
  const table = html`<table><caption class="hidden">${title}</caption>
<thead><tr><th scope="col">Warning</th><th scope="col">Reason</th><th scope="col">Accepted by</th></tr></thead>
<tbody>${accepted.map(
    ({ finding, answer }) => html`<tr><td class="text">${finding.message}<br><span class="quiet">${
      catalogue.get(finding.rule)?.title ?? ""
    } ${code(finding.rule)}</span></td><td class="text">${answer.reason}</td><td>${answer.by ?? "not given"}</td></tr>
`,
  )}</tbody></table>`;
  return { id: "accepted", title, number: accepted.length, body: region(`Table: ${title}`, table) };
}
