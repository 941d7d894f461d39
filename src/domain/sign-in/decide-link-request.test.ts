import { expect, test } from "vitest";
import { decideLinkRequest, type LinkRequests } from "./decide-link-request";

const quiet: LinkRequests = { forAddressByRequester: 0, forAddress: 0, byRequester: 0, hasLiveLink: true };

test.each<[string, Partial<LinkRequests>, boolean]>([
  ["a first one", {}, true],
  ["a fifth by one requester", { forAddressByRequester: 4, forAddress: 4, byRequester: 4 }, true],
  ["a sixth by one requester, while one works", { forAddressByRequester: 5, forAddress: 5, byRequester: 5 }, false],
  ["the owner's first, after five by a stranger", { forAddress: 5 }, true],
  ["the owner's, after strangers used up the address, while a link in the mailbox works", { forAddress: 20 }, false],
  ["the owner's, after strangers used up the address, once none works", { forAddress: 40, hasLiveLink: false }, true],
  ["one more of somebody who tries addresses", { byRequester: 20, hasLiveLink: false }, false],
])("%s: %j", (_, requests, isSent) => expect(decideLinkRequest({ ...quiet, ...requests })).toBe(isSent));
