import { type Release, slots } from "../core/limits/slots";
import { tooManyAtOnce } from "../core/limits/too-many-at-once";
import { log } from "../core/log";
import { toAppError } from "../core/to-app-error";

const types = {
  csv: "text/csv; charset=utf-8",
  ndjson: "application/x-ndjson; charset=utf-8",
  pdf: "application/pdf",
} as const;

type Ending = keyof typeof types;

/** How many files one account, and all accounts together, may read from this process at once. */
const maxPerAccount = 2;
const maxPerProcess = 40;
/** A file beyond that waits this long for one to end, before it is refused. */
const maxWaitMs = 10_000;
const retryAfterMs = 10_000;
/** A reader that takes no page for this long is cut off, so that others get its place. */
const maxStallMs = 60_000;

interface Reader {
  accountId: string;
  method: string;
}

/**
 * A log or a ledger as a file to keep, streamed as it is read; its type follows from the name's ending.
 * `open` runs once there is a place for one more file. Throws rate_limited, and whatever `open` throws.
 */
export async function fileResponse(
  { accountId, method }: Reader,
  fileName: `${string}.${Ending}`,
  open: () => ReadableStream<Uint8Array> | Promise<ReadableStream<Uint8Array>>,
): Promise<Response> {
  const release = await acquirePlace(accountId);
  try {
    const content = hold(await open(), release);
    // Nobody reads the body of a HEAD request, and what is not read would keep its place.
    if (method === "HEAD") await content.cancel();
    return new Response(method === "HEAD" ? null : content, { headers: headersOf(fileName) });
  } catch (error) {
    release();
    throw error;
  }
}

function headersOf(fileName: `${string}.${Ending}`): Record<string, string> {
  const ending = fileName.slice(fileName.lastIndexOf(".") + 1) as Ending;
  return {
    "content-type": types[ending],
    "content-disposition": `attachment; filename="${fileName}"`,
  };
}

const places = slots({
  perKey: maxPerAccount,
  total: maxPerProcess,
  waitingPerKey: maxPerAccount,
  waitingTotal: maxPerProcess,
});

async function acquirePlace(accountId: string): Promise<Release> {
  const release = await places.acquire(accountId, maxWaitMs);
  if (release) return release;
  throw tooManyAtOnce("downloads", { max: maxPerAccount, retryAfterMs });
}

/** The same content; `release` is called when it was read, cancelled, has failed or its reader stalls. */
function hold(content: ReadableStream<Uint8Array>, release: Release): ReadableStream<Uint8Array> {
  const reader = content.getReader();
  let deadline: NodeJS.Timeout | undefined;
  const end = () => {
    clearTimeout(deadline);
    release();
  };
  const source: UnderlyingDefaultSource<Uint8Array> = {
    start: (controller) => watch(controller),
    async pull(controller) {
      clearTimeout(deadline);
      const { value, done } = await reader.read().catch((error) => {
        end();
        throw cutShort(error);
      });
      if (value) controller.enqueue(value);
      if (!done) return watch(controller);
      end();
      controller.close();
    },
    async cancel() {
      end();
      await reader.cancel();
    },
  };

  function watch(controller: ReadableStreamDefaultController<Uint8Array>): void {
    deadline = setTimeout(() => {
      end();
      controller.error(new Error("A download was not read on."));
      void reader.cancel();
    }, maxStallMs);
  }

  return new ReadableStream(source, { highWaterMark: 0 });
}

/** What the connection ends with; the reason, which may name statements, is for the log alone. */
function cutShort(error: unknown): Error {
  log().error({ err: toAppError(error).cause ?? error }, "a download broke off");
  return new Error("The download broke off.");
}
