import { scanXml, unescaped } from "../../package/scan-xml.ts";
import { decoded, local } from "./read-sheet.ts";

/** The texts that cells share, without the readings that some carry for sorting. */
export function readStrings(xml: string | null): readonly string[] {
  if (xml === null) return [];
  const strings: string[] = [];
  let text = "";
  let reading = false;
  let phonetic = false;
  scanXml(xml, {
    open: ({ name, selfClosing }) => {
      const tag = local(name);
      if (tag === "si") text = "";
      else if (tag === "rPh") phonetic = !selfClosing;
      else if (tag === "t") reading = !phonetic;
    },
    text: (start, end) => {
      if (reading) text += unescaped(xml.slice(start, end));
    },
    cdata: (start, end) => {
      if (reading) text += xml.slice(start, end);
    },
    close: (name) => {
      const tag = local(name);
      if (tag === "si") strings.push(decoded(text));
      else if (tag === "rPh") phonetic = false;
      else if (tag === "t") reading = false;
    },
  });
  return strings;
}
