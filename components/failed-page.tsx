"use client";

import type { Words } from "@/lib/language/language";
import { useWords } from "./language/use-words";
import { Button } from "./ui/button";
import { PageHeading } from "./ui/heading";
import { uiWords } from "./ui/words";

const en = {
  title: "This page could not be loaded",
  lead: "Internal server error. Nothing you sent is lost; messages already accepted go on.",
  retry: "Try again",
};

const failedWords: Words<typeof en> = {
  en,
  pl: {
    title: "Nie udało się wczytać tej strony",
    lead: "Coś się zepsuło po naszej stronie. Nic z wysłanych rzeczy nie zginęło; przyjęte wiadomości idą dalej.",
    retry: "Spróbuj ponownie",
  },
};

interface FailedPageProps {
  /** Next's mark of the error, under which the server log has it. */
  digest?: string | undefined;
  retry: () => void;
}

/** What stands in a screen's place when it could not be made: what happened and what to do. */
export function FailedPage({ digest, retry }: FailedPageProps) {
  const words = useWords(failedWords);
  const { quote } = useWords(uiWords);
  return (
    <section role="alert">
      <PageHeading title={words.title} lead={words.lead} />
      <Button onClick={retry}>{words.retry}</Button>
      {digest && (
        <p className="mt-4 text-mute text-sm">
          {quote} <span className="font-mono">{digest}</span>
        </p>
      )}
    </section>
  );
}
