"use client";

import { Download } from "lucide-react";
import { useWords } from "@/components/language/use-words";
import type { LogCount } from "@/lib/message-log/log-contract";
import { panelUrl } from "@/lib/operations/panel-contract";
import { logWords } from "../words";
import { type LogSearch, logQuery } from "./log-search";

/** Leads to all messages that match the filters as a file, and says before how many they are. */
export function ExportLinks({ search, count }: { search: LogSearch; count: LogCount }) {
  const words = useWords(logWords);
  const query = logQuery(search, { before: undefined, after: undefined });
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
          href={panelUrl(`/api/panel/messages.${format}`, {}, query)}
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
