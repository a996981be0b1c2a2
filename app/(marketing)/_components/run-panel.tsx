import { currentLanguage, wordsOf } from "@/components/language/current-language";
import { SendExample } from "@/components/send-example";
import { StatusMark } from "@/components/status-mark";
import { reasonWords, statusWords } from "@/components/status-words";
import type { LandingWords } from "../words";
import { LogRow } from "./log-row";

/** One message from its request to the webhook, with other rows of the log. It fills once, by the rules of recording.css and without a script. */
export function RunPanel({ words: { run } }: { words: LandingWords }) {
  return (
    <section aria-labelledby="run" className="run min-w-0">
      <h2 id="run" className="sr-only">
        {run.title}
      </h2>
      <div className="flex flex-col">
        <label className="peer link relative mt-2 inline-flex min-h-11 items-center has-focus-visible:outline-2 sm:hidden">
          <input type="checkbox" className="absolute inset-0 size-full cursor-pointer opacity-0" />
          {run.show}
        </label>
        <div className="run-request border-line border-l-2 max-sm:hidden max-sm:peer-has-checked:block">
          <SendExample />
        </div>
        <p className="run-response border-line border-x border-b border-l-2 bg-sunk px-3 py-2 font-mono text-ok text-sm max-sm:border-t">
          {run.response}
        </p>
        <RunLog run={run} />
      </div>
      <p className="mt-2 flex flex-wrap items-center justify-between gap-x-4 text-mute text-sm">
        {run.recording}
        <label className="link relative inline-flex min-h-6 items-center has-focus-visible:outline-2 max-sm:min-h-11 motion-reduce:hidden">
          <input
            type="checkbox"
            className="run-again absolute inset-0 size-full cursor-pointer opacity-0"
          />
          {run.again}
        </label>
      </p>
    </section>
  );
}

/** The log, newest first. Its texts are those of the example, in any language. */
export async function RunLog({ run }: Pick<LandingWords, "run">) {
  const statuses = await wordsOf(statusWords);
  const reason = reasonWords("unknown_subscriber", await currentLanguage());
  return (
    <ol
      aria-label={run.log}
      className="mt-4 border border-line bg-panel max-sm:order-first max-sm:mt-0"
    >
      <LogRow
        to="48732129000"
        from="YourBrand"
        text="Your login code: 482910"
        credits={run.credits}
        time="14:23:47"
        states={["done", "done", "done", "done"]}
        isRecorded
        mark={
          <span className="grid justify-items-end *:col-start-1 *:row-start-1">
            <span aria-hidden="true" className="run-queued invisible">
              <StatusMark status="queued" words={statuses.queued} />
            </span>
            <span aria-hidden="true" className="run-sent invisible">
              <StatusMark status="sent" words={statuses.sent} />
            </span>
            <span className="run-delivered">
              <StatusMark status="delivered" words={statuses.delivered} />
            </span>
          </span>
        }
      />
      <LogRow
        to="48600100200"
        from="Bookshop"
        text="Order 4417 is on its way and arrives tomorrow."
        credits={run.credits}
        time="14:23:12"
        states={["done", "done", "done", "done"]}
        mark={<StatusMark status="delivered" words={statuses.delivered} />}
      />
      <LogRow
        to="48732129014"
        from="CityPool"
        text={reason}
        credits={run.credits}
        time="14:22:51"
        states={["done", "done", "failed", "done"]}
        mark={<StatusMark status="failed" words={statuses.failed} />}
      />
      <LogRow
        to="48501222333"
        from="Garden"
        text="Your table is booked for 19:00."
        credits={run.credits}
        time="14:21:08"
        states={["done", "done", "done", "empty"]}
        mark={<StatusMark status="delivered" words={statuses.delivered} />}
      />
    </ol>
  );
}
