import { FIELDS } from "../../../domain/field.ts";
import type { FindingDetails } from "../../../domain/finding.ts";
import { count, listed, quote, word } from "../text.ts";
import { complaint, type English, RUN_AGAIN } from "./say.ts";

const UNKNOWN: Readonly<Record<FindingDetails["unknown-site-code"]["because"], { is: string; fix: string }>> = {
  malformed: { is: "is not written like an ODS site code", fix: `Correct the ${FIELDS.siteCode} column` },
  "not in the register": {
    is: "is not in the site register that was given",
    fix: `Correct the ${FIELDS.siteCode} column, or use a newer site register,`,
  },
  closed: {
    is: "belongs to a site that is closed",
    fix: `Use the code of the site that took its place in the ${FIELDS.siteCode} column`,
  },
  "another organisation's": {
    is: "belongs to another organisation",
    fix: `Correct the ${FIELDS.siteCode} column, or the ${FIELDS.organisation} column if the complaint is not yours,`,
  },
};

/** Where does it count? */
export const SITES: English<"primary-site" | "unknown-site-code" | "site-name-matched" | "no-ods-code" | "no-register"> = {
  "primary-site": ({ chosen, sites, marked }, about) => ({
    message: `${complaint(about)} names ${count(sites.length, "site")} (${listed(sites.map(word))}), ${
      marked === 0 ? "none marked as the primary one" : `${marked} of them marked as primary`
    }, so it counts at ${word(chosen)}.`,
    fix: `Write “(primary)” after the one primary site of this complaint ${RUN_AGAIN}`,
  }),
  "unknown-site-code": ({ code, because }, about) => ({
    message: `${complaint(about)} has site code ${quote(code)}, which ${UNKNOWN[because].is}, so it counts under the organisation’s own code.`,
    fix: `${UNKNOWN[because].fix} ${RUN_AGAIN}`,
  }),
  "site-name-matched": ({ name, code, complaints }) => ({
    message: `${count(complaints, "complaint")} at ${quote(name)} had no site code and ${
      complaints === 1 ? "counts" : "count"
    } at ${word(code)}, the site of that name.`,
    fix: `Nothing, if ${word(code)} is the right site.`,
  }),
  "no-ods-code": ({ name, complaints, suggestion }) => ({
    message: `${count(complaints, "complaint")} ${
      name === null ? "without a site" : `at ${quote(name)}, a site without a code,`
    } ${complaints === 1 ? "counts" : "count"} under the organisation’s own code.`,
    fix:
      name === null
        ? `If it is known where they happened, fill in the column for it, or name that column as ${FIELDS.siteName} or ${FIELDS.siteCode}, ${RUN_AGAIN} If it is not, this is right.`
        : suggestion === "as the trust says"
          ? "Nothing: ko41a.yaml or the mapping sheet says that it has none."
          : suggestion === null
            ? "If the site has an ODS code, add it in a mapping sheet (ko41a map) or under “sites” in ko41a.yaml and run again. If it has none, this is right."
            : `If this is ${quote(suggestion.name)}, add its code ${word(suggestion.code)} under “sites” in ko41a.yaml ${RUN_AGAIN}`,
  }),
  "no-register": ({ codes }) => ({
    message: `No site register was given, so ${count(codes, "site code")} could not be checked and ${
      codes === 1 ? "was" : "were"
    } used as recorded.`,
    fix: "To have site codes checked, download ets.csv from NHS England’s ODS pages and run again with “--ods ets.csv”.",
  }),
};
