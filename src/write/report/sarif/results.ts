import type { Report, ReportedFinding } from "../../../domain/report.ts";
import { acceptanceInWords, lineOf } from "../formats.ts";
import { clean } from "../text.ts";
import type { Artifacts } from "./artifacts.ts";
import { messageText } from "./message.ts";
import { LEVELS, type Rules } from "./rules.ts";

export function resultsOf({ findings }: Report, rules: Rules, artifacts: Artifacts): readonly object[] {
  const times = new Map<string, number>();
  return findings.map((finding) => {
    const { severity, message, fix, accepted } = finding;
    const { id, index } = rules.referenceTo(finding.rule);
    const print = fingerprintOf(id, finding);
    const time = (times.get(print) ?? 0) + 1;
    times.set(print, time);
    return {
      ruleId: id,
      ruleIndex: index,
      level: LEVELS[severity],
      message: { text: `${messageText(message)}\n\nTo do: ${messageText(fix)}` },
      locations: locationsOf(finding, artifacts),
      partialFingerprints: { "ko41a/v1": time === 1 ? print : `${print}/${time}` },
      // Every result says whether it is suppressed, or none may.
      suppressions:
        accepted === null ? [] : [{ kind: "external", status: "accepted", justification: acceptanceInWords(accepted) }],
      properties: propertiesOf(finding),
    };
  });
}

/** Not of the row: a row that is put in above must not make the same finding a new one. */
function fingerprintOf(rule: string, { reference, site, item, source }: ReportedFinding): string {
  const parts = [rule, reference, site, item, source?.sheet, source?.column];
  return parts.map((part) => encodeURIComponent(clean(part ?? ""))).join("/");
}

/** Code scanning refuses a whole file for one result without a file: what has no place stands at the export. */
function locationsOf(finding: ReportedFinding, { locationOf, main }: Artifacts): readonly object[] {
  const own = finding.source === null ? null : locationOf(finding.source.file);
  const file = own ?? main;
  const line = own === null ? null : lineOf(finding);
  const logical = logicalOf(finding);
  const location = {
    ...(file === null
      ? {}
      : { physicalLocation: { artifactLocation: file, ...(line === null ? {} : { region: { startLine: line } }) } }),
    ...(logical.length === 0 ? {} : { logicalLocations: logical }),
  };
  return file === null && logical.length === 0 ? [] : [location];
}

/** Where a person looks: a worksheet's rows are no lines of text, and columns are known by their headings. */
function logicalOf({ source, reference, site }: ReportedFinding): readonly object[] {
  const sheet = clean(source?.sheet ?? "");
  const column = clean(source?.column ?? "");
  const row = source === null ? "" : `row ${source.row}`;
  const named = (name: string, qualified: readonly string[], kind: "object" | "member"): readonly object[] =>
    name === "" ? [] : [{ name, fullyQualifiedName: qualified.filter((part) => part !== "").join("/"), kind }];
  return [
    ...named(sheet, [sheet], "object"),
    ...named(row, [sheet, row], "object"),
    ...named(column, [sheet, row, column], "member"),
    ...named(clean(site ?? ""), ["site", clean(site ?? "")], "object"),
    ...named(clean(reference ?? ""), ["complaint", clean(reference ?? "")], "object"),
  ];
}

function propertiesOf({ reference, site, item, source, fix }: ReportedFinding): object {
  const given = (text: string | null | undefined): string | null => (text == null ? null : clean(text));
  return {
    reference: given(reference),
    site: given(site),
    item: given(item),
    row: source?.row ?? null,
    column: given(source?.column),
    sheet: given(source?.sheet),
    fix: clean(fix),
  };
}
