import { wordsOf } from "@/components/language/current-language";
import { ButtonLink } from "@/components/ui/button-link";
import { SectionHeading } from "@/components/ui/heading";
import { accountWords } from "../words";

/** How many passkeys the person has, and the way to change that. */
export async function PasskeySummary({ count }: { count: number }) {
  const { passkeys: words } = await wordsOf(accountWords);
  return (
    <section>
      <SectionHeading title={words.title} lead={words.lead} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p>{count > 0 ? `${words.count(count)}.` : words.none}</p>
        <ButtonLink href="/settings/account/passkeys">
          {count > 0 ? words.change : words.add}
        </ButtonLink>
      </div>
    </section>
  );
}
