import { type Parts, textOfPart } from "./parts.ts";
import { elementsOf } from "./xml.ts";

interface Relationship {
  readonly id: string;
  /** Last word of its type, such as `worksheet`. */
  readonly kind: string;
  /** Name of the part it leads to. */
  readonly target: string;
}

/** Where the relationships of a part stand; "" is the package itself. */
export function relationshipsPartOf(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** What a part leads to inside the package. */
export function relationshipsOf(parts: Parts, part: string): readonly Relationship[] {
  return elementsOf(textOfPart(parts, relationshipsPartOf(part))).flatMap(({ attributes }) => {
    const { Id: id, Type: type = "", Target: target, TargetMode: mode } = attributes;
    if (id === undefined || target === undefined || mode === "External") return [];
    return [{ id, kind: type.slice(type.lastIndexOf("/") + 1), target: resolve(part, target) }];
  });
}

function resolve(from: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const folders = from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") folders.pop();
    else if (step !== ".") folders.push(step);
  }
  return folders.join("/");
}
