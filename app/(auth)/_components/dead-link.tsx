"use client";

import { useWords } from "@/components/language/use-words";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeading } from "@/components/ui/heading";
import { authWords } from "../words";

interface DeadLinkProps {
  /** Where to get a new one, and in which words. */
  href: string;
  words: string;
}

/** A mailed link that does nothing any more. */
export function DeadLink({ href, words }: DeadLinkProps) {
  const { title, lead } = useWords(authWords).dead;
  return (
    <>
      <PageHeading title={title} lead={lead} />
      <ButtonLink href={href} size="large">
        {words}
      </ButtonLink>
    </>
  );
}
