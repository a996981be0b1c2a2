import Link from "next/link";
import { useWords } from "@/components/language/use-words";
import { OutsideText } from "@/components/outside-text";
import type { MessageTrace } from "@/lib/message-log/log-contract";
import { messageWords } from "../words";
import { CopiedFact, FactList, optionalFact } from "./fact-list";

/** Who asked for the message, and how they called it. A token shows its name and its last four, never more. */
export function RequestFacts({ message }: { message: MessageTrace }) {
  const { facts: terms, copies } = useWords(messageWords);
  const { token, source, client_ref, metadata, idempotency_key, verification_id } = message;
  return (
    <FactList
      facts={[
        [terms.sentFrom, source === "api" ? terms.api : terms.panel],
        ...(token
          ? [
              [
                terms.token,
                <Link
                  key="token"
                  href={`/messages?token=${token.token_id}`}
                  prefetch={false}
                  className="link"
                >
                  <OutsideText text={token.name} />{" "}
                  <span className="font-mono text-sm">{token.masked}</span>
                </Link>,
              ] satisfies [string, unknown],
            ]
          : []),
        ...optionalFact(terms.verification, verification_id, (id) => (
          <CopiedFact text={id} label={copies.verification} />
        )),
        ...optionalFact(terms.key, idempotency_key, (key) => (
          <CopiedFact text={key} label={copies.key} />
        )),
        [
          terms.ref,
          client_ref === null ? (
            <span key="ref" className="text-mute">
              {terms.noRef}
            </span>
          ) : (
            <CopiedFact key="ref" text={client_ref} label={copies.ref} />
          ),
        ],
        ...optionalFact(terms.metadata, metadata && JSON.stringify(metadata), (text) => (
          <CopiedFact text={text} label={copies.metadata} />
        )),
      ]}
    />
  );
}
