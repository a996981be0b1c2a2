"use client";

import { useState } from "react";
import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { SectionHeading } from "@/components/ui/heading";
import { ExactTime } from "@/components/ui/time";
import { useAction } from "@/components/use-action";
import type { EndpointView } from "@/lib/webhooks/contract";
import { revealSecretAction, rotateSecretAction } from "../../actions";
import { endpointWords } from "../words";
import { RotateDialog } from "./rotate-dialog";

/** The secret that signs: out of sight until asked for, and a new one when the old one leaked. */
export function SecretSection({ endpoint }: { endpoint: EndpointView }) {
  const words = useWords(endpointWords).secret;
  const [revealed, reveal, isRevealing] = useAction(revealSecretAction);
  const [rotated, rotate, isRotating] = useAction(rotateSecretAction);
  const [isHidden, setIsHidden] = useState(false);
  const [isAsking, setIsAsking] = useState<typeof rotated | "no">("no");
  const secret = (rotated?.ok && rotated.value.secret) || (revealed?.ok && revealed.value.secret);
  const isShown = Boolean(secret) && !isHidden;
  const refusal = [rotated, revealed].find((state) => state?.ok === false);
  const previousUntil = endpoint.previous_secret_until;
  return (
    <section>
      {/* Open until its question is answered. */}
      <RotateDialog
        endpoint={endpoint}
        isOpen={isAsking === rotated}
        rotate={(form) => {
          setIsHidden(false);
          rotate(form);
        }}
        isPending={isRotating}
        onClose={() => setIsAsking("no")}
      />
      <SectionHeading title={words.title} lead={words.lead} />
      <p
        role="status"
        className={
          isShown
            ? "wrap-anywhere w-fit bg-citron px-2 py-1 font-mono text-marker-ink"
            : "wrap-anywhere w-fit px-2 py-1 font-mono text-mute"
        }
      >
        {isShown ? secret : "whsec_••••••••••••••••"}
      </p>
      {previousUntil && (
        <p className="mt-2 text-warn">
          {words.two} <ExactTime at={previousUntil} />.
        </p>
      )}
      {refusal?.ok === false && (
        <p role="alert" className="mt-2 text-bad">
          {refusal.message}
        </p>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        {isShown ? (
          <Button onClick={() => setIsHidden(true)}>{words.hide}</Button>
        ) : (
          <form action={reveal} onSubmit={() => setIsHidden(false)}>
            <input type="hidden" name="endpoint_id" value={endpoint.id} />
            <Button type="submit" isBusy={isRevealing}>
              {words.show}
            </Button>
          </form>
        )}
        <CopyButton text={() => secret || fetchSecret(endpoint.id)} label={words.copy} />
        <form action={rotate}>
          <input type="hidden" name="endpoint_id" value={endpoint.id} />
          <Button
            type="submit"
            onClick={(event) => {
              event.preventDefault();
              setIsAsking(rotated);
            }}
          >
            {words.rotate}
          </Button>
        </form>
      </div>
    </section>
  );
}

/** For copying what is not on the screen. */
async function fetchSecret(endpointId: string): Promise<string> {
  const form = new FormData();
  form.set("endpoint_id", endpointId);
  const answer = await revealSecretAction(null, form);
  if (answer?.ok) return answer.value.secret;
  throw new Error(answer?.message);
}
