import { withStatementKind } from "./statement-kind";

interface Lines<Item> {
  /** Each page is made when it is asked for. */
  pages: AsyncGenerator<Item[], undefined>;
  toLine: (item: Item) => string;
  /** Comes before the first line. */
  heading?: string;
}

/** What the pages hold, a line each, as a stream in UTF-8. A reader who stops early ends the pages. */
export function streamLines<Item>({
  pages,
  toLine,
  heading = "",
}: Lines<Item>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      if (heading) controller.enqueue(encoder.encode(heading));
    },
    async pull(controller) {
      const { value, done } = await withStatementKind("bulk", () => pages.next());
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value.map(toLine).join("")));
    },
    async cancel() {
      await pages.return(undefined);
    },
  });
}
