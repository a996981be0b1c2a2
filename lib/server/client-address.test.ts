import type { IncomingMessage } from "node:http";
import { beforeAll, describe, expect, test } from "vitest";
import { clientOf, isRelayed } from "./client-address";

beforeAll(() => {
  process.env["TRUSTED_PROXIES"] = "10.0.0.0/8, fd00::/8";
});

function from(remoteAddress: string, headers: Record<string, string> = {}): IncomingMessage {
  return { socket: { remoteAddress }, headers } as unknown as IncomingMessage;
}

describe("the client's address", () => {
  test("is the socket's, and forwarded headers of strangers count for nothing", () => {
    const forged = { "x-forwarded-for": "1.2.3.4", "x-forwarded-host": "evil.example" };
    expect(clientOf(from("203.0.113.9", forged))).toEqual({
      address: "203.0.113.9",
      forwardedHost: undefined,
      forwardedProto: undefined,
    });
  });

  test("behind a trusted proxy is the last hop that is not trusted, whatever the client wrote before it", () => {
    const headers = {
      "x-forwarded-for": "1.2.3.4, 203.0.113.9, 10.0.0.7",
      "x-forwarded-host": "sms.example.com",
      "x-forwarded-proto": "https",
    };
    expect(clientOf(from("10.1.2.3", headers))).toEqual({
      address: "203.0.113.9",
      forwardedHost: "sms.example.com",
      forwardedProto: "https",
    });
  });

  test("of a dual-stack socket is plain IPv4", () => {
    expect(clientOf(from("::ffff:203.0.113.9")).address).toBe("203.0.113.9");
    expect(clientOf(from("::ffff:10.1.2.3", { "x-forwarded-for": "2001:db8::1" })).address).toBe(
      "2001:db8::1",
    );
  });

  test.each([
    ["203.0.113.9:49152", "203.0.113.9"],
    ["[2001:db8::9]:49152", "2001:db8::9"],
    ["[2001:db8::9]", "2001:db8::9"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["unknown", "10.1.2.3"],
  ])(
    "behind a proxy that writes it as %s is %s, never what the client wrote before",
    (hop, address) => {
      const headers = { "x-forwarded-for": `1.2.3.4, ${hop}, 10.0.0.7` };
      expect(clientOf(from("10.1.2.3", headers)).address).toBe(address);
    },
  );

  test("a proxy that forwards nonsense is itself the client", () => {
    expect(clientOf(from("10.1.2.3", { "x-forwarded-for": "not an address" })).address).toBe(
      "10.1.2.3",
    );
    expect(clientOf(from("10.1.2.3")).address).toBe("10.1.2.3");
  });
});

test.each<[Record<string, string>, string, boolean]>([
  [{ host: "localhost:3000" }, "1.1", false],
  [{ host: "localhost:3000" }, "1.0", true],
  [{ "x-forwarded-for": "203.0.113.7" }, "1.1", true],
  [{ "x-forwarded-server": "sms.example.com" }, "1.1", true],
  [{ "x-real-ip": "203.0.113.7" }, "1.1", true],
  [{ forwarded: "for=203.0.113.7" }, "1.1", true],
  [{ via: "1.1 proxy" }, "1.1", true],
])(
  "whether a program stands between us and who sends %j by HTTP %s: %s",
  (headers, httpVersion, expected) => {
    expect(isRelayed({ ...from("127.0.0.1", headers), httpVersion } as IncomingMessage)).toBe(
      expected,
    );
  },
);
