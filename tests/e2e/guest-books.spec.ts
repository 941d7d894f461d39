import type { Route } from "@playwright/test";
import { z } from "zod";
import { bookAsGuest, newGuest, typeTextedCode } from "./support/book-as-guest";
import { expect, test } from "./support/fixtures";

const AMARA = "amara.okafor@lindenhof.example";

test("a guest books online; calendar, inbox and manage page follow, through a move and a cancellation", async ({ page, sandbox, expectAccessible }) => {
  const guest = newGuest();
  const { manageHref } = await bookAsGuest(page, { provider: "amara-okafor", service: "video-consult" }, guest);
  await typeTextedCode(page, sandbox, guest);
  await expect(page.getByRole("heading", { name: "You are booked" })).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByRole("link", { name: /join/i })).toHaveAttribute("href", /\/visit$/);

  const eventOfGuest = async () => (await sandbox.eventsOf(AMARA)).find((event) => event.summary === guest.name);
  await expect.poll(async () => (await eventOfGuest())?.hangoutLink).toMatch(/meet\.google\.com/);
  const booked = await eventOfGuest();
  expect(JSON.stringify(booked)).not.toContain("secret");

  const inbox = async () => [...(await sandbox.messagesTo(guest.email)), ...(await sandbox.messagesTo(guest.phone))];
  await expect.poll(async () => (await inbox()).map((message) => message.channel).sort()).toEqual(["email", "sms", "sms", "whatsapp"]);
  const [email] = await sandbox.messagesTo(guest.email);
  expect(email?.text).toContain("meet.google.com");
  expect(email?.attachments?.[0]?.content).toMatch(/METHOD:REQUEST[\s\S]*SEQUENCE:0/);
  expect(JSON.stringify(await inbox())).not.toContain("secret");

  await page.goto(manageHref);
  await expectAccessible(page);
  await page.getByRole("button", { name: /move/i }).first().click();
  await page.getByRole("button", { name: /^\d\d:\d\d$/ }).last().click();
  await page.getByRole("button", { name: /^Move/ }).filter({ visible: true }).last().click();
  await expect.poll(async () => (await eventOfGuest())?.start?.dateTime).not.toBe(booked?.start?.dateTime);
  expect((await eventOfGuest())?.id).toBe(booked?.id);
  await expect.poll(async () => (await sandbox.messagesTo(guest.email))[0]?.attachments?.[0]?.content).toMatch(/METHOD:REQUEST[\s\S]*SEQUENCE:1/);

  await page.goto(manageHref);
  await page.getByRole("button", { name: /cancel/i }).first().click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Cancel the appointment" }).click();
  await expect(page.getByText(/cancelled/i).first()).toBeVisible();
  await expect.poll(async () => (await sandbox.eventsOf(AMARA)).find((event) => event.id === booked?.id)?.status).toBe("cancelled");
  await expect.poll(async () => (await sandbox.messagesTo(guest.email))[0]?.attachments?.[0]?.content).toMatch(/METHOD:CANCEL/);
});

test("a time that was just taken turns into the nearest others", async ({ page, request }) => {
  await page.goto("/p/jonas-weber?service=consultation");
  const first = page.getByRole("button", { name: /^\d\d:\d\d$/ }).first();
  await expect(first).toBeVisible();
  // Somebody else is quicker: the time is taken between showing and choosing.
  const overtake = async (route: Route) => {
    // What is asked for, and not as whom.
    const data = z.object({ provider: z.string(), service: z.string(), startsAt: z.string(), mode: z.string() }).parse(route.request().postDataJSON());
    expect((await request.post("/api/v1/holds", { data })).status()).toBe(201);
    await route.continue();
  };
  await page.route("**/api/trpc/bookings.hold", overtake, { times: 1 });
  await first.click();
  await expect(page.getByText(/just (been )?taken/i).first()).toBeVisible();
  await expect(page.getByRole("button", { name: /\d\d:\d\d/ }).first()).toBeVisible();
});

test("a manage link shown by a GET changes nothing, and a wrong one gives nothing away", async ({ page, request }) => {
  const response = await page.goto(`/m/${"x".repeat(43)}`);
  expect(response?.headers()["cache-control"]).toContain("no-store");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/link/i);
  for (const path of ["cancel", "reschedule"]) expect((await request.get(`/api/v1/bookings/AAAA-2222/${path}`)).status()).toBe(405);
});
