import type { Problem } from "../../../domain/problem.ts";
import type { CellPlace } from "../../../domain/proforma.ts";
import type { Return } from "../../../domain/return.ts";
import { addressOf } from "../../../package/address.ts";
import { agrees, periodIn, type SaidPeriod } from "../find/period.ts";
import { type Places, saidOrganisation } from "../find/places.ts";

/** Whether the form is for this organisation and this period. A form that says nothing is for any. */
export function contradictions(file: string, places: Places, { organisation, period }: Return): readonly Problem[] {
  const problems: Problem[] = [];
  const said = saidOrganisation(places).code;
  if (said !== "" && said !== organisation.code)
    problems.push({
      what: `The proforma is that of ${said}; the return is that of ${organisation.code}.`,
      where: placeWords(file, (places.code?.words ? places.code.place : places.name?.place) ?? null),
      fix: `Download the proforma of ${organisation.code} from SDCS, or give --org ${said}.`,
    });
  const other = otherPeriod(places, period.label);
  if (other !== null)
    problems.push({
      what: `The proforma is for ${labelOf(other.said)} ("${other.words}"); the return is for ${period.label}.`,
      where: placeWords(file, other.place),
      fix: `Download the proforma for ${period.label} from SDCS, or give --period ${labelOf(other.said)}.`,
    });
  return problems;
}

interface Statement {
  readonly words: string;
  readonly place: CellPlace | null;
  readonly said: SaidPeriod;
}

/** What the form says of its period, where that is another: its own cell first, then its version, then its titles. */
function otherPeriod({ period, version, mentions }: Places, label: string): Statement | null {
  const inVersion = periodIn(version?.words ?? "");
  if (version !== null && inVersion !== null && !agrees(inVersion, label))
    return { words: version.words, place: version.place, said: inVersion };
  if (period !== null && period.said !== null) return agrees(period.said, label) ? null : { ...period, said: period.said };
  return mentions.some(({ said }) => agrees(said, label)) ? null : (mentions[0] ?? null);
}

function labelOf({ year, quarter }: SaidPeriod): string {
  return quarter === null ? year : `${year}Q${quarter}`;
}

function placeWords(file: string, place: CellPlace | null): string {
  return place === null ? file : `${file} [${place.sheet}], cell ${addressOf(place.row, place.column)}`;
}
