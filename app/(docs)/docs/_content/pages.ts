export interface DocsPage {
  slug: string;
  title: string;
  /** One sentence: the page's meta description, its line in llms.txt and on the front page of the docs. */
  description: string;
  /** Words that readers search for and that the text does not use. */
  keywords?: string;
}

interface PageGroup {
  title: string;
  pages: DocsPage[];
}

/** Every page of the documentation, in reading order. The text of each is `<slug>.md` in this folder. */
export const pageGroups: PageGroup[] = [
  {
    title: "Start",
    pages: [
      {
        slug: "quick-start",
        title: "Quick start",
        description: "From an empty account to a delivered message in five minutes.",
      },
      {
        slug: "authentication",
        title: "Authentication",
        description:
          "Tokens: live and test, scopes, expiry, IP addresses, rotation, and revocation.",
      },
      {
        slug: "test-mode",
        title: "Test mode",
        description:
          "Tokens that cost nothing, and numbers that fail, bounce, or arrive late on request.",
      },
      {
        slug: "libraries",
        title: "Libraries",
        description:
          "TypeScript, Python, PHP, and Go without dependencies: retries, lists, signatures, events on your machine.",
        keywords: "client package npm pip composer listen tunnel localhost",
      },
    ],
  },
  {
    title: "Sending",
    pages: [
      {
        slug: "send",
        title: "Send a message",
        description: "POST /api/sms: the fields, the response, and the errors.",
      },
      {
        slug: "scheduling",
        title: "Scheduling",
        description:
          "Schedule up to 35 days ahead. Reschedule or cancel a message until it is sent.",
      },
      {
        slug: "bulk",
        title: "Bulk",
        description: "Up to 10,000 messages in one request, each accepted or rejected separately.",
      },
      {
        slug: "verify",
        title: "Verify a number",
        description: "Send a code and check it: your server stores an ID and never sees the code.",
        keywords: "phone verification sign-in second factor 2FA autofill",
      },
      {
        slug: "campaigns",
        title: "Campaigns",
        description:
          "One text with variables to a list, a file of 100,000 rows, or a group: check, start, follow, pause.",
        keywords: "bulk newsletter marketing CSV XLSX spreadsheet upload",
      },
      {
        slug: "messages",
        title: "Follow a message",
        description: "The statuses of a message, its history, and how to list and filter messages.",
      },
      {
        slug: "contacts-and-templates",
        title: "Contacts and templates",
        description: "Save texts with variables, and the people you send them to.",
        keywords: "address book group personalization merge fields placeholders GDPR erase",
      },
      {
        slug: "replies",
        title: "Replies and opt-outs",
        description: "Receive messages from phones, and send nothing to those who wrote STOP.",
        keywords: "inbound two-way MO unsubscribe suppression",
      },
      {
        slug: "numbers",
        title: "Look up a number",
        description:
          "Whether a number is valid, its type and country, who holds its range, and whether it opted out.",
        keywords: "validate verify phone number lookup HLR MCC MNC carrier E.164 format",
      },
      {
        slug: "twilio",
        title: "Twilio's API",
        description:
          "Send with a client for Twilio's API: what it supports here, its errors, and StatusCallback.",
        keywords: "migrate migration compatible drop-in AccountSid AuthToken Messages.json SDK",
      },
      {
        slug: "segments",
        title: "Segments and encoding",
        description: "Which characters fit, how a text is split into segments, and what it costs.",
      },
      {
        slug: "billing",
        title: "Statements and invoices",
        description: "Monthly statements of credits as PDF and CSV, and an invoice per purchase.",
        keywords: "billing accounting bookkeeping VAT tax receipt PDF payment",
      },
    ],
  },
  {
    title: "Reliability",
    pages: [
      {
        slug: "webhooks",
        title: "Webhooks",
        description:
          "Signed events when a message reaches a final status: add an endpoint and verify the signature.",
      },
      {
        slug: "webhook-deliveries",
        title: "Webhook deliveries",
        description:
          "How events are retried, what the log contains, how to replay, and how to test.",
      },
      {
        slug: "idempotency",
        title: "Idempotency",
        description: "Repeat a request as often as needed. The message is sent once.",
      },
      {
        slug: "errors",
        title: "Errors",
        description: "Every error code of the API, what it means, and what to do about it.",
      },
      {
        slug: "reasons",
        title: "Reasons",
        description: "Every code in reason and wait_reason, and what to do about it.",
      },
      {
        slug: "rate-limits",
        title: "Rate limits",
        description:
          "How many requests and messages an account may send, and what the headers say.",
      },
    ],
  },
  {
    title: "Recipes",
    pages: [
      {
        slug: "one-time-codes",
        title: "One-time codes",
        description: "Sign-in codes by SMS: create them, send them, check them.",
        keywords: "OTP 2FA MFA PIN verification code",
      },
      {
        slug: "order-updates",
        title: "Order updates",
        description: "Notify a customer once per change of an order, even if a process crashes.",
      },
      {
        slug: "agents",
        title: "AI agents",
        description:
          "Tools for assistants by the Model Context Protocol: price, confirm, send, follow.",
        keywords: "MCP LLM assistant Claude ChatGPT Copilot tool server suppression",
      },
    ],
  },
  {
    title: "Run it",
    pages: [
      {
        slug: "self-hosting",
        title: "Self-hosting",
        description:
          "One command, every setting, your own PostgreSQL, your carrier, health, and the audit.",
      },
      {
        slug: "deploy",
        title: "Deploy",
        description:
          "With Docker Compose, systemd, or Kubernetes, in several processes, behind nginx or Caddy.",
        keywords: "container image Dockerfile compose k8s production TLS nginx",
      },
      {
        slug: "backup-and-upgrade",
        title: "Backup and upgrade",
        description: "One command for each: back up while everything runs, restore, upgrade.",
        keywords: "disaster recovery migration pg_dump",
      },
      {
        slug: "monitoring",
        title: "Monitoring",
        description: "Health checks, figures for Prometheus, alarms by email and webhook, traces.",
        keywords: "metrics Grafana alerts OpenTelemetry OTLP tracing observability",
      },
      {
        slug: "own-phone",
        title: "Your own phone as the carrier",
        description: "From an Android phone with a SIM card to a delivered message in ten minutes.",
        keywords: "Android SIM gateway GSM modem sms-gate",
      },
      {
        slug: "carriers",
        title: "Carriers and routes",
        description:
          "carriers.json: every kind of carrier with its settings, routes, secrets, failover, and rate.",
        keywords: "SMPP Twilio Vonage SMSAPI provider routing",
      },
      {
        slug: "versioning",
        title: "Versioning",
        description: "What stays the same, what may change, and how changes are announced.",
      },
      {
        slug: "changelog",
        title: "Changelog",
        description: "What changed in the API and the webhooks, by version.",
      },
    ],
  },
];

/** All pages one after the other. */
export const pages: DocsPage[] = pageGroups.flatMap((group) => group.pages);

/** The page of this name; undefined when there is none. */
export function findPage(slug: string): DocsPage | undefined {
  return pages.find((page) => page.slug === slug);
}
