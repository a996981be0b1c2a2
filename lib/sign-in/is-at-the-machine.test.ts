import { expect, test, vi } from "vitest";

const appUrl = vi.hoisted(() => ({ url: "http://localhost:3000" }));
vi.mock("../core/env", () => ({ appUrl: () => appUrl.url }));

const { isAtTheMachine } = await import("./_is-at-the-machine");

test.each([
  ["127.0.0.1", "http://localhost:3000", true],
  ["::1", "http://127.0.0.1:3000", true],
  ["::ffff:127.0.0.1", "http://[::1]:3000", true],
  ["192.168.1.7", "http://localhost:3000", false],
  ["203.0.113.9", "http://localhost:3000", false],
  [null, "http://localhost:3000", false],
  // A proxy on the same machine, which nobody has listed.
  ["127.0.0.1", "https://sms.example.com", false],
  ["127.0.0.1", "https://localhost.example.com", false],
])("a visitor from %s of %s is at the machine: %s", (address, url, isThere) => {
  appUrl.url = url;
  expect(isAtTheMachine({ address })).toBe(isThere);
});
