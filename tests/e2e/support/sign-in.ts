import type { Page } from "@playwright/test";
import { expect } from "./fixtures";

/** Signs in for real: through the sandbox's account chooser and consent page. */
export async function signIn(page: Page, email: string, landing = "/"): Promise<void> {
  await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(landing)}`);
  await page.getByRole("button", { name: /Google/ }).click();
  await page.getByRole("button", { name: email }).click();
  const allow = page.getByRole("button", { name: "Allow" });
  await allow.click();
  await expect(page).not.toHaveURL(/\/o\/oauth2\/|\/sign-in/);
}
