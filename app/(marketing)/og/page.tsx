import type { Metadata } from "next";
import { wordsOf } from "@/components/language/current-language";
import { Wordmark } from "@/components/shell/wordmark";
import { RulerDivider } from "../_components/ruler-divider";
import { RunLog } from "../_components/run-panel";
import { landingWords } from "../words";

export const metadata: Metadata = { title: "Depesza", robots: { index: false } };

/** The picture of a shared link, 1200 by 630 px, made of the front page's own parts. `npm run shots -- og` takes it. */
export default async function OpenGraphPage() {
  const words = await wordsOf(landingWords);
  return (
    <main
      id="frame"
      className="relative flex h-[630px] w-[1200px] max-w-full flex-col justify-between gap-6 overflow-hidden bg-paper p-12 max-sm:h-auto max-sm:p-4"
    >
      <div>
        <Wordmark href="/" />
        <h1 className="mt-5 max-w-[20ch] font-semibold text-[4rem] leading-[1.06] tracking-[-0.02em] max-sm:text-xl">
          {words.promise}
        </h1>
      </div>
      <div className="text-md">
        <RunLog run={words.run} />
        <RulerDivider />
      </div>
    </main>
  );
}
