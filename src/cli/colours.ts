import { Chalk } from "chalk";
import type { Colours } from "../write/report/console.ts";

export function coloursFor(terminal: boolean): Colours {
  return new Chalk({ level: terminal ? 1 : 0 });
}
