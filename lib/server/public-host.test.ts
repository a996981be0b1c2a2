import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isForeign, isVouchedFor } from "../actions/demand-same-origin";
import { publicOriginOf } from "../core/public-origin";
import { answerPage } from "./answer-page";

process.env["APP_URL"] = "https://sms.example.com";

/** Stands in for the process of the pages: says what our own check and Next's make of the request. */
const pages = createServer((request, response) => {
  const headers = new Headers(request.headers as Record<string, string>);
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  response.end(
    JSON.stringify({
      isForeign: isForeign(headers),
      isVouchedFor: isVouchedFor(headers),
      // Next compares the host of Origin with this one before it runs an action.
      isNextContent: new URL(headers.get("origin") ?? "").host === host,
      origin: publicOriginOf(headers),
    }),
  );
});
const folder = mkdtempSync(join(tmpdir(), "depesza-"));
const socket = join(folder, "pages");

const server = createServer((request, response) => void answerPage(socket, request, response));
let port: number;
beforeAll(async () => {
  await once(pages.listen(socket), "listening");
  await once(server.listen(0, "127.0.0.1"), "listening");
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.close();
  pages.close();
  rmSync(folder, { recursive: true });
});

/** A form as it arrives behind a proxy that puts its own name for us into `Host`. */
async function post(path: string, headers: Record<string, string>) {
  const request = send({
    port,
    path,
    method: "POST",
    headers: { host: "backend:3000", ...headers },
  });
  request.end("------x--");
  const [response] = (await once(request, "response")) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
}

const form = { "content-type": "multipart/form-data; boundary=----x" };
const script = { "content-type": "text/plain;charset=UTF-8", "next-action": "a".repeat(42) };
const fine = { isForeign: false, isVouchedFor: true, isNextContent: true };

describe("behind a proxy that rewrites Host and forwards nothing, with APP_URL set", () => {
  test.each(["/sign-in", "/sign-up", "/settings/api"])(
    "a form and an action of %s count as ours",
    async (path) => {
      for (const kind of [form, script]) {
        const origin = "https://sms.example.com";
        expect(await post(path, { ...kind, origin, "sec-fetch-site": "same-origin" })).toEqual({
          ...fine,
          origin,
        });
        // Older browsers send no Sec-Fetch-Site.
        expect(await post(path, { ...kind, origin })).toMatchObject(fine);
      }
    },
  );

  test("a form of another site does not, whatever it says", async () => {
    for (const origin of [
      "https://evil.example",
      "http://sms.example.com",
      "https://sms.example.com.evil.example",
      "https://sms.example.com:8443",
    ]) {
      const headers = { ...form, origin, "x-forwarded-host": new URL(origin).host };
      expect(await post("/sign-in", headers)).toMatchObject({
        isForeign: true,
        isVouchedFor: false,
        isNextContent: false,
      });
    }
  });

  test("a page that is opened by the server's own name goes on working", async () => {
    const headers = { ...form, origin: "http://backend:3000", "sec-fetch-site": "same-origin" };
    expect(await post("/sign-in", headers)).toMatchObject(fine);
  });
});
