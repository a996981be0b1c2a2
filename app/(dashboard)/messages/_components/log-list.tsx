"use client";

import { useWords } from "@/components/language/use-words";
import { Notice } from "@/components/ui/notice";
import type { LogPage } from "@/lib/message-log/log-contract";
import { logWords } from "../words";
import type { Density } from "./density";
import { isFiltered, type LogSearch } from "./log-search";
import { LogSteps } from "./log-steps";
import { MessageTable } from "./message-table";
import type { FilterChoices } from "./more-filters";
import { NewPill } from "./new-pill";
import { NoMatch } from "./no-match";
import { NoMessages } from "./no-messages";
import type { Cancelling } from "./use-cancel";
import { useLog } from "./use-log";
import { useRowKeys } from "./use-row-keys";

interface LogListProps {
  firstPage: LogPage;
  search: LogSearch;
  density: Density;
  /** The message in the drawer. */
  openId: string | null;
  onOpen: (messageId: string) => void;
  choices: FilterChoices;
  cancelling: Pick<Cancelling, "cancel" | "isPending">;
}

/** The rows of one address of the log, with what leads to newer and older ones. */
export function LogList(props: LogListProps) {
  const { firstPage, search, density, openId, onOpen, choices, cancelling } = props;
  const words = useWords(logWords);
  const { rows, waiting, hasOlder, searchedTo, error, showNew } = useLog(firstPage, search);
  useRowKeys({ rows, onOpen });
  return (
    <>
      {error && (
        <div className="mb-4">
          <Notice tone="warn" role="status" title={words.stale}>
            {words.staleMeaning}
          </Notice>
        </div>
      )}
      <NewPill count={waiting} onShow={showNew} />
      {rows.length > 0 && (
        <MessageTable
          // What has been pulled up was measured in rows of one height.
          key={density}
          rows={rows}
          density={density}
          openId={openId}
          onOpen={onOpen}
          {...cancelling}
        />
      )}
      {rows.length === 0 &&
        (isFiltered(search) ? (
          <NoMatch search={search} choices={choices} isSoFar={searchedTo !== null} />
        ) : (
          <NoMessages />
        ))}
      <LogSteps
        search={search}
        newer={firstPage.has_newer ? rows[0]?.message_id : undefined}
        older={hasOlder ? rows.at(-1)?.message_id : undefined}
        searchedTo={searchedTo}
      />
    </>
  );
}
