import type { RefusedStart } from "@/application/availability/nearest-alternatives";
import type { AppContext } from "@/application/shared/context";
import { readSql } from "@/application/shared/sql";
import type { SlotRefusal } from "@/domain/availability/explain-slot";
import { refusalOf } from "./assess-start";

/** Leaves a transaction whose start was refused, so that the alternatives are looked for after it, outside the lock. */
export class StartRefused extends Error {
  override readonly name = "StartRefused";
  constructor(
    readonly refusal: SlotRefusal,
    readonly start: RefusedStart,
  ) {
    super(refusal);
  }
}

/** Runs a transaction and turns a refused start into its error with the nearest free ones. */
export async function withAlternatives<T>(app: AppContext, transaction: () => Promise<T>): Promise<T> {
  try {
    return await transaction();
  } catch (error) {
    if (error instanceof StartRefused) throw await refusalOf(readSql(app), error.refusal, error.start);
    throw error;
  }
}
