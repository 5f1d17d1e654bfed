import * as z from "zod/mini";
import { FIELDS } from "../domain/field.ts";

const HEADINGS = Object.values(FIELDS) as [string, ...string[]];
const text = z.string().check(z.trim(), z.minLength(1));
const choice = z.string("must be one of the words that the policy has, as not-upheld").check(z.trim(), z.minLength(1));
const number = z.pipe(z.number(), z.transform(String));
/** An item's number may stand without quotation marks. */
const meaning = z.union([z.string().check(z.trim()), number]);
const code = z.string().check(z.regex(/^[A-Z0-9]{3}([A-Z0-9]{2})?$/, "must be an ODS code: 3 or 5 capital letters and digits"));

/** `ko41a.yaml`. Its JSON Schema is docs/ko41a.schema.json. */
export const ConfigFile = z.strictObject({
  organisation: z.optional(z.strictObject({ code, name: z.optional(text) })),
  period: z.optional(text),
  columns: z.optional(z.partialRecord(z.enum(HEADINGS), text)),
  values: z.optional(z.partialRecord(z.enum(HEADINGS), z.record(z.string(), meaning))),
  sites: z.optional(z.array(z.strictObject({ name: text, code }))),
  policies: z.optional(z.catchall(z.object({ smallNumbers: z.optional(z.union([text, number])) }), choice)),
  accepted: z.optional(
    z.array(
      z.strictObject({
        rule: text,
        site: z.optional(text),
        item: z.optional(
          z.string("must be the id of an item, as Complaints_Total_New; ko41a items lists them").check(z.trim(), z.minLength(1)),
        ),
        reference: z.optional(text),
        reason: text,
        by: z.optional(text),
      }),
    ),
  ),
});

export type ConfigFile = z.infer<typeof ConfigFile>;

/** The published JSON Schema, for editors that complete and check as one types. */
export function configJsonSchema(): string {
  const schema = z.toJSONSchema(ConfigFile, { target: "draft-2020-12", io: "input" });
  const titled = { $id: "ko41a.schema.json", title: "ko41a.yaml: what a trust says of its own export", ...schema };
  return `${JSON.stringify(titled, null, 2)}\n`;
}
