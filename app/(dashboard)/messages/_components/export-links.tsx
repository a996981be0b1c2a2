"use client";

import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useWords } from "@/components/language/use-words";
import type { LogCount } from "@/lib/messages/log-contract";
import { panelFetch } from "../../_components/panel-fetch";
import { useLiveRefresh } from "../../_components/use-live-refresh";
import { logWords } from "../words";
import { type LogSearch, logQuery } from "./log-search";

/** Counting costs more than a list, and a number need not follow every message. */
const gatherMs = 3000;

interface ExportLinksProps {
  search: LogSearch;
  firstCount: LogCount;
}

/** Leads to all messages that pass the filters as a file, and says before how many they are. */
export function ExportLinks({ search, firstCount }: ExportLinksProps) {
  const words = useWords(logWords);
  const query = logQuery(search, { before: undefined, after: undefined });
  const queryKey = ["log count", query];
  const { data: count } = useQuery({
    queryKey,
    queryFn: () => panelFetch<LogCount>(`/api/panel/messages/count${query}`),
    initialData: firstCount,
    // Another page of the log brings a count of its own, which is newer than a remembered one.
    gcTime: 0,
  });
  useLiveRefresh(queryKey, { gatherMs });
  return (
    <p
      title={words.exportMeaning}
      className="flex min-h-8 flex-wrap items-center gap-x-3 text-mute max-sm:min-h-11"
    >
      <Download className="size-4" aria-hidden="true" />
      <span>{words.export(count.messages, count.has_more)}</span>
      {(["csv", "ndjson"] as const).map((format) => (
        <a
          key={format}
          href={`/api/panel/messages.${format}${query}`}
          download
          className="link max-sm:inline-flex max-sm:h-11 max-sm:items-center"
        >
          {format.toUpperCase()}
          <span className="sr-only">, {words.exportMeaning}</span>
        </a>
      ))}
    </p>
  );
}
