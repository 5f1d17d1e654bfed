import type { Shell } from "./shell.ts";

export interface Progress {
  readonly step: (words: string, share?: number) => void;
  readonly end: () => void;
}

/** Work shorter than this shows nothing. */
const PATIENCE = 700;
const WIDTH = 24;

/** A line on standard error that is rewritten; silent when that is no terminal. */
export function progressOn(shell: Shell, wanted: boolean, now: () => number): Progress {
  if (!wanted || !shell.errIsTerminal) return { step: () => {}, end: () => {} };
  const start = now();
  let shown = false;
  return {
    step: (words, share) => {
      if (now() - start < PATIENCE) return;
      shown = true;
      shell.err(`\r\u001b[2K${share === undefined ? "" : `${bar(share)} `}${words}`);
    },
    end: () => {
      if (shown) shell.err("\r\u001b[2K");
    },
  };
}

function bar(share: number): string {
  const done = Math.round(Math.min(1, Math.max(0, share)) * WIDTH);
  return `[${"#".repeat(done)}${"-".repeat(WIDTH - done)}]`;
}
