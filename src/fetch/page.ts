import * as z from "zod/mini";
import type { Answer, Question } from "./answer.ts";
import { denied, unknownForm } from "./refusals.ts";

export interface Page<T> {
  readonly items: readonly T[];
  readonly itemCount: number;
  readonly pageCount: number;
}

/** More than any account has at 10 a page; a server that never comes to an end is left here. */
export const MOST_PAGES = 10_000;

const whole = z.int().check(z.gte(0));

/**
 * The door for everything that is fetched: what is not named in `item` does not come in. Null when there is no page.
 * @throws {Refusal} when the answer is a denial, or has another form
 */
export function readPage<T>(item: z.ZodMiniType<T>, answer: Answer, host: string, question: Question): Page<T> | null {
  if (answer.kind === "empty") return null;
  if (answer.kind === "denied") throw denied(answer, host, question);
  const result = z.object({ items: z.array(item), item_count: whole, page_count: whole }).safeParse(answer.value);
  if (!result.success) {
    const path = result.error.issues[0]?.path ?? [];
    throw unknownForm(host, question, path.map(String).join("."));
  }
  const { items, item_count, page_count } = result.data;
  return { items, itemCount: item_count, pageCount: page_count };
}
