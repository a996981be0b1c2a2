import { durationWords } from "@/components/charts/duration-words";
import { currentLanguage, wordsOf } from "@/components/language/current-language";
import { SectionHeading } from "@/components/ui/heading";
import { Time } from "@/components/ui/time";
import { publicId } from "@/lib/core/ids";
import type { NewAccount } from "@/lib/onboarding/list-new-accounts";
import { AccountLink } from "../../_components/account-link";
import { signUpsWords } from "../words";

interface NewAccountsProps {
  accounts: readonly NewAccount[];
  /** By account. */
  emails: ReadonlyMap<string, string>;
}

/** Who signed up lately, and the last step that each has taken. */
export async function NewAccounts({ accounts, emails }: NewAccountsProps) {
  const [words, language] = await Promise.all([wordsOf(signUpsWords), currentLanguage()]);
  const isEmpty = accounts.length === 0;
  return (
    <section>
      <SectionHeading title={words.newest} lead={isEmpty ? words.none : words.newestLead} />
      {!isEmpty && (
        <ul className="border-line border-b text-sm">
          {accounts.map(({ accountId, signedUpAt, step, steppedAt }) => (
            <li
              key={accountId}
              className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-6 gap-y-1 border-line border-t py-2.5 md:grid-cols-[minmax(0,1fr)_20rem_8rem]"
            >
              <span className="wrap-anywhere min-w-0">
                <AccountLink account={publicId("acc", accountId)} email={emails.get(accountId)} />
              </span>
              <span className="max-md:order-last max-md:col-span-full">
                {words.steps[step]}
                {step !== "signup" && (
                  <span className="text-mute">
                    {" "}
                    {words.after(durationWords(language, msBetween(signedUpAt, steppedAt)))}
                  </span>
                )}
              </span>
              <Time className="text-right text-mute" at={signedUpAt.toISOString()} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Different clocks may have made the two. */
function msBetween(from: Date, to: Date): number {
  return Math.max(0, to.getTime() - from.getTime());
}
