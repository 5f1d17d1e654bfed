import { profileOf } from "../profile-of.ts";
import type { Source } from "../source.ts";
import { readCareHqDocument } from "./documents.ts";
import profile from "./profile.json" with { type: "json" };

/** CareHQ, a platform of care homes: saved answers of its API, or what `ko41a fetch carehq` wrote. */
export const carehq: Source = { profile: profileOf(profile), readDocument: readCareHqDocument };
