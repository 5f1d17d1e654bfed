import { SaxesParser } from "saxes";
import { Refusal } from "../../domain/problem.ts";
import { decoded, local } from "./read-sheet.ts";

/** The texts that cells share, without the readings that some carry for sorting. */
export function readStrings(xml: string | null): readonly string[] {
  if (xml === null) return [];
  const strings: string[] = [];
  let text = "";
  let reading = false;
  let phonetic = false;
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  parser.on("error", (error) => {
    throw new Refusal({ what: `the texts of the workbook are damaged: their XML is not well formed (${error.message})` });
  });
  parser.on("opentag", ({ name }) => {
    const tag = local(name);
    if (tag === "si") text = "";
    else if (tag === "rPh") phonetic = true;
    else if (tag === "t") reading = !phonetic;
  });
  parser.on("text", (piece) => {
    if (reading) text += piece;
  });
  parser.on("closetag", ({ name }) => {
    const tag = local(name);
    if (tag === "si") strings.push(decoded(text));
    else if (tag === "rPh") phonetic = false;
    else if (tag === "t") reading = false;
  });
  parser.write(xml).close();
  return strings;
}
