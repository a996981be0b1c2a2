import Link from "next/link";
import { wordsOf } from "@/components/language/current-language";
import { CodeBlock } from "@/components/ui/code-block";
import { EmptyState } from "@/components/ui/empty-state";
import { webhooksWords } from "../words";

const example = `POST /hooks/sms HTTP/1.1
Content-Type: application/json
webhook-id: evt_01HQX7Z8RNQK5ZF8TBPNT2YFKA
webhook-timestamp: 1778855027
webhook-signature: v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=

{"event":"sms.delivered","message_id":"msg_01HQX7Z8…",…}`;

/** No endpoint yet: what one gets, and how to be ready for it. */
export async function NoEndpoints() {
  const words = (await wordsOf(webhooksWords)).none;
  return (
    <EmptyState title={words.title}>
      <p>{words.what}</p>
      <CodeBlock label={words.example} code={example} isCopyable={false} />
      <p>
        {words.verify}{" "}
        <Link href="/docs/webhooks" prefetch={false} className="link">
          {words.how}
        </Link>
        {words.andThen}
      </p>
    </EmptyState>
  );
}
