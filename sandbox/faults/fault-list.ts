import { z } from "zod";

export const vendors = ["google", "twilio", "sendgrid", "files"] as const;
export type Vendor = (typeof vendors)[number];

export const FaultInput = z.strictObject({
  vendor: z.enum(vendors),
  /** Substring or regular expression of path and query; empty matches everything. */
  match: z.string().default(""),
  method: z.string().transform((method) => method.toUpperCase()).optional(),
  status: z.int().min(100).max(599).optional(),
  delayMs: z.int().min(0).max(300_000).optional(),
  /** Close the socket instead of answering. */
  drop: z.boolean().optional(),
  /** Send half of the answer, then close the socket. */
  truncate: z.boolean().optional(),
  /** Act first, then fault: the reply is lost, the deed is done. */
  after: z.boolean().optional(),
  /** How many requests it hits; without it, all until faults are cleared. */
  times: z.int().min(1).optional(),
  /** Vendor's reason, such as rateLimitExceeded. */
  reason: z.string().optional(),
  /** Seconds, sent as Retry-After. */
  retryAfter: z.int().min(0).optional(),
  /** A string is sent as text/html, anything else as JSON. */
  body: z.unknown().optional(),
});

export type Fault = z.infer<typeof FaultInput> & { hits: number };

const matches = (fault: Fault, target: string) => {
  if (target.includes(fault.match)) return true;
  try {
    return new RegExp(fault.match).test(target);
  } catch (error) {
    if (error instanceof SyntaxError) return false; // a plain path need not be a valid expression
    throw error;
  }
};

export function faultList() {
  let faults: Fault[] = [];
  return {
    add(input: z.infer<typeof FaultInput>): Fault {
      const fault = { ...input, hits: 0 };
      faults.push(fault);
      return fault;
    },
    list: () => faults,
    clear() {
      faults = [];
    },
    /** The first armed fault for this request, counted as hit. */
    take(vendor: Vendor, method: string, target: string): Fault | undefined {
      const fault = faults.find((candidate) =>
        candidate.vendor === vendor &&
        (!candidate.method || candidate.method === method) &&
        (candidate.times === undefined || candidate.hits < candidate.times) &&
        matches(candidate, target));
      if (fault) fault.hits += 1;
      return fault;
    },
  };
}

export type FaultList = ReturnType<typeof faultList>;
