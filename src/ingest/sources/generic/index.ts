import type { SourceProfile } from "../profile.ts";
import headings from "./headings.json" with { type: "json" };

/** The export described in docs/generic-export.md, which any system can be made to write. */
export const generic: SourceProfile = { name: "generic", headings };
