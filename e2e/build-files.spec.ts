import { get, type IncomingHttpHeaders } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect } from "@playwright/test";
import { test } from "./fixtures";

interface Received {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** One exchange as it is on the wire: nothing is decompressed. */
function exchange(url: string, headers: Record<string, string> = {}, method = "GET") {
  return new Promise<Received>((resolve, reject) => {
    const request = get(url, { headers, method }, async (response) => {
      const parts: Buffer[] = [];
      for await (const part of response) parts.push(part);
      const { statusCode: status = 0 } = response;
      resolve({ status, headers: response.headers, body: Buffer.concat(parts) });
    });
    request.on("error", reject);
  });
}

async function scriptOf(baseURL: string): Promise<string> {
  const html = await (await fetch(baseURL)).text();
  const path = /\/_next\/static\/[^"]+\.js/.exec(html)?.[0];
  return new URL(path ?? "/no-script", baseURL).href;
}

test("scripts come compressed by the build, to be kept for a year, as each browser can read them", async ({
  baseURL,
}) => {
  const url = await scriptOf(String(baseURL));
  const plain = await exchange(url);
  const brotli = await exchange(url, { "accept-encoding": "gzip, deflate, br, zstd" });
  const gzip = await exchange(url, { "accept-encoding": "gzip, br;q=0" });
  expect(plain.headers).not.toHaveProperty("content-encoding");
  expect(brotli.headers["content-encoding"]).toBe("br");
  expect(gzip.headers["content-encoding"]).toBe("gzip");
  expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
  expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
  expect(brotli.body.length).toBeLessThan(gzip.body.length);
  for (const { status, headers } of [plain, brotli, gzip]) {
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      vary: "accept-encoding",
    });
  }
});

test("a file that a browser has is not sent again; a part of it can be had", async ({
  baseURL,
}) => {
  const url = await scriptOf(String(baseURL));
  const { headers, body } = await exchange(url);
  const known = await exchange(url, { "if-none-match": String(headers.etag) });
  expect(known.status).toBe(304);
  const part = await exchange(url, { range: "bytes=10-19" });
  expect(part.status).toBe(206);
  expect(part.body.equals(body.subarray(10, 20))).toBe(true);
  const head = await exchange(url, {}, "HEAD");
  expect([head.status, head.body.length]).toEqual([200, 0]);
});

test("no other file can be had by the address of the build's files", async ({ baseURL }) => {
  const outside = ["chunks/none.js", "..%2fBUILD_ID", "%2e%2e/BUILD_ID", "chunks", "", "%00", "%"];
  for (const path of outside) {
    const { status } = await exchange(`${baseURL}/_next/static/${path}`, {
      "accept-encoding": "br",
    });
    expect([path, status >= 300 && status < 500]).toEqual([path, true]);
  }
});

test("a page comes compressed, and names its stylesheet in the headers", async ({ baseURL }) => {
  const brotli = await exchange(String(baseURL), { "accept-encoding": "gzip, br" });
  const gzip = await exchange(String(baseURL), { "accept-encoding": "gzip" });
  expect(brotli.headers["content-encoding"]).toBe("br");
  expect(gzip.headers["content-encoding"]).toBe("gzip");
  for (const page of [brotliDecompressSync(brotli.body), gunzipSync(gzip.body)]) {
    expect(page.toString()).toMatch(/<\/html>$/);
  }
  const links = [brotli.headers["link"]].flat().join(", ");
  const [, path = "/no-stylesheet"] =
    /<(\/_next\/[^>]+\.css)>; rel=preload; as=style/.exec(links) ?? [];
  expect(gunzipSync(gzip.body).toString()).toContain(`<link rel="stylesheet" href="${path}"`);
});
