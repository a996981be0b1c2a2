"use client";

import { useState } from "react";
import { guideMessage } from "@/components/send-curl";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { Notice } from "@/components/ui/notice";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextField } from "@/components/ui/text-field";
import type { Exchange } from "./exchange";
import { useTry } from "./use-try";

const modes = [
  { value: "test", label: "Test", hint: "Goes to the simulator, reaches no phone, and is free." },
  { value: "live", label: "Live", hint: "Goes to your phone and costs credits." },
] as const;

/** Sends a message to the reader's own number and shows what went over the wire. */
export function TryForm({ ownNumber }: { ownNumber: string | null }) {
  const { send, failure, isBusy, sent, followed } = useTry();
  const [number, setNumber] = useState(ownNumber ? `+${ownNumber}` : "");
  const [from, setFrom] = useState(guideMessage.from);
  const [body, setBody] = useState(guideMessage.body);
  return (
    <>
      <form
        noValidate
        className="mt-4 grid max-w-[30rem] gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (isBusy) return;
          const mode = String(new FormData(event.currentTarget).get("mode"));
          void send({ own_number: number, mode }, { from, body });
        }}
      >
        {failure && !failure.fields && <Notice tone="bad" role="alert" title={failure.message} />}
        <TextField
          name="own_number"
          label="Your phone number"
          type="tel"
          autoComplete="tel"
          isMono
          maxLength={64}
          value={number}
          onChange={(event) => setNumber(event.target.value)}
          error={failure?.fields?.["own_number"]}
        />
        <TextField
          name="from"
          label="From"
          maxLength={40}
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
        <TextField
          name="body"
          label="Text"
          maxLength={1000}
          value={body}
          onChange={(event) => setBody(event.target.value)}
        />
        <RadioGroup legend="Mode" name="mode" options={modes} defaultValue="test" />
        <div>
          <Button type="submit" variant="primary" isBusy={isBusy}>
            Send the request
          </Button>
        </div>
      </form>
      <div aria-live="polite" className="mt-5 grid gap-5">
        {sent && <Wire label="Request" exchange={sent} />}
        {followed && <Wire label="Request for its status" exchange={followed} />}
      </div>
    </>
  );
}

function Wire({ label, exchange }: { label: string; exchange: Exchange }) {
  const { request, response, status, durationMs } = exchange;
  return (
    <div className="grid">
      <CodeBlock label={label} code={request} isWrapped isCopyable={false} />
      <div className="-mt-px">
        <CodeBlock
          label={`Response ${status} after ${durationMs} ms`}
          code={response}
          isWrapped
          isCopyable={false}
        />
      </div>
    </div>
  );
}
