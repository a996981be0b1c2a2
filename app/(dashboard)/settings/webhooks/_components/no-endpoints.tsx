import Link from "next/link";
import { CodeBlock } from "@/components/ui/code-block";
import { EmptyState } from "@/components/ui/empty-state";

const example = `POST /hooks/sms HTTP/1.1
Content-Type: application/json
webhook-id: evt_01HQX7Z8RNQK5ZF8TBPNT2YFKA
webhook-timestamp: 1778855027
webhook-signature: v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=

{"event":"sms.delivered","message_id":"msg_01HQX7Z8…","to":"48732129000",…}`;

/** No endpoint yet: what one gets, and how to be ready for it. */
export function NoEndpoints() {
  return (
    <EmptyState title="No endpoints yet">
      <p>
        When a message is delivered, fails, expires or bounces, one POST goes to each of your
        endpoints. Answer 2xx within 15 seconds and it is done; anything else is tried again, ten
        times over three days.
      </p>
      <CodeBlock label="What an endpoint gets" code={example} isCopyable={false} />
      <p>
        Verify the signature before you trust the body:{" "}
        <Link href="/docs/webhooks" prefetch={false} className="link">
          how, in five languages
        </Link>
        . Then add the address below, and send it a test event.
      </p>
    </EmptyState>
  );
}
