import { type Parts, withoutPart, withPart } from "../../package/parts.ts";
import { relationshipsOf, relationshipsPartOf } from "../../package/relationships.ts";
import { splice } from "../../package/splice.ts";
import { elementsOf } from "../../package/xml.ts";

/** Without the list in which order formulas were last worked out: formulas that come or go make it stale. */
export function withoutCalcChain(parts: Parts, workbook: string): Parts {
  const chain = relationshipsOf(parts, workbook).find((relationship) => relationship.kind === "calcChain");
  if (chain === undefined) return parts;
  const unlisted = withPart(withoutPart(parts, chain.target), "[Content_Types].xml", (xml) =>
    withoutElement(xml, "PartName", `/${chain.target}`),
  );
  return withPart(unlisted, relationshipsPartOf(workbook), (xml) => withoutElement(xml, "Id", chain.id));
}

function withoutElement(xml: string, attribute: string, value: string): string {
  const gone = elementsOf(xml).filter((element) => element.attributes[attribute] === value);
  return splice(
    xml,
    gone.map(({ start, end }) => ({ start, end, text: "" })),
  );
}
