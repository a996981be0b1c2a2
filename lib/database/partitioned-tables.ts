import { partitions as ofActivity } from "@/drizzle/schema/activity";
import { partitions as ofCarriers } from "@/drizzle/schema/carriers";
import { partitions as ofMessages } from "@/drizzle/schema/messages";
import { partitions as ofRequests } from "@/drizzle/schema/requests";
import { partitions as ofWebhooks } from "@/drizzle/schema/webhooks";

/** The tables that are partitioned by month, each with the ID that tells the month of a row. */
export const partitionedTables = {
  ...ofActivity,
  ...ofCarriers,
  ...ofMessages,
  ...ofRequests,
  ...ofWebhooks,
};

export type PartitionedTable = keyof typeof partitionedTables;
