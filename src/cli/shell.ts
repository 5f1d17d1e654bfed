import type { Ask } from "./ask.ts";

/** What the program may touch of the world: given by bin, replaced by tests. */
export interface Shell {
  /** The folder that holds rulebook and templates. */
  readonly root: string;
  readonly version: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Standard error is a terminal that a progress line can be rewritten on. */
  readonly errIsTerminal: boolean;
  readonly outIsTerminal: boolean;
  readonly columns: number;
  /** Puts a question to the person at the terminal; not there without one. */
  readonly ask?: Ask;
}

export const EXIT = { done: 0, findings: 1, refused: 2 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** How a command hands over its exit code. */
export type Finish = (code: ExitCode) => void;
