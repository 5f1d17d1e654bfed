import fc from "fast-check";
import { SaxesParser } from "saxes";
import { beforeAll, describe, expect, test } from "vitest";
import { reportJunit } from "../../../src/write/report/junit.ts";
import { junitFaults } from "../../support/schema-judges.ts";
import { at, FINDINGS, found, sampleReturn } from "./sample.ts";
import { anyReport, CASES, EMPTY, OPTIONS, ORDINARY, RUNS, titled } from "./titled.ts";

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

function parse(xml: string): Element {
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes as Record<string, string>, children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const inner = open.at(-1);
    if (inner !== undefined) inner.text += text;
  });
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  return root.children[0] as Element;
}

const below = (element: Element, name: string): readonly Element[] =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...below(child, name)]);

function expectRightCounts(root: Element): void {
  for (const element of [root, ...root.children]) {
    expect(Number(element.attributes.tests)).toBe(below(element, "testcase").length);
    expect(Number(element.attributes.failures)).toBe(below(element, "failure").length);
    expect(Number(element.attributes.errors)).toBe(below(element, "error").length);
    if (element !== root) expect(Number(element.attributes.skipped)).toBe(below(element, "skipped").length);
  }
  expect(root.children.map(({ attributes }) => attributes.id)).toEqual(root.children.map((_, index) => String(index)));
}

test("the sample", async () => {
  await expect(reportJunit([ORDINARY], OPTIONS)).toMatchFileSnapshot("golden/junit.xml");
});

test("xmllint finds every case valid, by both schemas", async () => {
  expect(await junitFaults(CASES.map(([, { reports, options }]) => reportJunit(reports, options)))).toEqual([]);
});

test("xmllint would find a fault", async () => {
  const good = reportJunit([ORDINARY], OPTIONS);
  expect(await junitFaults([good.replace(' tests="', ' tsets="')])).not.toEqual([]);
  expect(await junitFaults([good.replace(/ hostname="localhost"/, "")])).not.toEqual([]);
  expect(await junitFaults([good.replace("</testsuite>", "")])).not.toEqual([]);
});

describe.each(CASES)("the tests of %s", (_, { reports, options }) => {
  const root = parse(reportJunit(reports, options));

  test("are counted right at every level", () => {
    expectRightCounts(root);
  });

  test("fail for errors, and for warnings where they fail the run", () => {
    const failing = reports
      .flatMap(({ report }) => report.findings)
      .filter(
        ({ severity, accepted }) => severity === "error" || (severity === "warning" && accepted === null && options.warningsFail),
      );
    expect(below(root, "failure")).toHaveLength(failing.length);
  });

  test("have names that stand once", () => {
    const names = root.children.flatMap((suite) =>
      below(suite, "testcase").map(({ attributes }) => `${suite.attributes.name} ${attributes.classname} ${attributes.name}`),
    );
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("each finding", () => {
  let cases: readonly Element[] = [];
  beforeAll(() => {
    cases = below(parse(reportJunit([ORDINARY], OPTIONS)), "testcase");
  });

  test("is a test with its rule, its row and what to do", () => {
    for (const { rule, message, fix, source } of ORDINARY.report.findings) {
      const own = cases.filter(({ attributes }) => attributes.classname?.endsWith(`.${rule}`));
      const texts = own.flatMap(({ attributes, children }) => children.map(({ text }) => `${attributes.name}\n${text}`));
      expect(
        texts.some((text) =>
          [rule, message, fix, source === null ? "" : `row ${source.row}`].every((part) => text.includes(part)),
        ),
      ).toBe(true);
    }
  });

  test("is skipped where it was accepted, with the reason", () => {
    const [accepted, notRun] = cases.filter(({ attributes }) => attributes.classname === "ko41a.plausibility.site-fell-silent");
    expect(accepted?.children[0]?.name).toBe("skipped");
    expect(accepted?.children[0]?.text).toContain("accepted: Elm House closed in June 2025 (J. Ward, 12 May 2026)");
    expect(notRun?.children[0]?.text).toBe("not run: no prior return was given");
  });
});

test("a rule that passed is a test, and so is one that decided and found no fault", () => {
  const cases = below(parse(reportJunit([ORDINARY], OPTIONS)), "testcase");
  const of = (rule: string) => cases.filter(({ attributes }) => attributes.classname?.endsWith(`.${rule}`));
  expect(of("age-total").map(({ children }) => children)).toEqual([[]]);
  expect(of("outside-period").map(({ children }) => children[0]?.text)).toEqual(["It applied to 4 cases."]);
  expect(of("closed-without-outcome")).toHaveLength(2);
});

test("two findings at one place keep two names", () => {
  const twice = [found("received-missing", "error", at("C-1", 2, "X")), found("received-missing", "error", at("C-1", 2, "X"))];
  const names = below(parse(reportJunit([titled(twice)], OPTIONS)), "testcase").map(({ attributes }) => attributes.name);
  expect(names.slice(0, 2)).toEqual([
    "export.csv, row 2, column X, reference C-1",
    "export.csv, row 2, column X, reference C-1 (2)",
  ]);
});

test.each([
  ["the instant that was given", "2026-05-12T10:11:12.500Z", "2026-05-12T10:11:12"],
  ["the day that was given", "2026-05-12", "2026-05-12T00:00:00"],
  ["the period's end for no day of the calendar", "2026-02-31", "2026-03-31T00:00:00"],
  ["the period's end", undefined, "2026-03-31T00:00:00"],
])("the time of a suite is %s", (_, generatedAt, expected) => {
  const made = sampleReturn();
  const dated = { ...made, provenance: { ...made.provenance, ...(generatedAt === undefined ? {} : { generatedAt }) } };
  const [suite] = parse(reportJunit([titled(FINDINGS, dated)], OPTIONS)).children;
  expect(suite?.attributes.timestamp).toBe(expected);
});

test("several returns are several groups of suites, and nothing is none", () => {
  const suites = parse(reportJunit([ORDINARY, { ...ORDINARY, title: "Another" }], OPTIONS)).children;
  const names = suites.map(({ attributes }) => attributes.name ?? "");
  expect(names.filter((name) => name.startsWith("Another: "))).toHaveLength(names.length / 2);
  expect(parse(reportJunit([EMPTY], OPTIONS)).children).toEqual([]);
});

test("any text at all is well formed, valid and counted right", async () => {
  const reports = fc.sample(anyReport, RUNS).map((one) => reportJunit([one], OPTIONS));
  for (const xml of reports) expectRightCounts(parse(xml));
  expect(await junitFaults(reports)).toEqual([]);
});
