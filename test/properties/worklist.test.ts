import fc from "fast-check";
import { expect, test } from "vitest";
import type { ReportedFinding } from "../../src/domain/report.ts";
import { readLines } from "../write/worklist/read-back.ts";
import { findingAt, reportOf, shown, workbookOf } from "../write/worklist/sample.ts";

const RUNS = { seed: 41, numRuns: 200 } as const;

const awkward = fc.string({
  unit: fc.oneof(
    fc.constantFrom(..."=+-@'\"&<>;:_x005F{}[]\\ \t\r\n\u0000\u001f\u0085\u00a0\u2028\u202e\ufeff\ufffe\uffff\ud83c\udfe5"),
    fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code)),
    fc.constantFrom("]]>", "<!--", "&#0;", "_x000D_", "🏥"),
  ),
});

const finding: fc.Arbitrary<ReportedFinding> = fc
  .record({
    index: fc.nat({ max: 2 }),
    message: awkward,
    fix: awkward,
    rule: awkward,
    reference: fc.option(awkward),
    site: fc.option(awkward),
    source: fc.option(fc.record({ file: awkward, sheet: awkward, row: fc.nat(), column: fc.option(awkward) })),
    reason: fc.option(awkward),
  })
  .map(({ index, reason, ...fields }) =>
    findingAt(index, { ...fields, accepted: index === 1 && reason !== null ? { reason, by: null } : null }),
  );

const said = (text: string | null | undefined): string | undefined => (text == null ? undefined : (shown(text) ?? undefined));

test("any text comes back as what can be seen of it, one line a finding, in XML without a fault", () => {
  fc.assert(
    fc.property(fc.array(finding, { maxLength: 12 }), (findings) => {
      const lines = readLines(workbookOf(reportOf(findings)));
      const key = (value: unknown): string => JSON.stringify(value);
      const expected = findings.map((one) => ({
        message: said(one.message),
        fix: said(one.fix),
        rule: said(one.rule),
        reference: said(one.reference),
        site: said(one.site),
        file: said(one.source?.file),
        sheet: said(one.source?.sheet),
        row: one.source?.row,
        column: said(one.source?.column),
        notes: said(one.accepted?.reason),
      }));
      const found = lines.map(({ message, fix, rule, reference, site, file, sheet, row, column, notes }) => ({
        ...{ message, fix, rule, reference, site, file, sheet, row, column, notes },
      }));
      expect(found.map(key).sort()).toEqual(expected.map(key).sort());
      expect(lines.map(({ number }) => number)).toEqual(findings.map((_, at) => at + 1));
    }),
    RUNS,
  );
});
