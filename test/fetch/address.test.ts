import { describe, expect, test } from "vitest";
import { readAddress } from "../../src/fetch/address.ts";

describe("the base address", () => {
  test.each([
    ["https://api.carehq.co.uk/v1/", "api.carehq.co.uk", "https://api.carehq.co.uk/v1/"],
    ["https://api.carehq.co.uk/v1", "api.carehq.co.uk", "https://api.carehq.co.uk/v1/"],
    ["https://api.carehq.dev", "api.carehq.dev", "https://api.carehq.dev/v1/"],
    ["https://api.carehq.dev///", "api.carehq.dev", "https://api.carehq.dev/v1/"],
    ["https://gate.example/carehq/v1/", "gate.example", "https://gate.example/carehq/v1/"],
    ["http://localhost:8080", "localhost:8080", "http://localhost:8080/v1/"],
    ["http://127.0.0.1:1/v1", "127.0.0.1:1", "http://127.0.0.1:1/v1/"],
    ["http://[::1]:1", "[::1]:1", "http://[::1]:1/v1/"],
    ["http://0.0.0.0:1", "0.0.0.0:1", "http://0.0.0.0:1/v1/"],
  ])("%s", (text, host, root) => {
    expect(readAddress(text)).toEqual({ host, root });
  });

  test.each([
    ["http://api.carehq.co.uk/v1/", "travel readable"],
    ["http://localhost.example/v1/", "travel readable"],
    ["http://127.0.0.1.example/", "travel readable"],
    ["api.carehq.co.uk", "not a web address"],
    ["localhost:8080", "not a web address"],
    ["ftp://localhost/", "not a web address"],
    ["https://someone:gooseberry@api.carehq.co.uk/", "more than a host"],
    ["https://api.carehq.co.uk/v1/?key=gooseberry", "more than a host"],
    ["https://api.carehq.co.uk/#gooseberry", "more than a host"],
  ])("%s is refused, and not repeated", (text, why) => {
    const problem = readAddress(text);
    expect(problem).toMatchObject({ what: expect.stringContaining(why) });
    expect(JSON.stringify(problem)).not.toContain("gooseberry");
  });
});
