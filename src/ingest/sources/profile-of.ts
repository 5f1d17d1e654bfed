import { FIELD_NAMES, type Field } from "../../domain/field.ts";
import type { SourceProfile } from "../../domain/source-profile.ts";
import { generic } from "./generic/index.ts";

/** A `profile.json` as it is written: what a system has not is left out. */
type ProfileFile = Pick<SourceProfile, "name" | "title" | "headings"> & {
  readonly [K in Exclude<
    keyof SourceProfile,
    "name" | "title" | "headings" | "orElse" | "codeInFront" | "codesBySpaces" | "oneValue"
  >]?: SourceProfile[K] | undefined;
} & { readonly [K in "orElse" | "codeInFront" | "codesBySpaces" | "oneValue"]?: readonly string[] | undefined };

/** A system's profile. Headings of the generic export are understood beside its own: trusts add columns to their exports. */
export function profileOf(file: ProfileFile): SourceProfile {
  const headings = FIELD_NAMES.map((field): [Field, readonly string[]] => [
    field,
    [...(file.headings[field] ?? []), ...(generic.profile.headings[field] ?? [])],
  ]);
  return {
    ...generic.profile,
    name: file.name,
    title: file.title,
    headings: Object.fromEntries(headings),
    tellTales: file.tellTales ?? [],
    alsoHas: file.alsoHas ?? [],
    values: file.values ?? {},
    readings: file.readings ?? [],
    onlyWhenNamed: file.onlyWhenNamed ?? false,
    headingsInBrackets: file.headingsInBrackets ?? false,
    orElse: fields(file.orElse),
    codeInFront: fields(file.codeInFront),
    codesBySpaces: fields(file.codesBySpaces),
    oneValue: fields(file.oneValue),
    ownId: file.ownId ?? null,
    noDates: file.noDates ?? [],
  };
}

function fields(names: readonly string[] = []): readonly Field[] {
  return FIELD_NAMES.filter((field) => names.includes(field));
}
