import { cookies } from "next/headers";
import { civilDateOf, type CivilDate } from "@/domain/time/civil-date";
import { readRememberedZone, ZONE_COOKIE } from "@/domain/time/remembered-zone";
import { isTimeZone } from "@/domain/time/time-zone";
import { getContainer } from "./container";

export interface VisitorTime {
  /** The zone asked for in the address, else the remembered one; null when the visitor is new. */
  readonly timeZone: string | null;
  /** False when the device's own zone may still take its place. */
  readonly isChosen: boolean;
  /** Epoch ms. */
  readonly now: number;
  todayIn(timeZone: string): CivilDate;
}

/** When and where the visitor of a page is. `asked` is the `tz` of the address. */
export async function visitorTime(asked?: string): Promise<VisitorTime> {
  const now = getContainer().clock.now();
  const todayIn = (timeZone: string) => civilDateOf(now, timeZone);
  if (asked !== undefined && isTimeZone(asked)) return { timeZone: asked, isChosen: true, now, todayIn };
  const remembered = readRememberedZone((await cookies()).get(ZONE_COOKIE)?.value);
  if (remembered === null || !isTimeZone(remembered.timeZone)) return { timeZone: null, isChosen: false, now, todayIn };
  return { ...remembered, now, todayIn };
}
