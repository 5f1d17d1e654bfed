import type { Finding, FindingDetails, FindingKind } from "../../domain/finding.ts";
import { ASPECTS } from "./english/aspects.ts";
import { COUNTING } from "./english/counting.ts";
import { FIGURES } from "./english/figures.ts";
import { INPUT } from "./english/input.ts";
import { RECORDS } from "./english/records.ts";
import type { About, English, Said } from "./english/say.ts";
import { SITES } from "./english/sites.ts";
import { TIMING } from "./english/timing.ts";
import type { ItemLabels } from "./labels.ts";

/** A kind of finding without its English does not compile. */
const ENGLISH: English<FindingKind> = {
  ...INPUT,
  ...RECORDS,
  ...COUNTING,
  ...SITES,
  ...ASPECTS,
  ...TIMING,
  ...FIGURES,
};

type DetailOf<K extends FindingKind> = { [P in K]: { readonly kind: P } & Readonly<FindingDetails[P]> }[K];

/** What is wrong and what the tool did with it; then what to do. */
export function sayFinding(finding: Finding, labels: ItemLabels): Said {
  return say(finding.detail, { finding, labels });
}

function say<K extends FindingKind>(detail: DetailOf<K>, about: About): Said {
  return ENGLISH[detail.kind](detail, about);
}
