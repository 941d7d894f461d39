import { useEffect, useState } from "react";

/** The server's clock (epoch ms), counted on from what it last said; the device's own may be wrong. */
export function useServerClock(said: string): number {
  const [now, setNow] = useState(() => Date.parse(said));
  useEffect(() => {
    const ahead = Date.parse(said) - Date.now();
    const timer = setInterval(() => setNow(Date.now() + ahead), 1_000);
    return () => clearInterval(timer);
  }, [said]);
  return now;
}
