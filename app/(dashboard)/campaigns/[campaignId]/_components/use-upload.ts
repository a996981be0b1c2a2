"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useWords } from "@/components/language/use-words";
import { markSignedOut } from "@/components/shell/live-stream";
import { panelUrl, type UploadedRows } from "@/lib/operations/panel-contract";
import { maxFileBytes } from "@/lib/spreadsheets/contract";
import { recipientWords } from "../recipient-words";

/** How a file is to be read; what is not said is guessed. */
export interface ReadAs {
  encoding?: string;
  separator?: string;
  header?: "yes" | "no";
}

type UploadState =
  | { phase: "idle" }
  | { phase: "sending"; percent: number }
  | { phase: "reading" }
  | { phase: "failed"; sentence: string };

export interface Upload {
  state: UploadState;
  send: (file: File, readAs?: ReadAs) => void;
  cancel: () => void;
  /** The file that was read last, to read it again otherwise; only as long as this page stays. */
  last: { file: File; answer: UploadedRows } | undefined;
}

/** Sends a file to a campaign and says how far it is. The file is looked at by its size alone: the server reads it. */
export function useUpload(campaignId: string, onRead: () => void): Upload {
  const words = useWords(recipientWords);
  const [state, setState] = useState<UploadState>({ phase: "idle" });
  const [last, setLast] = useState<Upload["last"]>();
  const request = useRef<XMLHttpRequest>(undefined);
  useEffect(() => () => request.current?.abort(), []);

  const send = useCallback(
    (file: File, readAs: ReadAs = {}) => {
      const fail = (sentence: string) => setState({ phase: "failed", sentence });
      if (file.size === 0) return fail(words.empty);
      if (file.size > maxFileBytes) return fail(words.tooLarge((file.size / 1e6).toFixed(1)));
      request.current?.abort();
      const made = new XMLHttpRequest();
      request.current = made;
      made.upload.onprogress = ({ loaded, total }) => {
        setState({ phase: "sending", percent: Math.floor((100 * loaded) / total) });
      };
      made.upload.onload = () => setState({ phase: "reading" });
      made.onerror = () => fail(words.failed);
      made.onabort = () => setState({ phase: "idle" });
      made.onload = () => {
        if (made.status === 401) markSignedOut();
        const answer: unknown = made.response;
        if (made.status >= 300) return fail(detailOf(answer) ?? words.failed);
        setLast({ file, answer: answer as UploadedRows });
        setState({ phase: "idle" });
        onRead();
      };
      made.open("POST", uploadUrl(campaignId, file, readAs));
      // What a browser says of a file depends on what is installed; the server looks at the content itself.
      made.setRequestHeader("Content-Type", "text/csv");
      made.responseType = "json";
      setState({ phase: "sending", percent: 0 });
      made.send(file);
    },
    [campaignId, onRead, words],
  );
  const cancel = useCallback(() => request.current?.abort(), []);
  return { state, send, cancel, last };
}

function uploadUrl(campaignId: string, file: File, readAs: ReadAs): string {
  const query = new URLSearchParams({ file_name: file.name, ...readAs });
  const params = { campaign_id: campaignId };
  return panelUrl("/api/panel/campaigns/{campaign_id}/recipients", params, `?${query}`);
}

function detailOf(answer: unknown): string | undefined {
  const detail: unknown = answer && typeof answer === "object" && Reflect.get(answer, "detail");
  return typeof detail === "string" ? detail : undefined;
}
