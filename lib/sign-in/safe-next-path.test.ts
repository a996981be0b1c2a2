import { describe, expect, it } from "vitest";
import { safeNextPath } from "./safe-next-path";

describe("where sign-in may lead", () => {
  it.each([
    "/",
    "/messages",
    "/messages?status=failed#top",
    "/settings/api",
    "/a//b",
    "/?u=https://evil.com",
  ])("follows %j", (path) => {
    expect(safeNextPath(path)).toBe(path);
  });

  it.each([
    "//evil.com",
    "///evil.com",
    "/\\evil.com",
    "\\\\evil.com",
    "/\t/evil.com",
    "/\n/evil.com",
    "\t//evil.com",
    " //evil.com",
    "/.//evil.com",
    "/..//evil.com",
    "/a/..//evil.com",
    "/%2e//evil.com",
    "https://evil.com",
    "https:evil.com",
    "javascript:alert(1)",
    "data:text/html,x",
    "messages",
    "?next=/",
    "@evil.com",
    "",
    `/${"x".repeat(600)}`,
    null,
    undefined,
    ["/messages"],
    { toString: () => "/messages" },
  ])("does not follow %j", (value) => {
    expect(safeNextPath(value)).toBeNull();
  });

  it("never returns what a browser would read as another site", () => {
    for (const value of [
      "/a/%2f/evil.com",
      "/./a",
      "/a/../b",
      "/\u2028/evil.com",
      "/%5cevil.com",
    ]) {
      const path = safeNextPath(value);
      expect(new URL(path ?? "/", "https://ours.example").origin).toBe("https://ours.example");
    }
  });
});
