import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/trpc/root";

type Inputs = inferRouterInputs<AppRouter>;
type Outputs = inferRouterOutputs<AppRouter>;
type PathsOf<Router> = { [Noun in keyof Router & string]: `${Noun}.${keyof Router[Noun] & string}` }[keyof Router & string];

/** A procedure's name, such as "bookings.hold". */
export type ProcedurePath = PathsOf<Inputs>;
type At<Router, Path> = Path extends `${infer Noun}.${infer Verb}` ? (Noun extends keyof Router ? (Verb extends keyof Router[Noun] ? Router[Noun][Verb] : never) : never) : never;
export type InputOf<Path extends ProcedurePath> = At<Inputs, Path>;
export type OutputOf<Path extends ProcedurePath> = At<Outputs, Path>;

/**
 * Calls one procedure over HTTP, in a twentieth of the script that tRPC's client and React Query need: for patients'
 * pages. Always by POST, so that no token stands in an address. Rejects with what `refusalOf` reads.
 */
export async function callProcedure<Path extends ProcedurePath>(path: Path, input: InputOf<Path>): Promise<OutputOf<Path>> {
  const response = await fetch(`/api/trpc/${path}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(input) });
  const answer: ProcedureAnswer<OutputOf<Path>> = await response.json();
  if ("error" in answer) throw new ProcedureError(answer.error);
  return answer.result.data;
}

type ProcedureFailure = { message: string; data: unknown };
type ProcedureAnswer<Output> = { result: { data: Output } } | { error: ProcedureFailure };

class ProcedureError extends Error {
  readonly data: unknown;

  constructor({ message, data }: ProcedureFailure) {
    super(message);
    this.name = "ProcedureError";
    this.data = data;
  }
}
