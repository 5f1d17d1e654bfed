import type { Report, ReportedFinding } from "../../../domain/report.ts";
import type { RuleKind, RuleStatus } from "../../../domain/rule.ts";
import { cite } from "../../cite.ts";
import { acceptanceInWords, type FormatOptions, placeInWords, titleOf } from "../formats.ts";
import { clean, count, cut } from "../text.ts";
import { textElement } from "./xml.ts";

export interface TestCase {
  readonly kind: RuleKind | "other";
  readonly classname: string;
  readonly name: string;
  readonly outcome: "passed" | "failure" | "skipped";
  /** Elements, ready to write. */
  readonly inside: readonly string[];
}

type Outcome = Pick<TestCase, "outcome" | "inside">;

/** A test for each finding, and for each rule that found nothing, decided without finding fault, or did not run. */
export function casesOf(report: Report, options: FormatOptions, within = ""): readonly TestCase[] {
  const found = new Set(report.findings.map(({ rule }) => rule));
  const rules = report.rules.filter(({ id, status }) => status === "not-run" || !found.has(id));
  const ruleOf = (rule: string) => classOf(rule, within, options);
  return eachNameOnce([
    ...report.findings.map((finding) => ({
      ...ruleOf(finding.rule),
      name: placeInWords(finding) || cut(clean(finding.message), 100) || titleOf(finding.rule, options) || "finding",
      ...outcomeOf(finding, options),
    })),
    ...rules.map((rule) => ({
      ...ruleOf(rule.id),
      name: titleOf(rule.id, options) || "rule",
      ...outcomeOfRule(rule),
    })),
  ]);
}

function classOf(rule: string, within: string, { catalogue }: FormatOptions): Pick<TestCase, "kind" | "classname"> {
  const kind = catalogue.get(rule)?.kind ?? "other";
  // Build servers read folders out of the dots.
  return { kind, classname: `ko41a.${within}${kind}.${clean(rule).replaceAll(".", "-")}` };
}

function outcomeOf(finding: ReportedFinding, options: FormatOptions): Outcome {
  const { severity, accepted, message } = finding;
  if (accepted !== null)
    return {
      outcome: "skipped",
      // Jenkins's schema gives it text and no attribute.
      inside: [textElement("skipped", {}, [`accepted: ${acceptanceInWords(accepted)}`, ...fullText(finding, options)])],
    };
  if (severity === "error" || (severity === "warning" && options.warningsFail))
    return {
      outcome: "failure",
      inside: [textElement("failure", { message: clean(message), type: severity }, fullText(finding, options))],
    };
  return { outcome: "passed", inside: [textElement("system-out", {}, [severity, ...fullText(finding, options)])] };
}

function fullText(finding: ReportedFinding, { catalogue }: FormatOptions): readonly string[] {
  const entry = catalogue.get(finding.rule);
  const place = placeInWords(finding);
  return [
    finding.message,
    `To do: ${finding.fix}`,
    ...(place === "" ? [] : [`Place: ${place}`]),
    `Rule: ${finding.rule}${entry === undefined ? "" : `, ${entry.title}`}`,
    ...(entry === undefined ? [] : [`Why: ${entry.why}`, `Source: ${cite(entry.source)}`]),
  ];
}

function outcomeOfRule({ status, reason, count: number }: RuleStatus): Outcome {
  switch (status) {
    case "not-run":
      return { outcome: "skipped", inside: [textElement("skipped", {}, [`not run: ${reason ?? "no reason given"}`])] };
    case "found":
      return { outcome: "passed", inside: [textElement("system-out", {}, [`It applied to ${count(number, "case")}.`])] };
    case "passed":
      return { outcome: "passed", inside: [] };
  }
}

/** Some build servers keep only one of the tests that have the same name. */
function eachNameOnce(cases: readonly TestCase[]): readonly TestCase[] {
  const times = new Map<string, number>();
  return cases.map((one) => {
    const key = `${one.classname} ${one.name}`;
    const time = (times.get(key) ?? 0) + 1;
    times.set(key, time);
    return time === 1 ? one : { ...one, name: `${one.name} (${time})` };
  });
}
