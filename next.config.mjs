/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // lib/server/pages-main.ts compresses, with Brotli too.
  compress: false,
  // Every reader counts as one whose page needs its name at once: a name that is streamed may come after the content, and
  // a screen reader starts with it (WCAG 2.4.2).
  htmlLimitedBots: /.*/,
  // `npm run check` runs the compiler; a fresh clone should not wait for it a second time.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "@node-rs/argon2",
    "drizzle-orm",
    "pg",
    "nodemailer",
    "pino",
    "rate-limiter-flexible",
    "ioredis",
    "libphonenumber-js",
    "stripe",
    "prom-client",
    "@modelcontextprotocol/sdk",
    "@opentelemetry/api",
    "@opentelemetry/exporter-trace-otlp-http",
    "@opentelemetry/resources",
    "@opentelemetry/sdk-trace-base",
  ],
  rewrites: async () => [
    { source: "/docs/:page([a-z-]+)\\.md", destination: "/docs/markdown/:page" },
    {
      source: "/docs/reference/:part([A-Za-z]+)\\.md",
      destination: "/docs/markdown/reference/:part",
    },
  ],
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "X-Frame-Options", value: "DENY" },
        { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
        { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
        { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
        { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
      ],
    },
    {
      // Of the API, which is served without Next, only sign-in comes here; a plain Next host serves all of it.
      source: "/api/:path*",
      headers: [
        { key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" },
      ],
    },
  ],
};

export default config;
