"use client";

import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { LiveDot } from "../../_components/live-dot";
import { CancelOutcome } from "./cancel-outcome";
import { MessageTable } from "./message-table";
import { NoMessages } from "./no-messages";
import { useCancel } from "./use-cancel";
import { type MessagePage, useLiveMessages } from "./use-live-messages";

/** The message log, newest first and live. */
export function MessageLog({ firstPage }: { firstPage: MessagePage }) {
  const { rows, freshIds, hasNextPage, isFetchingNextPage, fetchNextPage, error } =
    useLiveMessages(firstPage);
  const { outcome, ...cancelling } = useCancel();
  return (
    <>
      <PageHeading
        title="Messages"
        actions={
          <>
            <LiveDot />
            <ButtonLink href="/send" variant="primary" className="max-sm:hidden">
              Send a message
            </ButtonLink>
          </>
        }
      />
      <CancelOutcome outcome={outcome} />
      {error && (
        <div className="mb-4">
          <Notice tone="warn" role="status" title="The list may be out of date">
            {error.message} It is asked for again with the next change; reload to ask now.
          </Notice>
        </div>
      )}
      {rows.length === 0 ? (
        <NoMessages />
      ) : (
        <MessageTable rows={rows} freshIds={freshIds} {...cancelling} />
      )}
      {hasNextPage && (
        <div className="mt-4">
          <Button isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Older messages
          </Button>
        </div>
      )}
    </>
  );
}
