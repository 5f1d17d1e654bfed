import { createHash } from "node:crypto";
import * as z from "zod/mini";
import type { Connection } from "./caller.ts";
import type { Listing } from "./listings.ts";
import type { Query } from "./query.ts";
import type { Reading } from "./read-all.ts";

const SCHEMA = "ko41a-carehq-part/1";
/** What was read longer ago than this may have changed since: open complaints get closed. */
const FRESH = 24 * 60 * 60 * 1000;

export type PartFault = "damaged" | "of another request" | "more than a day old";

/** The file beside the snapshot while it is not whole yet, as text. */
export function partText<T>(reading: Reading<T>, query: Query, connection: Connection, now: number): string {
  return `${JSON.stringify({ ...headOf(query, connection), saved: new Date(now).toISOString(), ...reading })}\n`;
}

/** How far an earlier run of the same request came. */
export function readPart<T>(
  text: string,
  listing: Listing<T>,
  query: Query,
  connection: Connection,
  now: number,
): Reading<T> | PartFault {
  const value = jsonOf(text);
  const head = Head.safeParse(value);
  if (!head.success) return "damaged";
  const { saved, ...asked } = head.data;
  if (JSON.stringify(asked) !== JSON.stringify(headOf(query, connection))) return "of another request";
  if (Math.abs(now - Date.parse(saved)) > FRESH) return "more than a day old";
  const body = z.object({ ...Body, items: z.array(listing.item) }).safeParse(value);
  return body.success ? { ...body.data, paused: Math.abs(now - Date.parse(saved)) } : "damaged";
}

const Head = z.object({
  schema: z.literal(SCHEMA),
  resource: z.string(),
  from: z.string(),
  to: z.string(),
  host: z.string(),
  /** Two systems may stand behind one host. */
  root: z.string(),
  account: z.string(),
  saved: z.iso.datetime(),
});

const count = z.int().check(z.gte(0));
const Body = { pages: count, pageCount: count, itemCount: count, finished: z.boolean(), outside: z.array(z.string()) };

/** The account is known again, not told. */
function headOf({ resource, from, to }: Query, { address, keys }: Connection): Omit<z.infer<typeof Head>, "saved"> {
  const account = createHash("sha256").update(keys.accountId, "utf8").digest("hex");
  return { schema: SCHEMA, resource, from, to, host: address.host, root: address.root, account };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
