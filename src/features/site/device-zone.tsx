"use client";

import { useEffect } from "react";
import { useRouter } from "next/navigation";
import { writeRememberedZone, ZONE_COOKIE, type RememberedZone } from "@/domain/time/remembered-zone";

const YEAR_SECONDS = 365 * 24 * 3600;

/** The zone this device keeps. */
export const deviceZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

export function rememberZone(zone: RememberedZone): void {
  document.cookie = `${ZONE_COOKIE}=${writeRememberedZone(zone)}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}

/**
 * Remembers the device's zone for the next page, and has this one rendered again when the server had guessed another.
 * `renderedZone` is null when the server did not know any.
 */
export function DeviceZone({ renderedZone, isChosen }: { renderedZone: string | null; isChosen: boolean }) {
  const router = useRouter();
  useEffect(() => {
    const timeZone = deviceZone();
    if (isChosen || timeZone === renderedZone) return;
    rememberZone({ timeZone, isChosen: false });
    router.refresh();
  }, [isChosen, renderedZone, router]);
  return null;
}
