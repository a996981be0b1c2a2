import { expect, type Page } from "@playwright/test";
import { balance, mintAccount, type Person, signIn, signInByForm, test } from "./fixtures";
import { plugIn, setTouched } from "./passkey-device";

async function addPasskey(page: Page, { password }: Person, name: string): Promise<void> {
  await page.goto("/settings/account");
  await page.getByRole("link", { name: "Add a passkey" }).click();
  await page.waitForURL("/settings/account/passkeys");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(/ on /);
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Add passkey" }).click();
  await expect(page.getByText(`${name} was added.`)).toBeVisible();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.waitForURL("/sign-in?after=sign-out");
}

test("a passkey is added, signs in alone, and no longer does once it is removed", async ({
  page,
  newcomer,
}) => {
  const device = await plugIn(page);
  await addPasskey(page, newcomer, "My laptop");
  await expect(page.getByRole("listitem").filter({ hasText: "My laptop" })).toContainText(
    "Not used yet",
  );
  // Nobody touches it, so the browser fills nothing in by itself.
  await setTouched(device, false);
  await signOut(page);
  await page.goto("/sign-in?next=%2Fcredits");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await setTouched(device, true);
  await page.waitForURL("/credits");
  await expect(balance(page)).toBeVisible();

  await page.goto("/settings/account/passkeys");
  const row = page.getByRole("listitem").filter({ hasText: "My laptop" });
  await expect(row).toContainText("Last used");
  await row.getByRole("button", { name: /^Remove/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your password").fill("not the password");
  await dialog.getByRole("button", { name: "Remove" }).click();
  await expect(dialog.getByLabel("Your password")).toHaveAccessibleDescription(/not your current/);
  await dialog.getByLabel("Your password").fill(newcomer.password);
  await dialog.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText(/My laptop.* no longer signs you in/)).toBeVisible();
  await expect(row).toHaveCount(0);

  await setTouched(device, false);
  await signOut(page);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await setTouched(device, true);
  await expect(page.getByText("This passkey doesn't work here.")).toBeVisible();
  await setTouched(device, false);
  await signInByForm(page, newcomer, { path: "/credits" });
});

test("the browser offers passkeys in the email field, without the button", async ({
  page,
  newcomer,
}) => {
  await plugIn(page);
  await addPasskey(page, newcomer, "My laptop");
  await page.context().clearCookies();
  // The browser without a person chooses the only one by itself.
  await page.goto("/sign-in?next=%2Fcredits");
  await page.waitForURL("/credits");
  await expect(balance(page)).toBeVisible();
});

test("a device that has a passkey of the account makes no second one, and a dismissed question adds none", async ({
  page,
  newcomer,
}) => {
  const device = await plugIn(page);
  await addPasskey(page, newcomer, "My laptop");
  await page.getByLabel("Your password").fill(newcomer.password);
  await page.getByRole("button", { name: "Add passkey" }).click();
  await expect(page.getByText("This device already has a passkey")).toBeVisible();
  await device.client.send("WebAuthn.setUserVerified", {
    authenticatorId: device.authenticatorId,
    isUserVerified: false,
  });
  await device.client.send("WebAuthn.clearCredentials", device);
  await page.getByRole("button", { name: "Add passkey" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "My laptop" })).toHaveCount(1);
});

test("a browser without passkeys has no button for them, and the password works", async ({
  page,
}) => {
  const account = await mintAccount();
  await page.addInitScript(() => Reflect.deleteProperty(window, "PublicKeyCredential"));
  await page.goto("/sign-in");
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: /passkey/ })).toHaveCount(0);
  await signIn(page, account, { path: "/settings/account/passkeys" });
  await expect(page.getByText("This browser has no passkeys")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the password signs in, and nothing offers what can't work", async ({ page }) => {
    const account = await mintAccount();
    await page.goto("/sign-in");
    await expect(page.getByRole("button", { name: /passkey/ })).toHaveCount(0);
    await signInByForm(page, account);
    await expect(balance(page)).toBeVisible();
  });
});
