/** Links asked for within the last hour. */
export interface LinkRequests {
  /** For this address, by this requester. */
  readonly forAddressByRequester: number;
  /** For this address, by everybody. */
  readonly forAddress: number;
  /** By this requester, for any address. */
  readonly byRequester: number;
  /** Whether a link to this address still works. */
  readonly hasLiveLink: boolean;
}

/** More than this is somebody else's inbox, or somebody trying addresses. */
const MOST_FOR_ADDRESS_BY_REQUESTER = 5;
const MOST_FOR_ADDRESS = 20;
const MOST_BY_REQUESTER = 20;

/**
 * Whether one more link is sent. What others ask for takes nothing from whoever owns the mailbox: each requester has a count of
 * their own, and where an address has had its most, a link goes there all the same once none of those sent works any more.
 */
export function decideLinkRequest({ forAddressByRequester, forAddress, byRequester, hasLiveLink }: LinkRequests): boolean {
  if (byRequester >= MOST_BY_REQUESTER) return false;
  return !hasLiveLink || (forAddressByRequester < MOST_FOR_ADDRESS_BY_REQUESTER && forAddress < MOST_FOR_ADDRESS);
}
