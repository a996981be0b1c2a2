import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { api } from "../api/app";
import { sealSession, sessionCookie } from "../sessions/session-cookie";
import { invalidRequests, malformedRequests, strayRequests } from "../testing/malformed-requests";
import { type RawResponse, rawRequest, requestText } from "../testing/raw-request";
import { mintSignedIn } from "../testing/signed-in";
import { startApi } from "../testing/start-api";

process.env["APP_URL"] = "https://sms.example.com";
process.env["RATE_LIMIT_BURST"] = "0";
process.env["RATE_LIMIT_SUSTAINED"] = "0";

let server: Awaited<ReturnType<typeof startApi>>;
let signedIn: Record<string, string>;
beforeAll(async () => {
  server = await startApi();
  const { token, session } = await mintSignedIn();
  const cookie = `${sessionCookie().name}=${await sealSession(session.sessionId)}`;
  signedIn = { authorization: `Bearer ${token}`, cookie };
});
afterAll(() => server.stop());

const ask = (text: string) => rawRequest(server.url, text);

/** Every path of the API, with a value for each parameter. */
const paths = [...new Set(api.routes.map(({ path }) => path))]
  .filter((path) => !path.endsWith("/*"))
  .map((path) => path.replace(/\{[^}]*\}/g, "").replace(/:\w+/g, "msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA"));

const isStream = (path: string) => path === "/api/panel/stream";

function expectHarmless({ status, headers, body }: RawResponse, what: string, path = "") {
  expect(status, `${what} ${path}`).toBeGreaterThanOrEqual(invalidRequests.has(what) ? 400 : 200);
  expect(status, what).toBeLessThan(500);
  expect(body, what).not.toMatch(/\n\s+at /);
  expect(Object.fromEntries(headers), what).toMatchObject({
    "strict-transport-security": "max-age=63072000; includeSubDomains",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "cross-origin-resource-policy": "same-origin",
  });
}

describe("no malformed request makes the API fail, and every response carries the security headers", () => {
  test("the table of routes is walked", () => {
    expect(paths.length).toBeGreaterThan(25);
  });

  test.each(paths.filter((path) => !isStream(path)))(
    "%s",
    async (path) => {
      for (const credentials of [{}, signedIn]) {
        const plays = malformedRequests(path, credentials).map(async ([what, text]) =>
          expectHarmless(await ask(text), what, path),
        );
        await Promise.all(plays);
      }
    },
    60_000,
  );

  test("requests that belong to no path", async () => {
    for (const [what, text] of strayRequests()) expectHarmless(await ask(text), what);
  });
});

test("a health check that speaks HTTP 1.0 and names no host is answered", async () => {
  expect((await ask("GET /api/health/live HTTP/1.0\r\n\r\n")).status).toBe(200);
});

test("an offered upgrade is not taken, and the request is answered", async () => {
  const headers = { connection: "close, upgrade", upgrade: "h2c", "http2-settings": "x" };
  expect((await ask(requestText("GET /api/health/live", headers))).status).toBe(200);
});

describe("a body that is too large is answered with 413 and ends the connection while its client still writes", () => {
  const chunk = "a".repeat(65_536);
  const cases: [string, string, number][] = [
    ["/api/sms", "transfer-encoding: chunked", 413],
    ["/api/sms/batch", "transfer-encoding: chunked", 413],
    ["/api/tokens", "transfer-encoding: chunked", 413],
    ["/api/webhooks/simulator/x", "transfer-encoding: chunked", 413],
    ["/api/sms", "content-length: 250000000", 413],
    ["/api/sms/batch", "content-length: 250000000", 413],
    ["/api/health/live", "content-length: 250000000", 413],
    ["/api/nowhere", "content-length: 250000000", 413],
    ["/api/sms", "content-length: 250000000\r\nexpect: 100-continue", 413],
    // Nothing reads it, so nothing counts it: the response does not wait for it, and the connection ends all the same.
    ["/api/nowhere", "transfer-encoding: chunked", 404],
  ];
  test.each(cases)("%s with %s", async (path, framing, status) => {
    const isChunked = framing.startsWith("transfer");
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
    const head = `host: localhost\r\ncontent-type: application/json\r\nauthorization: ${signedIn["authorization"]}`;
    socket.write(`POST ${path} HTTP/1.1\r\n${head}\r\n${framing}\r\n\r\n`);
    let received = "";
    let writtenBytes = 0;
    await new Promise<void>((resolve) => {
      const write = () => {
        if (socket.destroyed || writtenBytes > 250_000_000) return;
        writtenBytes += chunk.length;
        socket.write(
          isChunked ? `10000\r\n${chunk}\r\n` : chunk,
          (error) => !error && setImmediate(write),
        );
      };
      socket.on("data", (data) => {
        received += data;
      });
      socket.on("error", () => {});
      socket.once("close", () => resolve());
      write();
    });
    expect(received).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(received.toLowerCase()).toContain("\r\nconnection: close\r\n");
    expect(writtenBytes).toBeLessThan(100_000_000);
  });
});
