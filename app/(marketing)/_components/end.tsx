import type { LandingWords } from "../words";
import { Actions } from "./actions";
import { Strip } from "./strip";

/** The end of the way: the strip is full, the next message is the reader's. */
export function End({ words, isSignedIn }: { words: LandingWords; isSignedIn: boolean }) {
  return (
    <section id="start" aria-labelledby="start-title" className="mt-16 mb-16">
      <Strip states={["done", "done", "done", "done"]} className="h-3 w-40" />
      <h2 id="start-title" className="mt-4 mb-5 max-w-[24ch] font-semibold text-xl">
        {words.endTitle}
      </h2>
      <Actions words={words} isSignedIn={isSignedIn} />
    </section>
  );
}
