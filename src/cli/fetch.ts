import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { LocalDate } from "../domain/local-date.ts";
import { Refusal } from "../domain/problem.ts";
import { fetchCareHq, type Kept } from "../fetch/fetch-carehq.ts";
import type { ResourceName } from "../fetch/listings.ts";
import type { World } from "../fetch/world.ts";
import { connectionFrom } from "./fetch-connection.ts";
import { readKept, refuseTaken, remove, writeWhole } from "./fetch-files.ts";
import { sayDone, sayGap, sayIgnored, sayNotes, sayResumed, wherefrom } from "./fetch-words.ts";
import type { Format } from "./options.ts";
import { progressOn } from "./progress.ts";
import { EXIT, type ExitCode, type Shell } from "./shell.ts";

export interface FetchOptions {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly out: string;
  readonly resource: ResourceName;
  readonly format: Format;
  readonly force?: boolean;
  readonly quiet?: boolean;
  readonly progress: boolean;
}

const PATIENCE = 30_000;

export function thisWorld(): World {
  return {
    now: () => Date.now(),
    sleep: (milliseconds) => pause(milliseconds),
    nonce: () => randomBytes(16),
    deadline: () => AbortSignal.timeout(PATIENCE),
    fetch: globalThis.fetch,
  };
}

/** The command `fetch carehq`: check, fetch, write, say. What was read is kept until the file is whole. */
export async function fetchSnapshot(
  options: FetchOptions,
  shell: Shell,
  environment: NodeJS.ProcessEnv,
  world: World,
): Promise<ExitCode> {
  const { from, to, out, resource, format } = options;
  const query = { resource, from, to };
  const note = (text: string): void => (options.quiet === true ? undefined : shell.err(text));
  if (from > to) throw new Refusal({ what: `--from ${from} lies after --to ${to}.`, fix: "Exchange them." });
  const connection = connectionFrom(environment);
  await refuseTaken(out, options.force === true);

  const part = `${out}.part`;
  const progress = progressOn(shell, options.progress && options.quiet !== true, world.now);
  let last: Kept | null = null;
  try {
    const { snapshot, items, hasBirthDates, gaps } = await fetchCareHq(query, connection, world, {
      part: await readKept(part),
      keep: async (kept) => {
        if (kept === null) await remove(part);
        else await writeWhole(part, kept.text);
        last = kept;
      },
      resumed: (kept) => {
        last = kept;
        note(sayResumed(kept));
      },
      ignored: (fault) => shell.err(sayIgnored(part, fault)),
      step: progress.step,
    });
    // Somebody may have put a file there meanwhile.
    await refuseTaken(out, options.force === true);
    await writeWhole(out, snapshot);
    await remove(part);
    progress.end();
    for (const gap of gaps) shell.err(sayGap(gap));
    if (format === "json") shell.out(`${JSON.stringify({ file: out, resource, from, to, items })}\n`);
    else if (options.quiet !== true) shell.out(sayDone(query, items, out));
    if (resource === "complaints") note(sayNotes(query, hasBirthDates));
    return EXIT.done;
  } catch (error) {
    throw withWhatIsKept(error, last, part);
  } finally {
    progress.end();
  }
}

function withWhatIsKept(error: unknown, kept: Kept | null, part: string): unknown {
  if (!(error instanceof Refusal) || kept === null) return error;
  return new Refusal(...error.problems, {
    what: `What was read so far is kept: ${kept.pages} ${kept.pages === 1 ? "page" : "pages"}.`,
    where: part,
    fix: `Run the same command again within a day: it goes on ${wherefrom(kept)}. Or delete the file.`,
  });
}
