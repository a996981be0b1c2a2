import Link from "next/link";
import { SendExample } from "@/components/send-example";
import { PublicHeader } from "@/components/shell/public-header";
import { SkipLink } from "@/components/shell/skip-link";
import { StatusBadge } from "@/components/status-badge";
import { statusWords } from "@/components/status-words";
import { ButtonLink } from "@/components/ui/button-link";
import { CodeBlock } from "@/components/ui/code-block";
import { RulerDivider } from "./_components/ruler-divider";
import { SegmentMeter } from "./_components/segment-meter";

const facts = [
  [
    "100 credits at once",
    "An account starts with 100 free credits. One credit is one segment. No card, no contract.",
  ],
  [
    "No carrier needed to begin",
    "A fresh installation comes with a simulator: it takes messages, delivers them after a second, and fails on request.",
  ],
  [
    "Each message once",
    "Give a request an idempotency key, and a retry gets the first answer again instead of a second message.",
  ],
  [
    "Later, too",
    "scheduled_at takes a time up to 35 days ahead. Until it leaves, a message can be cancelled and its credits come back.",
  ],
  [
    "You see it arrive",
    "Every state of every message is in the log within a second, and in GET /api/sms/{message_id}.",
  ],
  ["Yours to run", "One command starts it on your own machine, database included. Apache-2.0."],
] as const;

const answer = `{
  "message_id": "msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA",
  "status": "queued",
  "from": "YourBrand",
  "to": "48732129000",
  "segments": 1,
  "encoding": "GSM-7",
  "credits": 1,
  "scheduled_at": null,
  "created_at": "2026-05-15T14:23:47.291Z",
  "client_ref": null,
  "test": false
}`;

/** The front page: one promise, the meter to try and the request to copy. */
export default function LandingPage() {
  return (
    <>
      <SkipLink />
      <PublicHeader />
      <main id="content" className="mx-auto max-w-[76rem] px-4 sm:px-6">
        <div className="py-10 sm:py-16">
          <h1 className="max-w-[22ch] font-semibold text-display max-sm:text-xl">
            Send an SMS with one request, and watch it arrive.
          </h1>
          <p className="mt-5 max-w-[58ch] text-md text-mute">
            Depesza is an SMS platform you can run yourself: sign up with an e-mail address, make a
            token, send. The first message takes as long as typing it.
          </p>
          <p className="mt-7 flex flex-wrap items-center gap-x-5 gap-y-3">
            <ButtonLink href="/sign-up" prefetch={false} variant="primary" size="large">
              Sign up
            </ButtonLink>
            <span className="text-mute">100 free credits. No card.</span>
            <Link href="/docs" prefetch={false} className="link max-sm:py-3">
              Read the documentation
            </Link>
          </p>
        </div>
        <Proof />
        <RulerDivider />
        <Facts />
      </main>
      <Footer />
    </>
  );
}

function Proof() {
  return (
    <div className="grid grid-cols-1 gap-x-14 gap-y-10 md:grid-cols-12">
      <section aria-labelledby="meter" className="md:col-span-6 lg:-ml-6">
        <h2 id="meter" className="mb-4 font-semibold text-lg lg:pl-6">
          What a text costs, before it is sent
        </h2>
        <div className="lg:border-line lg:border-l lg:pl-6">
          <SegmentMeter />
        </div>
        <Stages />
      </section>
      <section aria-labelledby="request" className="min-w-0 md:col-span-6">
        <h2 id="request" className="mb-4 font-semibold text-lg">
          The request, and its answer
        </h2>
        <SendExample />
        <div className="-mt-px">
          <CodeBlock label="200 OK" code={answer} isCopyable={false} />
        </div>
      </section>
    </div>
  );
}

const stages = ["queued", "sent", "delivered"] as const;

function Stages() {
  return (
    <>
      <h2 className="mt-10 mb-3 font-semibold text-lg lg:pl-6">Then, live in the log</h2>
      <ol className="lg:pl-6">
        {stages.map((status) => (
          <li
            key={status}
            className="grid grid-cols-[7.5rem_minmax(0,1fr)] border-line border-t py-2.5 text-md"
          >
            <StatusBadge status={status} />
            <span className="text-mute">{statusWords[status].meaning}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

function Facts() {
  return (
    <dl className="mb-16">
      {facts.map(([term, fact]) => (
        <div key={term} className="grid gap-x-14 gap-y-1 border-line border-b py-4 md:grid-cols-12">
          <dt className="font-semibold text-md md:col-span-4">{term}</dt>
          <dd className="max-w-[68ch] text-md text-mute md:col-span-8">{fact}</dd>
        </div>
      ))}
    </dl>
  );
}

function Footer() {
  return (
    <footer className="border-line border-t">
      <div className="mx-auto flex max-w-[76rem] flex-wrap gap-x-6 gap-y-2 px-4 py-6 text-mute sm:px-6">
        <span>Depesza, an SMS platform anyone can run.</span>
        <span>Open source under the Apache License 2.0.</span>
        <Link href="/docs" prefetch={false} className="link max-sm:py-3">
          Documentation
        </Link>
      </div>
    </footer>
  );
}
