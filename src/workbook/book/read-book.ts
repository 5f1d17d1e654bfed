import { type Parts, textOfPart } from "../../package/parts.ts";
import { relationshipsOf } from "../../package/relationships.ts";
import { unescaped } from "../../package/scan-xml.ts";
import { workbookParts } from "../../package/workbook-parts.ts";
import { elementsOf, localName } from "../../package/xml.ts";
import type { SheetContent } from "./cell.ts";
import { readSheet } from "./read-sheet.ts";
import { readStrings } from "./read-strings.ts";

export interface Sheet extends SheetContent {
  readonly name: string;
  readonly part: string;
  readonly isHidden: boolean;
}

export interface DefinedName {
  readonly name: string;
  readonly refersTo: string;
}

/** A workbook as its cells show it. */
export interface Book {
  /** Name of the workbook part. */
  readonly workbook: string;
  readonly sheets: readonly Sheet[];
  readonly names: readonly DefinedName[];
  /** Whether cells of a format may be typed into when their sheet is protected. */
  readonly isUnlocked: (style: number) => boolean;
  readonly hasMacros: boolean;
  /** A model for new workbooks (.xltx) rather than a workbook. */
  readonly isTemplate: boolean;
}

/** @throws {Refusal} when the package is no workbook or damaged */
export function readBook(parts: Parts): Book {
  const { workbook, sheets } = workbookParts(parts);
  const related = relationshipsOf(parts, workbook);
  const partOf = (kind: string): string | null => {
    const target = related.find((one) => one.kind === kind)?.target;
    return target !== undefined && parts.has(target) ? textOfPart(parts, target) : null;
  };
  const types = textOfPart(parts, "[Content_Types].xml");
  const strings = readStrings(partOf("sharedStrings"));
  const xml = textOfPart(parts, workbook);
  const elements = elementsOf(xml);
  const hidden = new Set(
    elements.flatMap((one) =>
      localName(one) === "sheet" && (one.attributes.state ?? "visible") !== "visible" ? [one.attributes.name] : [],
    ),
  );
  const unlocked = unlockedStyles(partOf("styles"));
  return {
    workbook,
    sheets: [...sheets].map(([name, part]) => ({
      name,
      part,
      isHidden: hidden.has(name),
      ...readSheet(textOfPart(parts, part), strings),
    })),
    names: elements.flatMap((one) =>
      localName(one) === "definedName"
        ? [{ name: one.attributes.name ?? "", refersTo: unescaped(xml.slice(one.openEnd, one.closeStart)) }]
        : [],
    ),
    isUnlocked: (style) => unlocked.has(style),
    hasMacros: types.includes("macroEnabled."),
    isTemplate: types.includes("template.main+xml") || types.includes("template.macroEnabled.main+xml"),
  };
}

function unlockedStyles(xml: string | null): ReadonlySet<number> {
  const unlocked = new Set<number>();
  if (xml === null) return unlocked;
  let index = -1;
  for (const element of elementsOf(xml)) {
    const name = localName(element);
    if (name === "xf" && element.parent !== null && localName(element.parent) === "cellXfs") index += 1;
    else if (name === "protection" && element.parent?.parent && localName(element.parent.parent) === "cellXfs")
      if (element.attributes.locked === "0" || element.attributes.locked === "false") unlocked.add(index);
  }
  return unlocked;
}
