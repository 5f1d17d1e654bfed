import { FIELD_NAMES, type Field } from "../domain/field.ts";
import { Refusal } from "../domain/problem.ts";
import { headingKeys, type SourceProfile } from "../domain/source-profile.ts";
import { normaliseHeading } from "../domain/words.ts";
import { generic } from "./sources/generic/index.ts";

/** Why a system was recognised: its own headings that the export has. */
export interface Recognised {
  readonly profile: SourceProfile;
  readonly own: readonly string[];
}

/** How many fields a row of cells names in a system's headings; 0 unless it names a reference and a date received. */
export function fieldsNamed(cells: readonly string[], profile: SourceProfile, columns: ReadonlyMap<Field, string>): number {
  const there = new Set(cells.flatMap((cell) => headingKeys(cell, profile)));
  const named = FIELD_NAMES.filter((field) => {
    const own = columns.get(field);
    // A heading that the trust named need not stand in every export.
    const known = [...(own === undefined ? [] : [own]), ...(profile.headings[field] ?? [])];
    return known.some((heading) => there.has(normaliseHeading(heading)));
  });
  return named.includes("reference") && named.includes("received") ? named.length : 0;
}

/**
 * The system that most of the headings belong to. Headings that the generic export has as well tell nothing.
 * @throws {Refusal} when two systems fit equally well, with the reasons for each
 */
export function recognise(
  headings: readonly string[],
  profiles: readonly SourceProfile[],
  columns: ReadonlyMap<Field, string>,
  where: string,
): Recognised {
  const readable = profiles.filter((profile) => fieldsNamed(headings, profile, columns) > 0);
  const told = readable.filter((profile) => hasTellTales(headings, profile));
  const fitting = (told.length > 0 ? told : readable).map((profile) => ({ profile, own: ownHeadings(headings, profile) }));
  const most = Math.max(0, ...fitting.map(({ own }) => own.length));
  const [best, second] = fitting.filter(({ own }) => own.length === most);
  if (best === undefined) return { profile: profiles[0] ?? generic.profile, own: [] };
  if (most === 0) return fitting.find(({ profile }) => profile.name === generic.profile.name) ?? best;
  if (second !== undefined) throw equallyWell(best, second, where);
  return best;
}

function hasTellTales(headings: readonly string[], profile: SourceProfile): boolean {
  const there = new Set(headings.flatMap((heading) => headingKeys(heading, profile)));
  return profile.tellTales.every((list) => list.some((heading) => there.has(normaliseHeading(heading))));
}

function ownHeadings(headings: readonly string[], profile: SourceProfile): readonly string[] {
  const own = new Set([...Object.values(profile.headings).flat(), ...profile.alsoHas].map(normaliseHeading));
  const shared = new Set(Object.values(generic.profile.headings).flat().map(normaliseHeading));
  return headings.filter((heading) => headingKeys(heading, profile).some((key) => own.has(key) && !shared.has(key)));
}

function equallyWell(one: Recognised, other: Recognised, where: string): Refusal {
  const because = ({ profile, own }: Recognised): string =>
    `${profile.title} (it has ${own.map((heading) => `"${heading}"`).join(", ")})`;
  return new Refusal({
    what: `The export may come from ${because(one)} or from ${because(other)}.`,
    where,
    fix: `Say which with --source ${one.profile.name} or --source ${other.profile.name}.`,
  });
}
