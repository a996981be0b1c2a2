import type { Metadata } from "next";
import Link from "next/link";
import { PageHeading } from "@/components/ui/heading";
import { pageGroups } from "./_content/pages";

export const metadata: Metadata = {
  description: "How to send SMS with Depesza, in five languages, and how to run it yourself.",
};

const reference = {
  title: "Reference",
  pages: [
    {
      slug: "reference",
      title: "API reference",
      description:
        "Every call with its parameters, responses, and errors, from the OpenAPI document.",
    },
  ],
};

/** The front page of the documentation: all pages, each with what it answers. */
export default function DocsPage() {
  return (
    <>
      <PageHeading
        title="Documentation"
        lead="How to send SMS with Depesza, in five languages and without any library, and how to run it yourself. Every example on these pages is run against the real server before each release."
      />
      <div className="grid gap-x-14 gap-y-8 sm:grid-cols-2">
        {[...pageGroups, reference].map(({ title, pages }) => (
          <section key={title} className="border-line border-t pt-3">
            <h2 className="font-semibold text-md">{title}</h2>
            <ul>
              {pages.map((page) => (
                <li key={page.slug} className="mt-3">
                  <Link
                    href={`/docs/${page.slug}`}
                    prefetch={false}
                    className="link inline-flex items-center font-medium text-md max-sm:min-h-11"
                  >
                    {page.title}
                  </Link>
                  <p className="text-mute">{page.description}</p>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
