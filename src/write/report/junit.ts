import type { TitledReport } from "../../domain/report.ts";
import type { FormatOptions } from "./formats.ts";
import { type Suite, suitesOf } from "./junit/suites.ts";
import { attributes, element } from "./junit/xml.ts";

/**
 * JUnit XML as build servers read it: a suite for each kind of rule, a test for each finding and for each rule that
 * found nothing. It keeps to Jenkins's schema; of Ant's older one only skipped tests, output of a single test and
 * totals over all suites go beyond, which that knows not at all.
 */
export function reportJunit(reports: readonly TitledReport[], options: FormatOptions): string {
  const suites = reports.flatMap((one) => suitesOf(one, options, reports.length > 1));
  const totals = {
    name: options.engine,
    tests: sum(suites, "tests"),
    failures: sum(suites, "failures"),
    errors: 0,
    time: 0,
  };
  const lines = suites.flatMap((suite, id) => suiteLines(suite, id));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element("testsuites", totals, lines)}\n`;
}

function suiteLines({ name, timestamp, edition, cases, tests, failures, skipped }: Suite, id: number): readonly string[] {
  const given = {
    name,
    package: "ko41a",
    id,
    tests,
    failures,
    errors: 0,
    skipped,
    time: 0,
    timestamp,
    hostname: "localhost",
  };
  const properties = edition.map(([key, value]) => `<property${attributes({ name: key, value })}/>`);
  return [
    element("testsuite", given, [
      element("properties", {}, properties),
      ...cases.map(({ name: test, classname, inside }) => element("testcase", { name: test, classname, time: 0 }, inside)),
      "<system-out></system-out>",
      "<system-err></system-err>",
    ]),
  ];
}

function sum(suites: readonly Suite[], key: "tests" | "failures"): number {
  return suites.reduce((all, suite) => all + suite[key], 0);
}
