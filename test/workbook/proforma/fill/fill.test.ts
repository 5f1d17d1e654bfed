import { strFromU8, strToU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Return } from "../../../../src/domain/return.ts";
import { openPackage, packageBytes, withPart } from "../../../../src/package/parts.ts";
import { proformaFiller } from "../../../../src/workbook/proforma/fill/filler.ts";
import { problemsOf } from "../../../support/refusal.ts";
import { ruleBook } from "../../../support/rule-book.ts";
import { type Sheet, workbookOf } from "../../../support/workbook.ts";
import { FITTING, fiveSites, PROFORMAS } from "../support.ts";

const book = ruleBook();
const result = fiveSites();
const numbers = book.items.map(({ number }) => number);

function fill(file: string, bytes: Uint8Array, given: Return = result) {
  return proformaFiller(file, bytes, book, null).fill(given);
}

/** A proforma with one row a site, its rows under the headings as given. */
async function plain(lines: Sheet["rows"], above: Sheet["rows"] = []): Promise<Uint8Array> {
  return workbookOf([{ name: "Form", rows: [...above, ["Site code", "Site name", ...numbers], ...lines] }]);
}

/** The return of the first site alone. */
const one: Return = { ...result, rows: result.rows.slice(0, 1) };

async function refused(bytes: Uint8Array, given: Return = result) {
  return problemsOf(() => fill("form.xlsx", bytes, given));
}

describe.each(FITTING)("$name", ({ file, bytes, expected }) => {
  const { bytes: after, proof } = fill(file, bytes);

  test("keeps every part but the changed ones, byte for byte", () => {
    const [old, fresh] = [unzipSync(bytes), unzipSync(after)];
    expect(Object.keys(fresh)).toEqual(Object.keys(old));
    const changed = Object.keys(old).filter((part) => Buffer.compare(old[part] ?? strToU8(""), fresh[part] ?? strToU8("")) !== 0);
    expect(proof?.partsChanged).toEqual(changed);
    expect(proof).toMatchObject({
      otherChanges: 0,
      sheet: expected.sheet,
      partsUnchanged: Object.keys(old).length - changed.length,
    });
    expect(changed.every((part) => part.startsWith("xl/worksheets/"))).toBe(true);
  });

  test("gives the same bytes again", () => {
    expect(fill(file, bytes).bytes).toEqual(after);
  });

  test("can be filled again with the same figures", () => {
    const again = fill(file, after);
    expect(again.proof?.otherChanges).toBe(0);
    expect(unzipSync(again.bytes)).toEqual(unzipSync(after));
  });
});

describe("the workbook is flagged to be worked out when it is opened", () => {
  const formula = async (text: string) => {
    const bytes = await plain([["RZZ01", "", ...numbers.map(() => null), { formula: text, result: 1 }]]);
    const { bytes: after, proof } = fill("form.xlsx", bytes, { ...result, rows: result.rows.slice(0, 1) });
    return { proof, xml: strFromU8(unzipSync(after)["xl/workbook.xml"] ?? strToU8("")) };
  };

  test("where a formula that follows from the figures is beyond us", async () => {
    const { proof, xml } = await formula("VLOOKUP(A2,A2:C3,3,0)");
    expect(proof?.recalculatesOnLoad).toBe(true);
    expect(proof?.partsChanged).toContain("xl/workbook.xml");
    expect(xml).toContain('fullCalcOnLoad="1"');
  });

  test("and not where every result is known", async () => {
    const { proof, xml } = await formula("SUM(C2:CB2)");
    expect(proof).toMatchObject({ recalculatesOnLoad: false, recalculated: 1, partsChanged: ["xl/worksheets/sheet1.xml"] });
    expect(xml).not.toContain('fullCalcOnLoad="1"');
  });
});

describe("is refused, and nothing is made", () => {
  const of = (name: string) => {
    const found = PROFORMAS.find((one) => one.name.startsWith(name));
    if (found === undefined) throw new Error(`no proforma ${name}`);
    return found.bytes;
  };

  test("too few lines, with the sites that have none", async () => {
    const [problem] = await refused(of("11"));
    expect(problem?.what).toMatch(/2 free rows for the 5 sites .* none for RZZ03, RZZ1A, RZZ\./);
  });

  test("another period, with both", async () => {
    const [problem, ...more] = await refused(of("12"));
    expect(problem?.what).toMatch(/for 2024-25 .* for 2025-26/);
    expect(problem?.where).toContain("cell B4");
    expect(more).toEqual([]);
  });

  test("an item without a cell and one with two, all at once", async () => {
    const whats = (await refused(of("13"))).map(({ what }) => what);
    expect(whats).toEqual([
      expect.stringMatching(/7\.62 .* two places, BH10 and BJ10/),
      expect.stringMatching(/No cell was found for item 7\.64/),
    ]);
  });

  test("two items that compete for one cell, with both", async () => {
    const headings = numbers.map((number) => (number === "5.31" ? "5.31 Values and behaviours (staff)" : number));
    const bytes = await workbookOf([{ name: "Form", rows: [["Site code", ...headings]] }]);
    const whats = (await refused(bytes)).map(({ what }) => what);
    expect(whats[0]).toMatch(
      /Two items compete .* AB1 .*5\.31 Other Community Healthcare Services.*7\.67 Values and behaviours/s,
    );
  });

  test("another organisation, with both", async () => {
    const [problem] = await refused(await plain([], [["Organisation code", "RYY"]]));
    expect(problem?.what).toBe("The proforma is that of RYY; the return is that of RZZ.");
    expect(problem?.where).toBe("form.xlsx [Form], cell B1");
  });

  test("a formula in the cell of a count", async () => {
    const [problem] = await refused(
      await plain([["RZZ01", "", { formula: "1+1", result: 2 }, ...numbers.slice(1).map(() => null)]]),
      one,
    );
    expect(problem?.what).toMatch(/2\.5 Total Brought Forward of RZZ01 holds a formula/);
    expect(problem?.where).toBe("form.xlsx [Form], cell C2");
  });

  test("words in the cell of a figure", async () => {
    const [problem] = await refused(await plain([["RZZ01", "", "n/a", ...numbers.slice(1).map(() => null)]]), one);
    expect(problem?.what).toMatch(/holds words/);
  });

  test("figures beside a site that the return does not have", async () => {
    const lines = [
      ["RZZ01", "", ...numbers.map(() => null)],
      ["RZZ77", "", ...numbers.map(() => 4)],
    ];
    const [problem] = await refused(await plain(lines), one);
    expect(problem?.what).toMatch(/holds figures for RZZ77/);
  });

  test("a total whose formula adds up something else", async () => {
    const cells = numbers.map((number) => (number === "2.7" ? { formula: "F2+G2" } : null));
    const [problem] = await refused(await plain([["RZZ01", "", ...cells]]));
    const { counts } = result.rows[0] ?? { counts: {} };
    const [upheld, partially, all] = ["Number_Upheld", "Number_Partially_Upheld", "Total_Resolved"].map(
      (id) => (counts as Record<string, number>)[`Complaints_${id}`] ?? 0,
    );
    expect(problem?.what).toContain(`comes to ${(upheld ?? 0) + (partially ?? 0)}; the return has ${all}.`);
  });

  test("a cell that a merged area covers", async () => {
    const bytes = await workbookOf(
      [
        {
          name: "Form",
          rows: [
            ["Site code", "Site name", ...numbers],
            ["RZZ01", "", ...numbers.map(() => null)],
          ],
        },
      ],
      (workbook) => workbook.worksheets[0]?.mergeCells("C2:D2"),
    );
    const [problem] = await refused(bytes, one);
    expect(problem?.what).toMatch(/2\.6 .* lies inside a merged cell/);
  });

  test("two sheets that could take the figures", async () => {
    const sheet = { name: "One", rows: [["Site code", ...numbers]] };
    const [problem] = await refused(await workbookOf([sheet, { ...sheet, name: "Two" }]));
    expect(problem?.what).toBe('Two sheets could take the figures: "One" and "Two".');
  });
});

describe("a form of a year", () => {
  const labelled = async (period: string) => plain([], [["Period", period]]);

  test.each([
    ["2025-26", "2025-26"],
    ["2025/26", "2025-26Q1"],
    ["1 July 2025 to 30 September 2025", "2025-26Q2"],
    ["Q3 2025-26", "2025-26Q3"],
    ["<please select>", "2025-26"],
  ])("that says %s takes %s", async (says, label) => {
    const given = { ...result, period: { ...result.period, label } };
    expect(fill("form.xlsx", await labelled(says), given).proof?.otherChanges).toBe(0);
  });

  test.each([
    ["2024/25", "2025-26"],
    ["2025-26 Q1", "2025-26"],
    ["2025-26 Q1", "2025-26Q2"],
    ["01/04/2024 - 31/03/2025", "2025-26"],
  ])("that says %s does not take %s", async (says, label) => {
    const [problem] = await refused(await labelled(says), { ...result, period: { ...result.period, label } });
    expect(problem?.what).toContain(`the return is for ${label}`);
  });
});

describe("the policy that leaves section 6 blank", () => {
  test("clears a 0 that stood there", async () => {
    const [row] = result.rows;
    if (row === undefined) throw new Error("no row");
    const counts = Object.fromEntries(
      book.items.map(({ id, section }) => {
        if (section === 6) return [id, 0];
        return [id, id === "Subject_Area_Total" ? row.counts["Subject_Area_Sub_Total" as typeof id] : row.counts[id]] as const;
      }),
    );
    expect(counts).toBeDefined();
    const given = {
      ...result,
      rows: [{ ...row, counts }],
      policies: { ...result.policies, clinicalZeros: "blank" as const },
    } as Return;
    const bytes = await plain([["RZZ01", "", ...numbers.map(() => 0)]]);
    const xml = strFromU8(unzipSync(fill("form.xlsx", bytes, given).bytes)["xl/worksheets/sheet1.xml"] ?? strToU8(""));
    expect(xml).toMatch(/<c r="AI2"\/>/);
    expect(xml).toMatch(/<c r="AU2"\/>/);
  });
});

test("text of the return is never run: it stands as text", async () => {
  const rows = result.rows.map((row) => ({ ...row, siteName: '=HYPERLINK("http://example.invalid")' }));
  const { bytes } = fill("form.xlsx", await plain([]), { ...result, rows });
  const xml = strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"] ?? strToU8(""));
  expect(xml).toContain('t="inlineStr"><is><t xml:space="preserve">=HYPERLINK(');
  expect(xml).not.toContain("<f>");
});

test("a damaged sheet is refused with its file", async () => {
  const bytes = await plain([]);
  const broken = packageBytes(withPart(openPackage(bytes), "xl/worksheets/sheet1.xml", (xml) => xml.slice(0, -20)));
  const [problem] = await refused(broken);
  expect(problem).toMatchObject({ where: "form.xlsx", what: expect.stringContaining("not well formed") });
});
