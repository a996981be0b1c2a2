import Link from "next/link";
import { ButtonLink } from "@/components/ui/button-link";
import { CodeBlock } from "@/components/ui/code-block";
import { Snippet } from "../../(docs)/docs/_render/snippet";
import type { landingWords } from "../words";
import { SegmentMeter } from "./segment-meter";
import { Stages } from "./stages";

export type LandingWords = (typeof landingWords)["en"];

const answer = `{"message_id":"msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA","status":"queued",
 "from":"YourBrand","to":"48732129000","segments":1,"encoding":"GSM-7",
 "credits":1,"scheduled_at":null,"created_at":"2026-05-15T14:23:47.291Z",
 "client_ref":null,"test":false}`;

/** The promise on the left with the meter hanging under it, the request in five languages and what follows on the right. */
export function Hero({ words, isSignedIn }: { words: LandingWords; isSignedIn: boolean }) {
  return (
    <div className="grid grid-cols-1 gap-x-14 gap-y-10 pt-8 sm:pt-12 md:grid-cols-12">
      <div className="md:col-span-6 lg:col-span-5">
        <h1 className="max-w-[20ch] text-balance font-semibold text-display max-sm:text-xl">
          {words.promise}
        </h1>
        <p className="mt-4 max-w-[46ch] text-md text-mute">{words.lead}</p>
        <p className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-2">
          <ButtonLink
            href={isSignedIn ? "/overview" : "/sign-up"}
            prefetch={false}
            variant="primary"
            size="large"
          >
            {isSignedIn ? words.dashboard : words.signUp}
          </ButtonLink>
          {!isSignedIn && <span className="text-mute">{words.free}</span>}
          <Link href="/docs" prefetch={false} className="link max-sm:py-3">
            {words.read}
          </Link>
        </p>
        <section
          aria-labelledby="meter"
          className="mt-8 border-line border-l pl-5 lg:-ml-6 lg:pl-6"
        >
          <h2 id="meter" className="mb-3 font-semibold text-md">
            {words.meter}
          </h2>
          <SegmentMeter label={words.tryText} />
        </section>
      </div>
      <section aria-labelledby="request" className="min-w-0 md:col-span-6 lg:col-span-7">
        <h2 id="request" className="font-semibold text-md">
          {words.request}
        </h2>
        <div className="-mt-2">
          <Snippet call="first-request" />
        </div>
        <div className="-mt-px">
          <CodeBlock label={words.answer} code={answer} isCopyable={false} />
        </div>
        <Stages title={words.stages} />
      </section>
    </div>
  );
}
