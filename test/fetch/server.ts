import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { complaints, GROUPS, HOME_VISITS, LOCATIONS, SERVICE_USERS, type Stored } from "./data.ts";
import { isSigned } from "./server-check.ts";

export interface Asked {
  readonly resource: string;
  readonly page: number;
  readonly params: URLSearchParams;
  status: number;
}

/** How a server differs from a good one that answers 10 a page and ignores attributes. */
export interface Quirks {
  readonly complaints?: readonly Stored[];
  /** Requests a second. */
  readonly rate?: number;
  /** What happens to the nth request, from 1, instead of an answer. */
  readonly fault?: (nth: number, asked: Asked) => "destroy" | "html" | "redirect" | number | null;
  readonly ignoresFilters?: boolean;
  /** Says that there are this many more than come. */
  readonly phantoms?: number;
}

export interface Server {
  readonly base: string;
  readonly asked: readonly Asked[];
  /** The requests for a resource that were answered. */
  readonly pagesOf: (resource: string) => readonly number[];
}

const PER_PAGE = 10;

/** A CareHQ of our own on this computer, gone when the test is. */
export async function careHq(now: () => number, quirks: Quirks = {}): Promise<Server> {
  const asked: Asked[] = [];
  const nonces = new Set<string>();
  const limit = limiter(now, quirks.rate ?? 1000);
  const server = createServer((request, response) => {
    const { pathname, searchParams: params } = new URL(request.url ?? "", "http://localhost");
    const one: Asked = { resource: pathname.replace(/^.*\/v1\//, ""), page: Number(params.get("page")), params, status: 0 };
    asked.push(one);
    const end = (status: number, body: string, headers: Record<string, string> = {}): void => {
      one.status = status;
      response.writeHead(status, { ...limit.headers(), ...headers }).end(body);
    };
    if (!limit.take()) return end(429, '{"hint": "gooseberry"}');
    if (!isSigned(request, nonces, now())) return end(401, '{"hint": "gooseberry"}');
    const fault = quirks.fault?.(asked.length, one) ?? null;
    if (fault === "destroy") return destroy(request, response);
    if (fault === "html") return end(200, "<html>gooseberry</html>");
    if (fault === "redirect") return end(302, "", { Location: "/elsewhere" });
    if (fault !== null) return end(fault, fault === 204 ? "" : '{"hint": "gooseberry"}');
    end(200, JSON.stringify(pageOf(one, quirks)), { "Content-Type": "application/json" });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    pagesOf: (resource) => asked.filter((one) => one.resource === resource && one.status === 200).map(({ page }) => page),
  };
}

function destroy(request: IncomingMessage, response: ServerResponse): void {
  response.destroy();
  request.socket.destroy();
}

function pageOf({ resource, page, params }: Asked, quirks: Quirks) {
  const lists: Readonly<Record<string, readonly Stored[]>> = {
    complaints: quirks.complaints ?? complaints(25),
    "home-visits": HOME_VISITS,
    locations: LOCATIONS,
    groups: GROUPS.filter(({ archived }) => archived === false || params.get("filters-archived") === "yes"),
    "service-users": SERVICE_USERS,
  };
  const all = lists[resource] ?? [];
  const chosen = quirks.ignoresFilters === true ? all : all.filter((item) => isChosen(item, params));
  return {
    items: chosen.slice((page - 1) * PER_PAGE, page * PER_PAGE),
    item_count: chosen.length + (resource === "complaints" ? (quirks.phantoms ?? 0) : 0),
    page,
    page_count: Math.ceil(chosen.length / PER_PAGE),
    per_page: PER_PAGE,
  };
}

function isChosen(item: Stored, params: URLSearchParams): boolean {
  const ids = params.getAll("filters-ids");
  const day = String(item.complaint_reported_date ?? item.date_time ?? "").slice(0, 10);
  const from = params.get("filters-start_date") ?? day;
  const to = params.get("filters-end_date") ?? day;
  return (ids.length === 0 || ids.includes(item._id)) && from <= day && day <= to;
}

/** So many requests in each whole second of the clock. */
function limiter(now: () => number, rate: number) {
  let second = 0;
  let left = rate;
  return {
    take: (): boolean => {
      const current = Math.floor(now() / 1000);
      if (current !== second) left = rate;
      second = current;
      left -= 1;
      return left >= 0;
    },
    headers: () => ({
      "X-CareHQ-RateLimit-Limit": String(rate),
      "X-CareHQ-RateLimit-Remaining": String(Math.max(0, left)),
      "X-CareHQ-RateLimit-Reset": `${second + 1}.0`,
    }),
  };
}
