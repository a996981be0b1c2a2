import { makePdf } from "./make-pdf";
import type { PdfContent } from "./pdf-content";

/** A PDF file as a stream; it is made when somebody reads it. */
export function streamPdf(
  contents: AsyncGenerator<PdfContent[], undefined>,
): ReadableStream<Uint8Array> {
  const source: UnderlyingDefaultSource<Uint8Array> = {
    async pull(controller) {
      const { value, done } = await contents.next();
      if (done) return controller.close();
      for (const content of value) controller.enqueue(await makePdf(content));
    },
    async cancel() {
      await contents.return(undefined);
    },
  };
  return new ReadableStream(source, { highWaterMark: 0 });
}
