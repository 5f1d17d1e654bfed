import type { Gap, Kept } from "../fetch/fetch-carehq.ts";
import type { LookUpName } from "../fetch/look-up-lists.ts";
import type { PartFault } from "../fetch/part.ts";
import type { Query } from "../fetch/query.ts";
import { count } from "../write/report/text.ts";

const THINGS: Readonly<Record<LookUpName, { readonly one: string; readonly lacks: string; readonly means: string }>> = {
  locations: {
    one: "location",
    lacks: "the names of locations",
    means: "Only their ids are in the file, so a table of sites has to name the ids.",
  },
  groups: {
    one: "subject matter",
    lacks: "the names of subject matters",
    means: "Only their ids are in the file, so the subjects of these complaints have to be given in another way.",
  },
  "service-users": {
    one: "service user",
    lacks: "birth dates",
    means: "The age of these service users counts as unknown.",
  },
};

/** What the snapshot lacks and what that means for the return. */
export function sayGap(gap: Gap): string {
  const { one, lacks, means } = THINGS[gap.list];
  switch (gap.kind) {
    case "denied":
      return `ko41a: warning: ${lacks} are missing: the API key may not read ${gap.list} (${gap.status}).\n  ${means}\n`;
    case "unknown":
      return `ko41a: warning: CareHQ does not know ${count(gap.ids, one)} that the records name.\n  ${means}\n`;
    case "unreadable":
      return `ko41a: warning: ${count(gap.ids, "birth date")} of CareHQ cannot be read.\n  ${means}\n`;
  }
}

export function sayIgnored(file: string, fault: PartFault): string {
  return `ko41a: ${file} is ${fault}; starting from page 1.\n`;
}

export function sayResumed(kept: Kept): string {
  return `Going on ${wherefrom(kept)}.\n`;
}

/** Where a run goes on that broke off. */
export function wherefrom({ pages, finished }: Kept): string {
  return finished ? `after the last page, ${pages}` : `from page ${pages + 1}`;
}

export function sayDone({ resource, from, to }: Query, items: number, file: string): string {
  const what = resource === "complaints" ? count(items, "complaint") : count(items, "home visit");
  const when = resource === "complaints" ? "reported" : "booked for";
  return `${what} ${when} ${from} to ${to}: ${file}\n`;
}

/** What to know about a snapshot of complaints before it is used. */
export function sayNotes({ from }: Query, hasBirthDates: boolean): string {
  return (
    `Complaints reported before ${from} are not in the file. For what was brought forward, --from should lie well before the period.\n` +
    `${hasBirthDates ? "The file holds birth dates: keep" : "Keep"} it as you keep an export of complaints, and delete it when the return is made.\n`
  );
}
