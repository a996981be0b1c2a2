import { CodeBlock } from "@/components/ui/code-block";
import type { LandingWords } from "../words";
import { Actions } from "./actions";
import { RunPanel } from "./run-panel";

interface HeroProps {
  words: LandingWords;
  isSignedIn: boolean;
  isService: boolean;
}

/** What it is, the way in, and one message from its request to the webhook. */
export function Hero({ words, isSignedIn, isService }: HeroProps) {
  return (
    <div id="send" className="grid grid-cols-1 gap-x-14 gap-y-8 pt-8 sm:pt-12 md:grid-cols-12">
      <div className="min-w-0 md:col-span-6 lg:col-span-5">
        <h1 className="max-w-[20ch] text-balance font-semibold text-display max-sm:text-xl">
          {isService ? words.servicePromise : words.promise}
        </h1>
        <p className="mt-4 mb-5 max-w-[46ch] text-md text-mute">{words.lead}</p>
        <Actions words={words} isSignedIn={isSignedIn} />
        {isService ? (
          !isSignedIn && <p className="mt-3 text-mute">{words.free}</p>
        ) : (
          <div className="mt-6 max-w-md">
            <CodeBlock label={words.clone} code="npm start" />
            <p className="mt-2 text-mute text-sm">{words.requirements}</p>
          </div>
        )}
      </div>
      <div className="min-w-0 md:col-span-6 lg:col-span-7">
        <RunPanel words={words} />
      </div>
    </div>
  );
}
