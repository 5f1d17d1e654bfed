import type { Source } from "../source.ts";
import headings from "./headings.json" with { type: "json" };

/** The export described in docs/generic-export.md, which any system can be made to write. */
export const generic: Source = {
  profile: {
    name: "generic",
    title: "the generic export",
    headings,
    tellTales: [],
    alsoHas: [],
    values: {},
    readings: [],
    orElse: [],
    codeInFront: [],
    codesBySpaces: [],
    oneValue: [],
    ownId: null,
    noDates: [],
    headingsInBrackets: false,
    onlyWhenNamed: false,
  },
  readDocument: null,
};
