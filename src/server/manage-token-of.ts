import { findShortLink } from "@/application/booking/short-link";
import { getContainer } from "./container";
import { pageContext } from "./page-context";
import { countRequest } from "./rate-limit";

const CODE = /^[\w-]{22}$/;

/** The manage token behind a short code; null when it opens nothing. Guesses are counted like every public read. */
export async function manageTokenOf(code: string): Promise<string | null> {
  const app = await pageContext();
  await countRequest(getContainer(), app.actor, "read");
  return CODE.test(code) ? findShortLink(app, code) : null;
}
