import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireSession } from "@/lib/accounts/session";
import { AppError } from "@/lib/core/errors";
import { getDelivery } from "@/lib/deliveries/get-delivery";
import { DeliveryPage } from "../_components/delivery-page";

export const metadata: Metadata = { title: "Webhook delivery" };

/** One event for one endpoint: what is posted, and what came of each try. */
export default async function OneDeliveryPage({
  params,
}: {
  params: Promise<{ endpointId: string; eventId: string }>;
}) {
  const { endpointId, eventId } = await params;
  const { accountId } = await requireSession(`/settings/webhooks/${endpointId}/${eventId}`);
  const delivery = await getDelivery({ accountId }, endpointId, eventId).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  });
  return <DeliveryPage initial={delivery} />;
}
