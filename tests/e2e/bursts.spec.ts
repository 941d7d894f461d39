import { expect, test } from "./support/fixtures";

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

test("200 clients on one time over HTTP: one gets it, the others get alternatives, nobody an error", async ({ request }) => {
  const query = `provider=sofia-marques&service=follow-up&from=${day(3)}&to=${day(20)}&timeZone=Europe/Lisbon`;
  const { slots } = (await (await request.get(`/api/v1/availability?${query}`)).json()) as { slots: { startsAt: string }[] };
  const startsAt = slots[Math.floor(slots.length / 2)]?.startsAt;
  const answers = await Promise.all(Array.from({ length: 200 }, () => request.post("/api/v1/holds", { data: { provider: "sofia-marques", service: "follow-up", startsAt, mode: "ONLINE" } })));
  const statuses = answers.map((answer) => answer.status());
  expect(statuses.filter((status) => status === 201)).toHaveLength(1);
  expect(statuses.filter((status) => status === 409)).toHaveLength(199);
  for (const answer of answers.filter((one) => one.status() === 409)) {
    const problem = (await answer.json()) as { code: string; alternatives: unknown[] };
    expect(problem.code).toBe("SLOT_TAKEN");
    expect(problem.alternatives.length).toBeGreaterThan(0);
  }
});

test("overlapping lengths and buffers at once: what is granted never overlaps", async ({ request }) => {
  const query = `provider=jonas-weber&service=consultation&from=${day(5)}&to=${day(25)}&timeZone=Europe/Berlin`;
  const { slots } = (await (await request.get(`/api/v1/availability?${query}`)).json()) as { slots: { startsAt: string }[] };
  const around = slots.slice(20, 32).map((slot) => slot.startsAt);
  const services = [["consultation", 30], ["health-check", 60]] as const;
  const asks = around.flatMap((startsAt) => services.map(([service, minutes]) => ({ startsAt, service, minutes })));
  const answers = await Promise.all([...asks, ...asks, ...asks].map(async (ask) => ({ ask, status: (await request.post("/api/v1/holds", { data: { provider: "jonas-weber", service: ask.service, startsAt: ask.startsAt, mode: "IN_PERSON" } })).status() })));
  expect(answers.filter(({ status }) => status !== 201 && status !== 409)).toEqual([]);
  const granted = answers.filter(({ status }) => status === 201).map(({ ask }) => ({ from: Date.parse(ask.startsAt), to: Date.parse(ask.startsAt) + (ask.minutes + 15) * 60_000 })).sort((a, b) => a.from - b.from);
  expect(granted.length).toBeGreaterThan(1);
  for (const [index, span] of granted.entries()) if (index > 0) expect(span.from).toBeGreaterThanOrEqual(granted[index - 1]?.to ?? 0);
});
