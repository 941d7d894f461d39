import type { Vendor } from "./fault-list";

const kept = 20_000;

export interface LedgerEntry {
  vendor: Vendor;
  method: string;
  /** With the query string. */
  path: string;
  /** What the caller saw; 0 when the socket was closed. */
  status: number;
  at: string;
  durationMs: number;
  account?: string;
  fault?: true;
}

/** Remembers the calls each vendor received, so that a test can count them. */
export function requestLedger() {
  let entries: LedgerEntry[] = [];
  return {
    add(entry: LedgerEntry) {
      entries.push(entry);
      if (entries.length > kept) entries = entries.slice(-kept / 2);
    },
    list: (vendor?: Vendor, since?: number) =>
      entries.filter((entry) =>
        (!vendor || entry.vendor === vendor) && (since === undefined || Date.parse(entry.at) >= since)),
    clear() {
      entries = [];
    },
  };
}

export type RequestLedger = ReturnType<typeof requestLedger>;
