import Link from "next/link";
import { useWords } from "@/components/language/use-words";
import { Permitted, useMay } from "@/components/permitted";
import { SendExample } from "@/components/send-example";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { logWords } from "../words";

/** An empty log: how to get the first row into it. */
export function NoMessages() {
  const { none: words, send } = useWords(logWords);
  if (useMay()("manage_tokens")) return <ByToken />;
  return (
    <EmptyState title={words.title}>
      <Permitted permission="send_messages">
        <p>
          <ButtonLink href="/send">{send}</ButtonLink>
        </p>
      </Permitted>
    </EmptyState>
  );
}

/** For those who may have a token. */
function ByToken() {
  const words = useWords(logWords).none;
  return (
    <EmptyState title={words.title}>
      <p>
        {words.make}
        <Link href="/settings/api" className="link">
          {words.makeAt}
        </Link>
        {words.put}
        <code className="font-mono">ACTIO_TOKEN</code>
        {words.after}
      </p>
      <SendExample />
      <p>
        {words.or}
        <Link href="/send" className="link">
          {words.write}
        </Link>
        {words.without}
      </p>
    </EmptyState>
  );
}
