import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds rulebook and templates, from a module that stands one folder below it. */
export function rootOf(moduleUrl: string): string {
  return path.dirname(path.dirname(fileURLToPath(moduleUrl)));
}
