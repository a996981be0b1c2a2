import Link from "next/link";
import { wordsOf } from "@/components/language/current-language";
import { PageHeading } from "@/components/ui/heading";
import { docsWords } from "./docs/words";

/** The response for an unknown page of the documentation; the list of pages stays visible. */
export default async function DocsNotFound() {
  const { notFound, allPages } = await wordsOf(docsWords);
  return (
    <>
      <PageHeading title={notFound.title} lead={notFound.lead} />
      <Link href="/docs" className="link text-md">
        {allPages}
      </Link>
    </>
  );
}
