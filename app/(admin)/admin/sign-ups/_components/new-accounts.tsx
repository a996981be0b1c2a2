import { durationWords } from "@/components/charts/duration-words";
import { currentLanguage, wordsOf } from "@/components/language/current-language";
import { SectionHeading } from "@/components/ui/heading";
import { Time } from "@/components/ui/time";
import { publicId } from "@/lib/core/ids";
import type { NewAccount } from "@/lib/onboarding/list-new-accounts";
import { AccountLink } from "../../_components/account-link";
import { RowTable } from "../../_components/row-table";
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
        <RowTable
          caption={words.newest}
          columns={Object.values(words.newestColumns)}
          rows={accounts.map(({ accountId, signedUpAt, step, steppedAt }) => ({
            id: accountId,
            cells: [
              <AccountLink
                key="account"
                account={publicId("acc", accountId)}
                email={emails.get(accountId)}
              />,
              <Time key="signedUp" at={signedUpAt.toISOString()} />,
              words.steps[step],
              step === "signup"
                ? ""
                : durationWords(language, Math.max(0, steppedAt.getTime() - signedUpAt.getTime())),
            ],
          }))}
        />
      )}
    </section>
  );
}
