import Link from "next/link";
import { SendExample } from "@/components/send-example";
import { EmptyState } from "@/components/ui/empty-state";

/** An empty log: how to get the first row into it. */
export function NoMessages() {
  return (
    <EmptyState title="No messages yet">
      <p>
        Make a token in{" "}
        <Link href="/settings/api" className="link">
          Settings → API
        </Link>
        , put it into <code className="font-mono">ACTIO_TOKEN</code>, and send this. It appears here
        at once, and changes as it is delivered.
      </p>
      <SendExample />
      <p>
        Or{" "}
        <Link href="/send" className="link">
          write one here
        </Link>{" "}
        without a token.
      </p>
    </EmptyState>
  );
}
