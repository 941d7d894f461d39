import { expect, test } from "vitest";
import { messageSteps } from "./message-steps";

const NONE = { createdAt: 1, sentAt: null, deliveredAt: null, readAt: null, openedAt: null, clickedAt: null, failedAt: null };
const kinds = (times: Partial<typeof NONE> | Record<string, number>) => messageSteps({ ...NONE, ...times }).map(({ kind }) => kind);

test("what happened comes in order of time, and at one moment in the only order there can be", () => {
  expect(kinds({})).toEqual(["queued"]);
  expect(kinds({ sentAt: 2, deliveredAt: 3, openedAt: 4, clickedAt: 4 })).toEqual(["queued", "sent", "delivered", "opened", "clicked"]);
  expect(kinds({ sentAt: 1, deliveredAt: 1, readAt: 1 })).toEqual(["queued", "sent", "delivered", "read"]);
  expect(kinds({ sentAt: 2, failedAt: 3, deliveredAt: 5 })).toEqual(["queued", "sent", "failed", "delivered"]);
});
