"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useWords } from "@/components/language/use-words";
import { CopyButton } from "@/components/ui/copy-button";
import { SectionHeading } from "@/components/ui/heading";
import { useOrigin } from "@/components/use-origin";
import { tokenWords } from "../words";

/** What a program asks for that sends by Twilio's API: three values, under the names it has for them. */
export function TwilioValues({ accountSid }: { accountSid: string }) {
  const words = useWords(tokenWords).twilio;
  const origin = useOrigin();
  const docs = (
    <Link href="/docs/twilio" className="link max-sm:py-3">
      {words.docs}
    </Link>
  );
  return (
    <section className="mt-8">
      <SectionHeading title={words.title} lead={words.lead} actions={docs} />
      <dl>
        <Value term="Account SID">
          <Copied text={accountSid} label={words.copySid} />
        </Value>
        <Value term="Auth Token">{words.authToken}</Value>
        <Value term={words.baseUrl}>
          <Copied text={origin} label={words.copyUrl} />
        </Value>
      </dl>
    </section>
  );
}

function Value({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-1 items-baseline sm:grid-cols-[8rem_minmax(0,1fr)] gap-x-4 border-line border-b py-1.5 last:border-b-0">
      <dt className="text-mute">{term}</dt>
      <dd className="wrap-anywhere min-w-0">{children}</dd>
    </div>
  );
}

function Copied({ text, label }: { text: string; label: string }) {
  return (
    <span className="inline-flex max-w-full items-center gap-1">
      <code className="wrap-anywhere min-w-0 font-mono text-sm">{text}</code>
      <CopyButton text={text} label={label} isCompact className="max-sm:-my-3" />
    </span>
  );
}
