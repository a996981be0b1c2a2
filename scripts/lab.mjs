// The conditions pages are measured under: which screen, which line, how slow a processor.
const phone = { width: 390, height: 844 };
const desk = { width: 1440, height: 900 };
const mobileLine = { latency: 150, downMbit: 1.6, upMbit: 0.75 };
const cableLine = { latency: 40, downMbit: 10, upMbit: 10 };

/** A phone, a computer, and a computer as slow as the phone for what is made for wide screens only. */
export const devices = {
  phone: { viewport: phone, line: mobileLine, slowdown: 4, isMobile: true },
  desktop: { viewport: desk, line: cableLine, slowdown: 1, isMobile: false },
  slowDesktop: { viewport: desk, line: mobileLine, slowdown: 4, isMobile: false },
};

/** An empty page of its own on such a device; the context is to be closed. */
async function openLab(browser, { baseURL, cookies, device }) {
  const { viewport, line, slowdown, isMobile } = device;
  const context = await browser.newContext({
    baseURL,
    viewport,
    deviceScaleFactor: isMobile ? 2 : 1,
    isMobile,
    hasTouch: isMobile,
  });
  await context.addCookies(cookies);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: line.latency,
    downloadThroughput: bytesPerSecond(line.downMbit),
    uploadThroughput: bytesPerSecond(line.upMbit),
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  return { context, page };
}

/** How one load of a page goes: largest paint, blocked time, shifts of the layout. */
export async function measureLoad(browser, path, lab) {
  const { context, page } = await openLab(browser, lab);
  await page.addInitScript(observeLoad);
  await page.goto(path, { waitUntil: "load" });
  await page.waitForTimeout(1500);
  const figures = await page.evaluate(() => globalThis.figures);
  await context.close();
  return figures;
}

/** The longest event from input to paint, in milliseconds, while `act` uses the page at `path`. */
export async function worstEvent(browser, lab, { path, act }) {
  const { context, page } = await openLab(browser, lab);
  await page.goto(path, { waitUntil: "load" });
  await page.waitForTimeout(1000);
  await page.evaluate(() => {
    globalThis.worst = 0;
    new PerformanceObserver((list) => {
      for (const { duration, interactionId } of list.getEntries()) {
        if (interactionId) globalThis.worst = Math.max(globalThis.worst, duration);
      }
    }).observe({ type: "event", durationThreshold: 16 });
  });
  await act(page);
  await page.waitForTimeout(300);
  const worst = await page.evaluate(() => globalThis.worst);
  await context.close();
  return worst;
}

function bytesPerSecond(megabits) {
  return (megabits * 1024 * 1024) / 8;
}

function observeLoad() {
  const figures = { lcpMs: 0, tbtMs: 0, cls: 0 };
  globalThis.figures = figures;
  const on = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
    });
  on("largest-contentful-paint", ({ startTime }) => {
    figures.lcpMs = Math.round(startTime);
  });
  on("longtask", ({ duration }) => {
    figures.tbtMs += Math.round(Math.max(0, duration - 50));
  });
  on("layout-shift", ({ value, hadRecentInput }) => {
    if (!hadRecentInput) figures.cls = Math.round((figures.cls + value) * 1000) / 1000;
  });
}
