import { env } from "./env";
import { AppError } from "./errors";
import { slots } from "./limits/slots";
import { once } from "./once";
import { coreSentences } from "./sentences";
import { withStatementKind } from "./statement-kind";

interface Lines<Item> {
  /** Each page is made when it is asked for. */
  pages: AsyncGenerator<Item[], undefined>;
  toLine: (item: Item) => string;
  /** Comes before the first line. */
  heading?: string;
}

/** Most pages that are read at once, and the longest that one waits for its turn. */
const maxPagesAtOnce = 2;
const maxPageWaitMs = 60_000;

/**
 * What the pages hold, a line each, as a stream in UTF-8. A page is read when the reader asks for it and not
 * before, so a reader that stops holds no database connection. All streams of the process take turns for at
 * most two of them. A reader who stops early ends the pages.
 */
export function streamLines<Item>({
  pages,
  toLine,
  heading = "",
}: Lines<Item>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const source: UnderlyingDefaultSource<Uint8Array> = {
    start(controller) {
      if (heading) controller.enqueue(encoder.encode(heading));
    },
    async pull(controller) {
      const { value, done } = await inTurn(() => withStatementKind("bulk", () => pages.next()));
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value.map(toLine).join("")));
    },
    async cancel() {
      await pages.return(undefined);
    },
  };
  return new ReadableStream(source, { highWaterMark: 0 });
}

const turns = once(() => {
  const atOnce = Math.max(1, Math.min(maxPagesAtOnce, Math.floor(env().DATABASE_POOL / 4)));
  return slots({ perKey: atOnce, total: atOnce, waitingPerKey: 1000, waitingTotal: 1000 });
});

/** Each stream asks for one page at a time, so first come, first served is fair to all of them. */
function inTurn<T>(readPage: () => Promise<T>): Promise<T> {
  const refuse = () => new AppError("unavailable", coreSentences.tooManyFiles);
  return turns().run("", { maxWaitMs: maxPageWaitMs, refuse }, readPage);
}
