import clsx from "clsx";
import Link from "next/link";
import { wordsOf } from "@/components/language/current-language";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { TextField } from "@/components/ui/text-field";
import type { AccountQuery } from "@/lib/supervision/inputs";
import { accountsWords } from "../words";

const path = "/admin/accounts";
const statuses = [undefined, "suspended", "closing"] as const;

/** Looks accounts up, or shows those alone that may not send. */
export async function SearchForm({ query: { q, status } }: { query: AccountQuery }) {
  const words = await wordsOf(accountsWords);
  return (
    <search>
      <form action={path} className="mb-4 flex flex-wrap items-start gap-3">
        <TextField
          key={q}
          label={words.search}
          hint={words.searchHint}
          name="q"
          type="search"
          defaultValue={q}
          maxLength={260}
          data-search
          className="w-md max-sm:w-full"
        />
        <div className="flex gap-2 sm:mt-6">
          <Button type="submit">{words.find}</Button>
          {q !== "" && (
            <ButtonLink href={path} className="border-transparent bg-transparent">
              {words.reset}
            </ButtonLink>
          )}
        </div>
      </form>
      <nav aria-label={words.filters} className="mb-4 flex gap-5 border-line border-b">
        {statuses.map((each) => {
          const isHere = q === "" && each === status;
          return (
            <Link
              key={each ?? "all"}
              href={each ? `${path}?status=${each}` : path}
              prefetch={false}
              aria-current={isHere ? "page" : undefined}
              className={clsx(
                "-mb-px flex min-h-9 items-center border-b-2 max-sm:min-h-11",
                isHere ? "border-ink font-semibold" : "border-transparent text-mute hover:text-ink",
              )}
            >
              {words[each ?? "all"]}
            </Link>
          );
        })}
      </nav>
    </search>
  );
}
