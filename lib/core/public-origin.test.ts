import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  delete process.env["APP_URL"];
  vi.resetModules();
});

async function originOf(headers: Record<string, string>, appUrl?: string): Promise<string> {
  if (appUrl) process.env["APP_URL"] = appUrl;
  const { publicOriginOf } = await import("./public-origin");
  return publicOriginOf(new Headers(headers));
}

test("APP_URL is the address to show, whatever a request says", async () => {
  expect(await originOf({ host: "10.0.0.5:3000" }, "https://sms.example.com/")).toBe(
    "https://sms.example.com",
  );
});

test("without APP_URL it is the host of the request, with the scheme a trusted proxy names", async () => {
  expect(await originOf({ host: "10.0.0.5:3000" })).toBe("http://10.0.0.5:3000");
  const forwarded = { "x-forwarded-host": "sms.example.com", "x-forwarded-proto": "https" };
  expect(await originOf({ host: "10.0.0.5:3000", ...forwarded })).toBe("https://sms.example.com");
});

test("a host that is no host is not shown", async () => {
  for (const host of ["x.example/$(reboot)", "a b", '"><script>']) {
    expect(await originOf({ host })).toBe("http://localhost:3000");
  }
});
