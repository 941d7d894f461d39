import { isRefusal } from "@/features/api/refusal";
import { forgetAsking, recallAsking, rememberAsking } from "./hold-memory";

/** How long is waited before each further asking, ms. */
const PAUSES_MS = [1_000, 2_500];

interface Asking {
  readonly holdToken: string;
  readonly isAgain: boolean;
}

/**
 * Asks for a hold under a token of this tab's own that is remembered first. An answer that gets lost on its way, or with the
 * page when it is loaded anew, is thus asked for again and finds the hold it was about. Rejects with what `refusalOf` reads.
 */
export async function askUntilHeard<Hold>(key: string, ask: (asking: Asking) => Promise<Hold>, pausesMs: readonly number[] = PAUSES_MS): Promise<Hold> {
  const known = recallAsking(key);
  const holdToken = known ?? newToken();
  rememberAsking(key, holdToken);
  for (let attempt = 0; ; attempt += 1) {
    try {
      const hold = await ask({ holdToken, isAgain: known !== null || attempt > 0 });
      forgetAsking(key);
      return hold;
    } catch (error) {
      const pause = pausesMs[attempt];
      if (isRefusal(error)) forgetAsking(key);
      if (isRefusal(error) || pause === undefined) throw error;
      await new Promise((resume) => setTimeout(resume, pause));
    }
  }
}

/** 32 random bytes in base64url. */
function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
