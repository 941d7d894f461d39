"use client";

import { useState } from "react";

/** Smaller differences are the way from the server to here. */
const TOLERANCE_MS = 30_000;

/** The server's clock minus this device's in ms, or 0 while they agree. `renderedAt` is when the server wrote the page, epoch ms. */
export function useClockOffset(renderedAt: number): number {
  const [offset] = useState(() => (typeof window === "undefined" ? 0 : renderedAt - Date.now()));
  return Math.abs(offset) > TOLERANCE_MS ? offset : 0;
}
