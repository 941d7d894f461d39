"use client";

import { useCallback } from "react";
import { usePathname, useSearchParams } from "next/navigation";
import { changeClinicAddress, readClinicAddress, type ClinicAddress } from "./clinic-address";

/** The address as state, changed in place without asking the server for the page again. */
export function useClinicAddress(): { address: ClinicAddress; change: (changes: Partial<ClinicAddress>) => void } {
  const path = usePathname();
  const params = useSearchParams();
  const change = useCallback((changes: Partial<ClinicAddress>) => window.history.replaceState(null, "", `${path}${changeClinicAddress(window.location.search, changes)}`), [path]);
  return { address: readClinicAddress(params), change };
}
