"use client";

import Link from "next/link";
import { useWords } from "@/components/language/use-words";
import { SectionHeading } from "@/components/ui/heading";
import { listenerWords } from "../listener-words";

/** What is different about an endpoint that is a listener. */
export function ListenerSection() {
  const words = useWords(listenerWords);
  return (
    <section className="min-w-0">
      <SectionHeading title={words.title} lead={words.lead} />
      <p>
        <Link href="/docs/libraries#receive-events-on-your-machine" className="link">
          {words.more}
        </Link>
      </p>
    </section>
  );
}
