import { createServer, type ServerResponse } from "node:http";
import { afterEach, expect, test } from "vitest";
import { loadScriptsLater } from "./load-scripts-later";
import { loopbackOf } from "./loopback-of";

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** What a client gets of a response that Next would write so. */
async function received(write: (response: ServerResponse) => void): Promise<string> {
  const server = createServer((_, response) => {
    loadScriptsLater(response);
    write(response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  return (await fetch(`http://${loopbackOf("127.0.0.1")}:${port}`)).text();
}

const script = '<script src="/_next/static/chunks/1.js" async="" nonce="a"></script>';
const later = '<script src="/_next/static/chunks/1.js" type="text/later" nonce="a"></script>';
const asPage = (response: ServerResponse) =>
  response.setHeader("content-type", "text/html; charset=utf-8");

test("a script waits wherever the page was cut in two, even within its tag or a letter", async () => {
  const page = Buffer.from(`<p>zażółć</p>${script}<p>1</p>`);
  const cuts = [6, 20, 30, page.length - 3];
  for (const cut of cuts) {
    const body = await received((response) => {
      asPage(response);
      response.write(page.subarray(0, cut));
      response.end(page.subarray(cut));
    });
    expect(body).toBe(`<p>zażółć</p>${later}<p>1</p>`);
  }
});

test("both orders of the attributes are known, and other scripts stay as they are", async () => {
  const other =
    '<script nonce="a">1</script><script src="/_next/a.js" noModule="" nonce="a"></script>';
  const body = await received((response) => {
    asPage(response);
    response.end(`<script src="/_next/static/chunks/1.js" nonce="a" async=""></script>${other}`);
  });
  expect(body).toBe(
    `<script src="/_next/static/chunks/1.js" nonce="a" type="text/later"></script>${other}`,
  );
});

test("what is no page, and a page beyond 1 MB, passes as it was written", async () => {
  const flight = await received((response) => {
    response.setHeader("content-type", "text/x-component");
    response.end(script);
  });
  expect(flight).toBe(script);
  const long = `${script}${"a".repeat(1_200_000)}`;
  const page = await received((response) => {
    asPage(response);
    response.write(long);
    response.end(script);
  });
  expect(page).toBe(`${long}${script}`);
});
