"use client";

import { Button } from "./ui/button";
import { PageHeading } from "./ui/heading";

interface FailedPageProps {
  /** Next's mark of the error, under which the server log has it. */
  digest?: string | undefined;
  retry: () => void;
}

/** What stands in a screen's place when it could not be made: what happened and what to do. */
export function FailedPage({ digest, retry }: FailedPageProps) {
  return (
    <section role="alert">
      <PageHeading
        title="This page could not be loaded"
        lead="Something broke on our side. Nothing you sent is lost; messages already accepted go on."
      />
      <Button onClick={retry}>Try again</Button>
      {digest && (
        <p className="mt-4 text-mute text-sm">
          If it stays like this, quote this to the administrator:{" "}
          <span className="font-mono">{digest}</span>
        </p>
      )}
    </section>
  );
}
