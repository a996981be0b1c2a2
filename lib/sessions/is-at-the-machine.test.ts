import { afterEach, expect, test, vi } from "vitest";
import { relayedHeader } from "../core/relayed-header";

const set = vi.hoisted(() => ({ appUrl: undefined as string | undefined, front: true }));
vi.mock("../core/env", () => ({
  env: () => ({ APP_URL: set.appUrl }),
  isBehindFrontDoor: () => set.front,
}));

const { isAtTheMachine } = await import("./is-at-the-machine");

afterEach(() => Object.assign(set, { appUrl: undefined, front: true }));

function from(address: string, host: string, more: Record<string, string> = {}): Headers {
  return new Headers({ "x-forwarded-for": address, host, ...more });
}

test.each([
  ["127.0.0.1", "localhost:3000", true],
  ["::1", "127.0.0.1:3000", true],
  ["::ffff:127.0.0.1", "[::1]:3000", true],
  ["192.168.1.7", "localhost:3000", false],
  ["203.0.113.9", "localhost:3000", false],
  ["unknown", "localhost:3000", false],
  // A foreign name that resolves to this machine.
  ["127.0.0.1", "sms.example.com:3000", false],
  ["127.0.0.1", "localhost.example.com", false],
])("a visitor from %s who asks %s is at the machine: %s", (address, host, isThere) => {
  expect(isAtTheMachine(from(address, host))).toBe(isThere);
});

test("nobody is at the machine through a proxy, with a public URL, or past the front door", () => {
  expect(isAtTheMachine(from("127.0.0.1", "localhost", { [relayedHeader]: "yes" }))).toBe(false);
  set.appUrl = "https://sms.example.com";
  expect(isAtTheMachine(from("127.0.0.1", "localhost"))).toBe(false);
  set.appUrl = "http://localhost:3000";
  expect(isAtTheMachine(from("127.0.0.1", "localhost"))).toBe(true);
  set.front = false;
  expect(isAtTheMachine(from("127.0.0.1", "localhost"))).toBe(false);
});
