import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { wordsOf } from "@/components/language/current-language";
import { NotForRole } from "@/components/not-for-role";
import { AppError } from "@/lib/core/errors";
import { may } from "@/lib/core/permissions";
import { listMessageDeliveries } from "@/lib/deliveries/list-message-deliveries";
import { listLinks } from "@/lib/links/list-links";
import { traceMessage } from "@/lib/message-log/trace-message";
import { requireActor } from "@/lib/sign-in/session";
import { MessageLinks } from "./_components/message-links";
import { MessagePage } from "./_components/message-page";
import { messageWords } from "./words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(messageWords)).title };
}

/** One message: what it is, where it is, what happened to it. */
export default async function OneMessagePage({
  params,
}: {
  params: Promise<{ messageId: string }>;
}) {
  const { messageId } = await params;
  const actor = await requireActor(`/messages/${messageId}`);
  if (!may(actor.role, "read_messages"))
    return <NotForRole role={actor.role} permission="read_messages" />;
  const message = await traceMessage({ actor, input: { messageId } }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  });
  const [deliveries, links] = await Promise.all([
    listMessageDeliveries({ actor, input: { messageId } }),
    listLinks({ actor, input: { messageId } }),
  ]);
  return (
    <>
      <MessagePage initial={message} deliveries={deliveries} />
      {links.length > 0 && <MessageLinks links={links} />}
    </>
  );
}
