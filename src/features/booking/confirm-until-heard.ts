import { isRefusal, refusalOf, type Refusal } from "@/features/api/refusal";

/** How long is waited before it is asked once more, ms. */
const PAUSE_MS = 1_500;

/** Whether the booking was made is not known: the answer was not heard. */
export class Unheard extends Error {
  readonly refusal: Refusal;

  constructor(cause: unknown) {
    super("The answer was not heard.", { cause });
    this.refusal = { ...refusalOf(cause), message: "We could not hear back, so we do not know whether your appointment is booked. Check your connection and press the button again: it is never booked twice." };
  }
}

/**
 * Confirms, and asks once more where the answer got lost: the server answers the same hold and details with the same booking.
 * Rejects with the server's refusal, or with `Unheard`.
 */
export async function confirmUntilHeard<Confirmation>(ask: () => Promise<Confirmation>, pauseMs = PAUSE_MS): Promise<Confirmation> {
  try {
    return await ask();
  } catch (first) {
    if (isRefusal(first)) throw first;
  }
  await new Promise((resume) => setTimeout(resume, pauseMs));
  try {
    return await ask();
  } catch (error) {
    throw isRefusal(error) ? error : new Unheard(error);
  }
}
