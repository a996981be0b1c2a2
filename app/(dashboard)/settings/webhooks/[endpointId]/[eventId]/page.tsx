import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { wordsOf } from "@/components/language/current-language";
import { NotForRole } from "@/components/not-for-role";
import { AppError } from "@/lib/core/errors";
import { may } from "@/lib/core/permissions";
import { getDelivery } from "@/lib/deliveries/get-delivery";
import { requireActor } from "@/lib/sign-in/session";
import { DeliveryPage } from "../_components/delivery-page";
import { deliveryPageWords } from "./words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(deliveryPageWords)).title };
}

/** One event for one endpoint: what is posted, and what came of each try. */
export default async function OneDeliveryPage({
  params,
}: {
  params: Promise<{ endpointId: string; eventId: string }>;
}) {
  const { endpointId, eventId } = await params;
  const actor = await requireActor(`/settings/webhooks/${endpointId}/${eventId}`);
  if (!may(actor.role, "manage_webhooks"))
    return <NotForRole role={actor.role} permission="manage_webhooks" />;
  const delivery = await getDelivery({ actor, input: { endpointId, eventId } }).catch(
    (error: unknown) => {
      if (error instanceof AppError && error.code === "not_found") notFound();
      throw error;
    },
  );
  return <DeliveryPage initial={delivery} />;
}
