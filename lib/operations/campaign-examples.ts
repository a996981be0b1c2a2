import { exampleMessageId } from "./examples";

export const exampleCampaignId = "cmp_01HQX7Z8RNQK5ZF8TBPNT2YFKA";

/** Two people, one of them a landline. */
const counts = {
  rows: 2,
  valid: 1,
  empty: 0,
  invalid: 0,
  landline: 1,
  duplicate: 0,
  opted_out: 0,
  missing_variable: 0,
  too_long: 0,
};

const text = "Hi {{first_name|there}}, our sale ends on Sunday.";

/** `POST /api/campaigns` with two people. */
export const newCampaign = {
  name: "May sale",
  from: "YourBrand",
  body: text,
  recipients: [
    { to: "48732129000", variables: { first_name: "Ada" }, client_ref: "customer 7" },
    { to: "48221234567", variables: { first_name: "Jan" } },
  ],
};

/** What it is answered. */
export const createdCampaign = {
  campaign_id: exampleCampaignId,
  status: "running",
  counts,
  segments: 1,
  credits: 1,
  rejected: [
    {
      row: 2,
      to: "48221234567",
      code: "landline",
      errors: ["48221234567 is a landline and can't receive SMS."],
    },
  ],
};

/** A draft without people yet. */
export const draftCampaign = {
  campaign_id: exampleCampaignId,
  name: "May sale",
  status: "draft",
  test: false,
  from: "YourBrand",
  body: text,
  store_body: true,
  body_erased_at: null,
  columns: [],
  mapping: [],
  default_country: null,
  file_name: null,
  rows: 0,
  scheduled_at: null,
  rate: null,
  quiet_hours: { from: "21:00", until: "08:00" },
  is_checked: true,
  summary: null,
  progress: null,
  credits: { reserved: 0, charged: 0, refunded: 0 },
  wait_reason: null,
  wait_until: null,
  wait_countries: [],
  created_at: "2026-05-15T14:23:47.291Z",
  started_at: null,
  paused_at: null,
  ended_at: null,
};

/** The same after a file of two rows came, before it was checked. */
export const filledCampaign = {
  ...draftCampaign,
  columns: ["Phone", "First name", "City"],
  mapping: ["to", "first_name", null],
  file_name: "customers.csv",
  rows: 2,
  is_checked: false,
};

/** What the example file holds. */
export const exampleFile =
  "Phone,First name,City\r\n48732129000,Ada,Gdynia\r\n48732129001,Jan,Łódź\r\n";

const body = "Hi Ada, our sale ends on Sunday.";

/** The same while it runs: one message has left, one waits. */
export const runningCampaign = {
  ...filledCampaign,
  status: "running",
  is_checked: true,
  summary: {
    counts: { ...counts, valid: 2, landline: 0 },
    segments: [{ segments: 1, people: 2 }],
    causes: [],
    credits: 2,
    samples: [{ row: 2, to: "48732129000", body, segments: 1, credits: 1 }],
  },
  progress: {
    people: 2,
    waiting: 1,
    statuses: { delivered: 1 },
    opted_out: 0,
    not_sent: 0,
    submitted: 1,
    messages_per_second: 0.1,
    seconds_left: 10,
  },
  credits: { reserved: 2, charged: 2, refunded: 0 },
  started_at: "2026-05-15T14:25:02.118Z",
};

/** The same paused. */
export const pausedCampaign = {
  ...runningCampaign,
  status: "paused",
  paused_at: "2026-05-15T14:25:12.640Z",
  progress: { ...runningCampaign.progress, messages_per_second: 0, seconds_left: null },
};

/** The same cancelled: the credits of the one that had not left came back. */
export const cancelledCampaign = {
  ...pausedCampaign,
  status: "cancelled",
  progress: { ...pausedCampaign.progress, waiting: 0, not_sent: 1 },
  credits: { reserved: 2, charged: 1, refunded: 1 },
  ended_at: "2026-05-15T14:26:40.902Z",
};

const sentRow = {
  row: 2,
  cells: ["48732129000", "Ada", "Gdynia"],
  to: "48732129000",
  country: "PL",
  state: "ready",
  detail: null,
  segments: 1,
  credits: 1,
  client_ref: null,
  message_id: exampleMessageId,
  status: "delivered",
  reason: null,
};

/** Two rows of it. */
export const exampleRecipients = [
  sentRow,
  {
    ...sentRow,
    row: 3,
    cells: ["48732129001", "Jan", "Łódź"],
    to: "48732129001",
    message_id: null,
    status: "waiting",
  },
];
