import { splice } from "../../package/splice.ts";
import { changeTag, elementsOf, localName, prefixOf } from "../../package/xml.ts";

/** What may stand before `calcPr` in a workbook part, whose order is laid down. */
const BEFORE = new Set([
  "fileVersion",
  "fileSharing",
  "workbookPr",
  "AlternateContent",
  "revisionPtr",
  "workbookProtection",
  "bookViews",
  "sheets",
  "functionGroups",
  "externalReferences",
  "definedNames",
]);

/** Asks the spreadsheet to work out every formula when it opens the workbook. */
export function recalculatedOnLoad(workbookXml: string): string {
  const elements = elementsOf(workbookXml);
  const [root] = elements;
  if (root === undefined) return workbookXml;
  const children = elements.filter((element) => element.parent === root);
  const present = children.find((element) => localName(element) === "calcPr");
  if (present !== undefined) {
    const text = changeTag(present, { fullCalcOnLoad: "1" });
    return splice(workbookXml, [{ start: present.start, end: present.openEnd, text }]);
  }
  const at = children.findLast((element) => BEFORE.has(localName(element)))?.end ?? root.openEnd;
  return splice(workbookXml, [{ start: at, end: at, text: `<${prefixOf(root)}calcPr fullCalcOnLoad="1"/>` }]);
}
