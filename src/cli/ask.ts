import { Refusal } from "../domain/problem.ts";

/** Puts a question to the person at the terminal; null when they closed it. */
export type Ask = (question: string) => Promise<string | null>;

/** An answer that can be used, or what is wrong with it. */
export type Checked<T> = { readonly answer: T } | { readonly wrong: string };

/** Tries before a person is left in peace. */
const TRIES = 5;

/**
 * Asks until the answer can be used. An empty answer is the default.
 * @throws {Refusal} when the person stops, or no answer can be used
 */
export async function askFor<T>(
  ask: Ask,
  question: string,
  fallback: string,
  check: (text: string) => Checked<T> | Promise<Checked<T>>,
): Promise<T> {
  let before = "";
  for (let tries = 0; tries < TRIES; tries++) {
    const said = await ask(`${before}${question}${fallback === "" ? "" : ` [${fallback}]`}: `);
    if (said === null) throw stopped();
    const checked = await check(said.trim() === "" ? fallback : said.trim());
    if ("answer" in checked) return checked.answer;
    before = `${checked.wrong}\n`;
  }
  throw stopped();
}

function stopped(): Refusal {
  return new Refusal({ what: "Stopped. Nothing was written.", fix: "Run ko41a init again when you are ready." });
}
