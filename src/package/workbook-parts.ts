import { Refusal } from "../domain/problem.ts";
import { type Parts, textOfPart } from "./parts.ts";
import { relationshipsOf } from "./relationships.ts";
import { elementsOf, localName } from "./xml.ts";

interface WorkbookParts {
  readonly workbook: string;
  /** The part of each worksheet by its name, in the order of the tabs. */
  readonly sheets: ReadonlyMap<string, string>;
}

/** @throws {Refusal} when the package is no workbook. */
export function workbookParts(parts: Parts): WorkbookParts {
  const workbook = relationshipsOf(parts, "").find((relationship) => relationship.kind === "officeDocument")?.target;
  if (workbook === undefined) throw new Refusal({ what: "the file is a package, but no workbook" });
  const related = relationshipsOf(parts, workbook).filter((relationship) => relationship.kind === "worksheet");
  const partOf = new Map(related.map((relationship) => [relationship.id, relationship.target]));
  const sheets = new Map<string, string>();
  for (const element of elementsOf(textOfPart(parts, workbook))) {
    if (localName(element) !== "sheet") continue;
    const id = Object.entries(element.attributes).find(([key]) => key.endsWith(":id"))?.[1];
    const part = partOf.get(id ?? "");
    if (part !== undefined) sheets.set(element.attributes.name ?? "", part);
  }
  return { workbook, sheets };
}

/** @throws {Refusal} when there is no worksheet of that name. */
export function partOfSheet({ sheets }: WorkbookParts, name: string): string {
  const part = sheets.get(name);
  if (part !== undefined) return part;
  throw new Refusal({
    what: `the workbook has no sheet "${name}"`,
    fix: `its sheets: ${[...sheets.keys()].join(", ")}`,
  });
}
