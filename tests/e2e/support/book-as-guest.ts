import type { Page } from "@playwright/test";
import { expect } from "./fixtures";

export interface Guest {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

/** A guest nobody else uses. */
export function newGuest(): Guest {
  const key = Math.floor(Math.random() * 1_000_000);
  return { name: `Nora Test ${key}`, email: `nora.${key}@mail.example`, phone: `+4915155${String(key).padStart(6, "0")}` };
}

/** Books the first offered time of a day that has several, on all three channels. Ends on the confirmation. */
export async function bookAsGuest(page: Page, address: string, guest: Guest): Promise<{ manageHref: string }> {
  await page.goto(address);
  await expect(page.getByRole("heading", { name: "When suits you?" })).toBeVisible();
  await page.getByRole("button", { name: /^\d\d:\d\d$/ }).first().click();
  await expect(page.getByRole("heading", { name: "Who is coming?" })).toBeVisible();
  await page.getByLabel("Your name").fill(guest.name);
  await page.getByLabel("E-mail", { exact: true }).first().fill(guest.email);
  await page.getByLabel(/^Phone/).fill(guest.phone);
  for (const channel of ["SMS", "WhatsApp"]) await page.getByRole("checkbox", { name: channel }).check();
  await page.getByLabel(/Reason for the visit/).fill("A secret about my health");
  await page.getByRole("button", { name: /^(Confirm|Ask for this time)/ }).filter({ visible: true }).click();
  const manage = page.getByRole("link", { name: /move or cancel/i });
  await expect(manage).toBeVisible();
  return { manageHref: (await manage.getAttribute("href")) ?? "" };
}
