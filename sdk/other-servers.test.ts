import { createServer, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findLibraryPrograms, inEveryLibrary, type LibraryPrograms } from "@/lib/testing/sdk-stage";
import { startReceiver } from "@/lib/testing/start-receiver";

const timeout = 100_000;
const token = "actio_live_any";
const message = { from: "YourBrand", to: "48732129000", body: "Your parcel is on its way." };
let programs: LibraryPrograms;

beforeAll(async () => {
  programs = await findLibraryPrograms();
}, timeout);

afterAll(() => programs?.close());

/** A server of another kind than the API. `requests` has the time of each. */
async function behind(
  answers: RequestListener[],
  prove: (url: string, requests: number[]) => Promise<void>,
): Promise<void> {
  const requests: number[] = [];
  const server = createServer((request, response) => {
    requests.push(Date.now());
    answers[Math.min(requests.length, answers.length) - 1]?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await prove(`http://127.0.0.1:${port}`, requests).finally(() => {
    server.closeAllConnections();
    server.close();
  });
}

function refusal(status: number, retryAfter: string): RequestListener {
  return (_request, response) => {
    response.writeHead(status, { "retry-after": retryAfter }).end("Later.");
  };
}

const account: RequestListener = (_request, response) => {
  response.writeHead(200, { "content-type": "application/json" }).end('{"credits":7}');
};

/** Writes slowly enough that no single read takes long, for three seconds. */
async function trickle(response: ServerResponse, part: string): Promise<void> {
  for (let count = 0; count < 60 && !response.destroyed; count++) {
    response.socket?.write(part);
    await pause(50);
  }
}

describe.concurrent("each library, of a server that is in the way,", () => {
  test("waits until the date in Retry-After", { timeout }, async () => {
    await inEveryLibrary(async (library) => {
      const until = new Date(Date.now() + 3000).toUTCString();
      await behind([refusal(429, until), account], async (url, requests) => {
        const { value } = await programs.run(library, { command: "account", token, url });
        expect(value.credits).toBe(7);
        expect(requests[1]).toBeGreaterThanOrEqual(Date.parse(until) - 20);
      });
    });
  });

  test("waits for a while even if Retry-After is 0 or over", { timeout }, async () => {
    await inEveryLibrary(async (library) => {
      const over = new Date(0).toUTCString();
      const answers = [refusal(409, "0"), refusal(503, over), account];
      await behind(answers, async (url, requests) => {
        const { value } = await programs.run(library, { command: "account", token, url });
        expect(value.credits).toBe(7);
        const [first = 0, second = 0, third = 0] = requests;
        expect(second - first).toBeGreaterThan(240);
        expect(third - second).toBeGreaterThan(490);
      });
    });
  });

  test("leaves a wait of more than a minute to its caller", { timeout }, async () => {
    const inAnHour = new Date(Date.now() + 3_600_000).toUTCString();
    await inEveryLibrary(async (library) => {
      for (const retryAfter of ["3600", "99999999999999999999", inAnHour]) {
        await behind([refusal(429, retryAfter)], async (url, requests) => {
          const wanted = { command: "send", input: message, token, url };
          const { value } = await programs.run(library, wanted);
          expect(value.error).toMatchObject({ status: 429, code: "unknown" });
          expect(requests).toHaveLength(1);
        });
      }
    });
  });

  test("reads no response without an end", { timeout }, async () => {
    const endless: RequestListener = (_request, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      const write = () => {
        while (!response.destroyed && response.write(" ".repeat(65_536)));
      };
      response.on("drain", write);
      write();
    };
    await inEveryLibrary((library) =>
      behind([endless], async (url, requests) => {
        const { value } = await programs.run(library, { command: "account", token, url });
        expect(value.error).toMatchObject({ status: 200, code: "response_too_large" });
        expect(requests).toHaveLength(1);
      }),
    );
  });

  test("takes half a file for no response", { timeout }, async () => {
    const file = "number,sender,reason\n48732129000,,";
    const half: RequestListener = (_request, response) => {
      response.writeHead(200, { "content-type": "text/csv", "content-length": file.length });
      response.write(file.slice(0, 21), () => response.destroy());
    };
    const whole: RequestListener = (_request, response) => {
      response.writeHead(200, { "content-type": "text/csv" }).end(file);
    };
    await inEveryLibrary((library) =>
      behind([half, whole], async (url) => {
        const { value } = await programs.run(library, { command: "csv", token, url });
        expect(value).toBe(file);
      }),
    );
  });

  test("ends at the timeout if nothing comes, or a little at a time", { timeout }, async () => {
    const head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    const nothing: RequestListener = () => {};
    const slowHeaders: RequestListener = async (_request, response) => {
      response.socket?.write(head);
      await trickle(response, "X-Other: b\r\n");
      response.socket?.end("\r\n{}");
    };
    const slowBody: RequestListener = async (_request, response) => {
      response.socket?.write(`${head}\r\n`);
      await trickle(response, " ");
      response.socket?.end("{}");
    };
    await inEveryLibrary(async (library) => {
      for (const answer of [nothing, slowHeaders, slowBody]) {
        await behind([answer], async (url) => {
          const wanted = { command: "template", token, url, timeoutMs: 300 };
          const { value } = await programs.run(library, wanted);
          expect(value.error).toMatchObject({ status: 0, code: "no_response" });
        });
      }
    });
  });

  test("takes the token nowhere else by a redirect", { timeout }, async () => {
    const elsewhere = await startReceiver();
    const redirect: RequestListener = (_request, response) => {
      response.writeHead(302, { location: elsewhere.url }).end();
    };
    await inEveryLibrary((library) =>
      behind([redirect], async (url) => {
        const { value } = await programs.run(library, { command: "account", token, url });
        expect(value.error).toMatchObject({ status: 302 });
      }),
    );
    expect(elsewhere.requests).toEqual([]);
    await elsewhere.close();
  });
});
