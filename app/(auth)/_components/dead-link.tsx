import { ButtonLink } from "@/components/ui/button-link";
import { PageHeading } from "@/components/ui/heading";

interface DeadLinkProps {
  /** Where to get a new one, and in which words. */
  href: string;
  words: string;
}

/** A mailed link that does nothing any more. */
export function DeadLink({ href, words }: DeadLinkProps) {
  return (
    <>
      <PageHeading
        title="This link does not work any more"
        lead="It was used, replaced by a newer one, or is more than an hour old."
      />
      <ButtonLink href={href} size="large">
        {words}
      </ButtonLink>
    </>
  );
}
