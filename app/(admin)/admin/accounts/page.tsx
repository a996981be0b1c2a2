import type { Metadata } from "next";
import { wordsOf } from "@/components/language/current-language";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeading } from "@/components/ui/heading";
import { publicId } from "@/lib/core/ids";
import { AccountQuery } from "@/lib/supervision/inputs";
import { searchAccounts } from "@/lib/supervision/search-accounts";
import { requireAdmin } from "../require-admin";
import { AccountList } from "./_components/account-list";
import { SearchForm } from "./_components/search-form";
import { accountsWords } from "./words";

const path = "/admin/accounts";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(accountsWords)).title };
}

/** Every account of the installation: search, and those that may not send. */
export default async function AccountsPage({ searchParams }: Props) {
  const actor = await requireAdmin(path);
  const asked = await searchParams;
  // An old or mistyped address shows the newest ones.
  const query = AccountQuery.parse(asked);
  const [words, { accounts, next }] = await Promise.all([
    wordsOf(accountsWords),
    searchAccounts({ actor, input: asked }),
  ]);
  const { q, status } = query;
  const filter = { ...(q && { q }), ...(status && { status }) };
  const older = new URLSearchParams({ ...filter, before: next ? publicId("acc", next) : "" });
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      <SearchForm query={query} />
      {accounts.length > 0 && <AccountList accounts={accounts} />}
      {accounts.length === 0 && (
        <p className="py-4 text-mute">{q === "" ? words.none : words.noMatch(q)}</p>
      )}
      <p className="mt-4 flex flex-wrap gap-2">
        {query.before !== undefined && (
          <ButtonLink href={`${path}?${new URLSearchParams(filter)}`}>{words.newest}</ButtonLink>
        )}
        {next !== null && <ButtonLink href={`${path}?${older}`}>{words.older}</ButtonLink>}
      </p>
    </>
  );
}
