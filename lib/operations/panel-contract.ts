import type { CampaignView, RowView } from "../campaigns/contract";
import type { CampaignResults } from "../campaigns/results-contract";
import type {
  DeliveryDetail,
  DeliveryPage,
  EndpointHealth,
  MessageDelivery,
  ReplayProgress,
} from "../deliveries/contract";
import type { LogCount, LogPage, MessageTrace } from "../message-log/log-contract";
import type { MessageView } from "../messages/contract";
import type { OnboardingView } from "../onboarding/contract";
import type { TokenView } from "../tokens/contract";
import type { EndpointView } from "../webhooks/contract";
import type { PathParams } from "./call-contract";

/** How far the account has come, and its newest message. */
export interface StartState {
  onboarding: OnboardingView;
  message: MessageView | null;
}

/**
 * What the dashboard's own pages GET by session cookie, and what each path returns: the server serves exactly these, and the
 * pages fetch by them. `Response` is a file or a stream.
 */
export interface PanelAnswers {
  "/api/panel/messages": LogPage;
  "/api/panel/messages.csv": Response;
  "/api/panel/messages.ndjson": Response;
  "/api/panel/messages/count": LogCount;
  "/api/panel/messages/{message_id}": MessageTrace;
  "/api/panel/messages/{message_id}/deliveries": { data: MessageDelivery[] };
  "/api/panel/campaigns/{campaign_id}": CampaignView;
  "/api/panel/campaigns/{campaign_id}/rows": { data: RowView[]; next_cursor: string | null };
  "/api/panel/campaigns/{campaign_id}/results": CampaignResults;
  "/api/panel/campaigns/{campaign_id}/recipients.csv": Response;
  "/api/panel/campaigns/{campaign_id}/rejected.csv": Response;
  "/api/panel/tokens": { data: TokenView[] };
  "/api/panel/start": StartState;
  "/api/panel/webhook-endpoints": { data: EndpointView[] };
  "/api/panel/webhook-endpoints/{endpoint_id}": EndpointHealth;
  "/api/panel/webhook-endpoints/{endpoint_id}/deliveries": DeliveryPage;
  "/api/panel/webhook-endpoints/{endpoint_id}/deliveries.csv": Response;
  "/api/panel/webhook-endpoints/{endpoint_id}/deliveries/{event_id}": DeliveryDetail;
  "/api/panel/webhook-endpoints/{endpoint_id}/replay/{replay_id}": ReplayProgress;
  "/api/panel/export": Response;
  "/api/panel/movements.csv": Response;
  "/api/panel/costs.csv": Response;
  "/api/panel/statement.csv": Response;
  "/api/panel/statement.pdf": Response;
  "/api/panel/invoices/{invoice_id}/invoice.pdf": Response;
  "/api/panel/opt-outs.csv": Response;
  "/api/panel/contacts.csv": Response;
  "/api/panel/activity.csv": Response;
  "/api/panel/admin/activity.csv": Response;
  "/api/panel/stream": Response;
}

export type PanelPath = keyof PanelAnswers;

/** The draft with its new rows, and how the file was read: by what was asked for, else by what was guessed. */
export interface UploadedRows {
  campaign: CampaignView;
  /** Of a text file. */
  encoding: string | null;
  /** Of a text file with several columns. */
  separator: string | null;
  has_header: boolean;
}

/** What the pages POST as a file, and what each path returns. Everything else they change by server actions. */
export interface PanelUploads {
  "/api/panel/campaigns/{campaign_id}/recipients": UploadedRows;
}

export type PanelUploadPath = keyof PanelUploads;

/** The URL of a panel call. `query` is empty or begins with `?`. */
export function panelUrl<Path extends PanelPath | PanelUploadPath>(
  path: Path,
  params: PathParams<Path>,
  query = "",
): string {
  const values: Record<string, string> = { ...(params as object) };
  const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent(values[name] ?? ""),
  );
  return `${filled}${query}`;
}
