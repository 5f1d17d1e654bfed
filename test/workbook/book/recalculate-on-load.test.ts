import { describe, expect, it } from "vitest";
import { recalculatedOnLoad } from "../../../src/workbook/book/recalculate-on-load.ts";

describe("recalculation when the workbook is opened", () => {
  it("is asked for beside what the workbook says already", () => {
    expect(recalculatedOnLoad('<workbook><sheets/><calcPr calcId="1" calcMode="manual"/><extLst/></workbook>')).toBe(
      '<workbook><sheets/><calcPr calcId="1" calcMode="manual" fullCalcOnLoad="1"/><extLst/></workbook>',
    );
    expect(recalculatedOnLoad('<workbook><calcPr fullCalcOnLoad="0"></calcPr></workbook>')).toBe(
      '<workbook><calcPr fullCalcOnLoad="1"></calcPr></workbook>',
    );
  });

  it("is put where the schema wants it", () => {
    expect(
      recalculatedOnLoad(
        "<workbook><sheets><sheet/></sheets><definedNames><definedName>x</definedName></definedNames><pivotCaches/></workbook>",
      ),
    ).toBe(
      '<workbook><sheets><sheet/></sheets><definedNames><definedName>x</definedName></definedNames><calcPr fullCalcOnLoad="1"/><pivotCaches/></workbook>',
    );
    expect(recalculatedOnLoad('<x:workbook xmlns:x="u"><x:sheets/></x:workbook>')).toBe(
      '<x:workbook xmlns:x="u"><x:sheets/><x:calcPr fullCalcOnLoad="1"/></x:workbook>',
    );
  });

  it("is asked for once", () => {
    const once = recalculatedOnLoad("<workbook><sheets/></workbook>");
    expect(recalculatedOnLoad(once)).toBe(once);
  });
});
