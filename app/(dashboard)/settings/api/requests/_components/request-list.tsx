import clsx from "clsx";
import { wordsOf } from "@/components/language/current-language";
import { OutsideText } from "@/components/outside-text";
import { Folded } from "@/components/ui/folded";
import { ExactTime } from "@/components/ui/time";
import type { RequestView } from "@/lib/request-log/contract";
import { type RequestWords, requestWords } from "../words";
import { RequestDetails } from "./request-details";

const row =
  "grid grid-cols-[minmax(0,1fr)] gap-x-4 gap-y-0.5 border-line border-t py-2 sm:grid-cols-[11rem_minmax(0,3fr)_minmax(0,2fr)]";

/** Requests, newest first: when, what with which outcome, by which token, and what they carried. */
export async function RequestList({ requests }: { requests: RequestView[] }) {
  const words = await wordsOf(requestWords);
  return (
    <ul aria-label={words.caption} className="border-line border-b text-sm">
      {requests.map((request) => (
        <li key={request.request_id} className={row}>
          <span className="text-mute">
            <ExactTime at={request.at} className="block tabular-nums" />
          </span>
          <Outcome request={request} words={words} />
          <Caller request={request} words={words} />
          <Folded summary={words.details} className="sm:col-start-2 sm:col-end-4">
            <RequestDetails request={request} />
          </Folded>
          {request.missed > 0 && (
            <p className="text-warn sm:col-start-2 sm:col-end-4">{words.missed(request.missed)}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

interface PartProps {
  request: RequestView;
  words: RequestWords;
}

function Outcome({ request: { method, path, status, code, duration_ms }, words }: PartProps) {
  return (
    <span className="min-w-0">
      <span className="wrap-anywhere block font-mono" translate="no">
        {method} {path}
      </span>
      <span className="flex flex-wrap gap-x-3 text-mute tabular-nums">
        <span className={clsx("font-medium", toneOf(status))}>{status}</span>
        {code !== null && (
          <span className="font-mono" translate="no">
            {code}
          </span>
        )}
        <span>{words.duration(duration_ms)}</span>
      </span>
    </span>
  );
}

function Caller({ request: { token_name, test, request_id }, words }: PartProps) {
  return (
    <span className="min-w-0">
      <span className="wrap-anywhere block">
        {token_name === null ? words.erased : <OutsideText text={token_name} />}
        {test && <span className="text-mute"> ({words.test})</span>}
      </span>
      <span className="wrap-anywhere block font-mono text-mute" translate="no">
        {request_id}
      </span>
    </span>
  );
}

function toneOf(status: number): string {
  if (status >= 500) return "text-bad";
  return status >= 400 ? "text-warn" : "text-ok";
}
