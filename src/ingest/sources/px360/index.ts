import { profileOf } from "../profile-of.ts";
import type { Source } from "../source.ts";
import { readDumpdata } from "./dumpdata.ts";
import { readObjects } from "./objects.ts";
import profile from "./profile.json" with { type: "json" };

/** PX360, a Django system of hospitals: a dump of its database, its objects as JSON, or its lists as CSV and Excel. */
export const px360: Source = {
  profile: profileOf(profile),
  readDocument: (entries, about) => {
    const records = readDumpdata(entries, about) ?? readObjects(entries, about);
    return records === null ? null : { records, notes: [] };
  },
};
