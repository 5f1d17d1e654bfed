import { realpath } from "node:fs/promises";
import path from "node:path";

/** Where a file is or would be, in one spelling whatever way its path is written. */
export async function placeOf(file: string): Promise<string> {
  const place = await realPlace(path.resolve(file));
  // Only where names differ by their capitals are there two files.
  return process.platform === "linux" ? place : place.toLowerCase();
}

async function realPlace(full: string): Promise<string> {
  try {
    return await realpath(full);
  } catch {
    const folder = path.dirname(full);
    return folder === full ? full : path.join(await realPlace(folder), path.basename(full));
  }
}

/** The first file that is at the place of one before it; null when each has its own. */
export async function firstTwice(files: readonly string[]): Promise<string | null> {
  const places = await Promise.all(files.map(placeOf));
  return files.find((_, at) => places.indexOf(places[at] ?? "") !== at) ?? null;
}
