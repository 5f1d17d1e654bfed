import type { RuleEntry } from "../../domain/rule.ts";
import { guidance } from "../sources.ts";

const site = (entry: Omit<RuleEntry, "kind">): RuleEntry => ({ kind: "site", ...entry });

const NO_CODE = guidance("Record data for sites with no ODS site code");

/** Where a complaint counts. */
export const SITE_ENTRIES: readonly RuleEntry[] = [
  site({
    id: "primary-site",
    severity: "warning",
    title: "Several sites: the primary one",
    why: "Recorded at each of its sites, one complaint would be several in the total. It is recorded at the primary site alone.",
    effect: "Counts at the site marked (primary), else at the first named, with a warning.",
    source: guidance("Complaints that span multiple sites"),
    otherwise: "another of its sites is marked (primary), or it names only one.",
  }),
  site({
    id: "no-ods-code",
    severity: "info",
    title: "No ODS code: the trust code's row",
    why: "Sites without an ODS code are recorded together against the main trust code.",
    effect: "Counts in the one row under the organisation's own code.",
    source: NO_CODE,
    otherwise:
      "its site has an ODS code in the export, in the sites table of ko41a.yaml, or in the ODS file under the same name.",
  }),
  site({
    id: "unknown-site-code",
    severity: "error",
    title: "Unknown site code",
    why: "A code that is in no register given, that is closed, or that belongs to another organisation is no site of this return.",
    effect: "Counts in the row under the organisation's own code, so that it is not lost.",
    source: NO_CODE,
    otherwise: "the code is corrected in the system, or the ODS file that is given has it as an open site of this organisation.",
  }),
  site({
    id: "site-name-matched",
    severity: "info",
    title: "Site found by its name",
    why: "The export names the site without a code; the register or the trust's sites table has the name.",
    effect: "Counts at that site's code.",
    source: NO_CODE,
    otherwise: "the export gives a site code, or the name stands for another code in the sites table or the ODS file.",
  }),
  site({
    id: "no-register",
    severity: "info",
    title: "Site codes were not checked against a register",
    why: "Since October 2020 a site code does not show whose it is; only the ODS register tells.",
    effect: "Any well-formed code is accepted.",
    source: NO_CODE,
  }),
];
