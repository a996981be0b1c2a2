import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CallArticle } from "../_components/call-article";
import { EventArticle } from "../_components/event-article";
import { findPart, reference } from "../_document/reference";

interface PageProps {
  params: Promise<{ part: string }>;
}

export const dynamicParams = false;

export function generateStaticParams() {
  return reference().groups.flatMap(({ parts }) => parts.map(({ id }) => ({ part: id })));
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const found = findPart((await params).part);
  if (!found) return {};
  const { id, title, code } = found.part;
  return {
    title,
    description: `${code}: parameters, responses, errors, and examples.`,
    alternates: { types: { "text/markdown": `/docs/reference/${id}.md` } },
  };
}

/** One call or one event of the reference. */
export default async function ReferencePartPage({ params }: PageProps) {
  const found = findPart((await params).part);
  if (!found) notFound();
  const { part } = found;
  return "call" in part ? (
    <CallArticle {...found} call={part.call} />
  ) : (
    <EventArticle {...found} event={part.event} />
  );
}
