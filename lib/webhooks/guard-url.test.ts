import { describe, expect, test } from "vitest";
import { AppError } from "../core/errors";
import { forbiddenForms, forbiddenLiterals, forbiddenNames } from "../testing/forbidden-urls";
import { guardUrl } from "./guard-url";

function refusalOf(text: string): AppError {
  try {
    guardUrl(text);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error(`${text} was let through.`);
}

describe("an address webhooks must not go to is refused with a sentence", () => {
  const hosts = [...forbiddenLiterals, ...forbiddenNames];
  test.each([
    ...hosts.map((host) => `https://${host}/hook`),
    ...hosts.map((host) => `https://${host}:8443/hook`),
    ...forbiddenForms,
  ])("%s", (text) => {
    const { code, details } = refusalOf(text);
    expect(code).toBe("invalid_request");
    expect(details.fields?.["url"]).toEqual([expect.stringMatching(/^.+\.$/)]);
  });
});

test.each([
  "https://example.com",
  "https://example.com./hook",
  "https://hooks.example.com:8443/a?b=c",
  "https://example.com:443/",
  "https://metadata.example.com/",
  "https://localhost.example.com/",
  "https://8.8.8.8/",
  "https://[2606:4700:4700::1111]/",
  "https://zażółć.example.pl/hook",
])("a public one is let through: %s", (text) => {
  expect(guardUrl(text).href).toBe(new URL(text).href);
});

test("the reason names what is wrong", () => {
  expect(refusalOf("https://0x7f.1/").message).toBe(
    "127.0.0.1 is not a public address; webhooks go to public addresses only.",
  );
  expect(refusalOf("http://example.com/").message).toBe("Use an https:// URL.");
  expect(refusalOf("https://example.com:22/").message).toBe("Use port 443, 8443, 80, or 8080.");
});
