export interface Refusal {
  readonly code: string;
  readonly httpStatus: number;
  /** A sentence for people. */
  readonly message: string;
  readonly fields: readonly { field: string; message: string }[];
  readonly alternatives: readonly { startsAt: string; endsAt: string }[];
  readonly retryAfterSeconds: number | undefined;
}

/** What the server said of a failed call; a lost connection reads as such. */
export function refusalOf(error: unknown): Refusal {
  const message = error instanceof Error ? error.message : "Something went wrong.";
  const data = error instanceof Error && "data" in error ? error.data : undefined;
  if (!isRefusalData(data)) return { code: "UNREACHABLE", httpStatus: 503, message: "We could not reach the server. Nothing was saved. Check your connection and try again.", fields: [], alternatives: [], retryAfterSeconds: undefined };
  return { ...data, message };
}

/** The server understood and said no: asking again changes nothing. */
export const isRefusal = (error: unknown): boolean => refusalOf(error).httpStatus < 500;

const isRefusalData = (data: unknown): data is Omit<Refusal, "message"> => typeof data === "object" && data !== null && "code" in data && "httpStatus" in data && "fields" in data;
