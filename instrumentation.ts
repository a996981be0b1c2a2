/** Next calls this once in each of its server processes, also where another host than ours serves the pages. */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: Next sets it, it is not a setting of ours; its bundler removes the branch for other runtimes.
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { routeConsole } = await import("@/lib/core/route-console");
  routeConsole();
}
