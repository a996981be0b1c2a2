import type { CDPSession, Page } from "@playwright/test";

export interface PasskeyDevice {
  client: CDPSession;
  authenticatorId: string;
}

/** Gives the browser of a page a device that keeps passkeys; somebody is there to touch and unlock it. */
export async function plugIn(page: Page): Promise<PasskeyDevice> {
  const client = await page.context().newCDPSession(page);
  await client.send("WebAuthn.enable");
  const { authenticatorId } = await client.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { client, authenticatorId };
}

/** Whether somebody touches the device when it is asked. */
export async function setTouched(device: PasskeyDevice, enabled: boolean): Promise<void> {
  const { client, authenticatorId } = device;
  await client.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId, enabled });
}
