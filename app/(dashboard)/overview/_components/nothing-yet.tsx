import { wordsOf } from "@/components/language/current-language";
import { Permitted } from "@/components/permitted";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/heading";
import { overviewWords } from "../words";

/** An account without a message: figures would all be zero, so it shows the way to the first one instead. */
export async function NothingYet() {
  const words = await wordsOf(overviewWords);
  return (
    <>
      <PageHeading title={words.title} />
      <EmptyState title={words.empty.title}>
        <p>{words.empty.lead}</p>
        <p className="flex flex-wrap gap-2">
          <Permitted permission="manage_tokens">
            <ButtonLink href="/start" variant="primary">
              {words.empty.open}
            </ButtonLink>
          </Permitted>
          <Permitted permission="send_messages">
            <ButtonLink href="/send">{words.send}</ButtonLink>
          </Permitted>
        </p>
      </EmptyState>
    </>
  );
}
