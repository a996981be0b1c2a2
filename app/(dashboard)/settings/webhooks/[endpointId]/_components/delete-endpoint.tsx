"use client";

import { useState } from "react";
import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { ConfirmForm } from "@/components/ui/confirm-form";
import { Dialog } from "@/components/ui/dialog";
import { SectionHeading } from "@/components/ui/heading";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/use-action";
import type { EndpointView } from "@/lib/webhooks/contract";
import { deleteEndpointAction } from "../../actions";
import { endpointWords } from "../words";

interface DeleteEndpointProps {
  endpoint: EndpointView;
  /** Deliveries that wait for a try and would end with it. */
  waiting: number;
}

/** Deletes an endpoint, after asking; while deliveries wait, its host has to be typed. */
export function DeleteEndpoint({ endpoint, waiting }: DeleteEndpointProps) {
  const words = useWords(endpointWords).delete;
  const [state, action, isPending] = useAction(deleteEndpointAction);
  const [isAsking, setIsAsking] = useState(false);
  const [typed, setTyped] = useState("");
  const { host } = new URL(endpoint.url);
  const isSure = waiting === 0 || typed.trim() === host;
  return (
    <section className="min-w-0">
      <Dialog isOpen={isAsking} title={words.asking} onClose={() => setIsAsking(false)}>
        <p>{words.effect}</p>
        {waiting > 0 && (
          <div className="mt-4 grid gap-3">
            <p className="text-warn">{words.waiting(waiting)}</p>
            <TextField
              label={words.type(host)}
              name="host"
              autoComplete="off"
              spellCheck={false}
              isMono
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </div>
        )}
        <ConfirmForm
          action={action}
          subject={{ name: "endpoint_id", value: endpoint.id }}
          words={words}
          isPending={isPending}
          isDisabled={!isSure}
          refusal={state?.ok === false ? state.message : undefined}
          onKeep={() => setIsAsking(false)}
        />
      </Dialog>
      <SectionHeading title={words.title} lead={words.lead} />
      <form action={action}>
        <input type="hidden" name="endpoint_id" value={endpoint.id} />
        <Button
          type="submit"
          variant="danger"
          onClick={(event) => {
            event.preventDefault();
            setIsAsking(true);
          }}
        >
          {words.title}
        </Button>
      </form>
    </section>
  );
}
