import type { FillWorkbook } from "../domain/proforma.ts";
import type { Provenance } from "../domain/return.ts";
import type { RuleBook } from "../domain/rule-book.ts";
import { type ReadFile, sha256 } from "./files.ts";
import { readTemplate } from "./outputs.ts";
import { readMap } from "./read-returns.ts";

/** The workbook that the figures go into. */
export interface ChosenWorkbook {
  readonly extension: "xlsx" | "xlsm";
  readonly fill: FillWorkbook;
  readonly provenance: Provenance["template"];
}

/** The trust's own proforma when one is given, else the bundled workbook. @throws {Refusal} */
export async function chooseWorkbook(
  template: ReadFile | null,
  map: ReadFile | null,
  root: string,
  book: RuleBook,
): Promise<ChosenWorkbook> {
  if (template === null) return bundledWorkbook(root, book);
  const { proformaFiller } = await import("../workbook/proforma/fill/filler.ts");
  const { file, bytes, sha256: hash } = template;
  const told = await readMap(map, book);
  return {
    ...proformaFiller(file, bytes, book, told),
    provenance: {
      sha256: hash,
      kind: "own",
      file,
      ...(map === null ? {} : { map: { file: map.file, sha256: map.sha256 } }),
    },
  };
}

async function bundledWorkbook(root: string, book: RuleBook): Promise<ChosenWorkbook> {
  const [bytes, { fillBundledWorkbook }] = await Promise.all([
    readTemplate(root, "ko41a.xlsx"),
    import("../workbook/bundled/fill.ts"),
  ]);
  return {
    extension: "xlsx",
    fill: (result) => ({ bytes: fillBundledWorkbook(bytes, result, book), proof: null, findings: [] }),
    provenance: { sha256: sha256(bytes), kind: "bundled" },
  };
}
