import { Prisma } from "@/generated/prisma/client";
import type { Tx } from "@/platform/db";
import type { Sql } from "./sql";
import { sqlState } from "./transaction";

interface AuditRow {
  readonly id: string;
  readonly actorKind: string;
  readonly actorId: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly providerId?: string | null;
  readonly before?: Prisma.InputJsonObject;
  readonly after?: Prisma.InputJsonObject;
}

/** As graphile-worker's `job_spec`. */
interface JobRow {
  readonly identifier: string;
  readonly payload: object;
  readonly queue_name: string | null;
  readonly run_at: string | null;
  readonly max_attempts: number;
  readonly job_key: string | null;
}

/** Where a change is written: at once, or collected. */
export type WriteTo = Tx | Changes;

/** Raised by `refuse_change`, with the number of the demand that did not hold. */
const REFUSED = "MB001";

/**
 * What follows from a decision, collected while it is made and written by one statement: all of it or nothing. Rows,
 * audit rows and jobs travel together, so that a change costs one round trip however much it brings about.
 */
export class Changes {
  readonly #parts = new Map<string, Prisma.Sql>();
  readonly #demands: { holds: Prisma.Sql; otherwise: () => Error }[] = [];
  readonly #answers: Prisma.Sql[] = [];
  readonly #audits: AuditRow[] = [];
  readonly #jobs: { job: JobRow; when: Prisma.Sql | undefined }[] = [];
  readonly #endedJobs: string[] = [];

  /** A part that writes rows. All parts see the tables as they were before, and of each other only what they return. */
  write(name: string, part: Prisma.Sql): void {
    if (this.#parts.has(name)) throw new Error(`two parts of one change are named ${name}`);
    this.#parts.set(name, part);
  }

  /** A condition over parts and tables. Unless it holds nothing is written, and what `otherwise` gives is thrown. */
  demand(holds: Prisma.Sql, otherwise: () => Error): void {
    this.#demands.push({ holds, otherwise });
  }

  /** A value over parts and tables that `flush` returns under `name`. */
  answer(name: string, value: Prisma.Sql): void {
    this.#answers.push(Prisma.sql`${value} AS ${Prisma.raw(`"${name}"`)}`);
  }

  audit(row: AuditRow): void {
    this.#audits.push(row);
  }

  /** A job that waits under the same key is replaced. With `when`, a condition over parts and tables, it is added only if that holds. */
  addJob(job: JobRow, when?: Prisma.Sql): void {
    this.#jobs.push({ job, when });
  }

  endJob(key: string): void {
    this.#endedJobs.push(key);
  }

  /** Writes everything in one statement and returns the answers. */
  async flush<Answers extends object>(sql: Sql): Promise<Answers | undefined> {
    if (this.#isEmpty()) return undefined;
    const { text, values } = this.#statement();
    try {
      const [answers] = await sql<Answers>(text, values);
      return answers;
    } catch (error) {
      if (sqlState(error) !== REFUSED) throw error;
      throw this.#demands[refusedIn(error)]?.otherwise() ?? error;
    }
  }

  #isEmpty(): boolean {
    return this.#parts.size + this.#demands.length + this.#answers.length + this.#audits.length + this.#jobs.length + this.#endedJobs.length === 0;
  }

  #statement(): Prisma.Sql {
    if (this.#audits.length > 0) this.write("audited", auditPart(this.#audits));
    const parts = [...this.#parts].map(([name, part]) => Prisma.sql`${Prisma.raw(name)} AS (${part})`);
    const results = [...this.#demandResults(), ...this.#answers, ...this.#jobResults(), Prisma.sql`1 AS done`];
    const written = parts.length > 0 ? Prisma.sql`WITH ${Prisma.join(parts, ", ")}` : Prisma.empty;
    return Prisma.sql`${written} SELECT ${Prisma.join(results, ", ")}`;
  }

  #demandResults(): Prisma.Sql[] {
    if (this.#demands.length === 0) return [];
    const cases = this.#demands.map(({ holds }, which) => Prisma.sql`WHEN NOT (${holds}) THEN refuse_change(${Prisma.raw(String(which))})`);
    return [Prisma.sql`CASE ${Prisma.join(cases, " ")} END AS refused`];
  }

  #jobResults(): Prisma.Sql[] {
    // All jobs travel in one call: what it costs hardly depends on how many there are.
    const certain = this.#jobs.filter(({ when }) => when === undefined).map(({ job }) => job);
    const wanted = [
      Prisma.sql`SELECT spec FROM jsonb_populate_recordset(NULL::graphile_worker.job_spec, ${JSON.stringify(certain)}::jsonb) AS spec`,
      ...this.#jobs.flatMap(({ job, when }) => (when ? [Prisma.sql`SELECT spec FROM jsonb_populate_record(NULL::graphile_worker.job_spec, ${JSON.stringify(job)}::jsonb) AS spec WHERE ${when}`] : [])),
    ];
    const added = Prisma.sql`(SELECT count(*)::int FROM (SELECT array_agg(spec) AS specs FROM (${Prisma.join(wanted, " UNION ALL ")}) AS wanted) AS wanted, LATERAL graphile_worker.add_jobs(specs) WHERE specs IS NOT NULL) AS "addedJobs"`;
    const ended = Prisma.sql`(SELECT count(graphile_worker.remove_job(key))::int FROM unnest(${this.#endedJobs}::text[]) AS key) AS "endedJobs"`;
    return [...(this.#jobs.length > 0 ? [added] : []), ...(this.#endedJobs.length > 0 ? [ended] : [])];
  }
}

const auditPart = (rows: readonly AuditRow[]) => Prisma.sql`
  INSERT INTO audit_entry (id, actor_kind, actor_id, action, subject_kind, subject_id, provider_id, "before", "after")
  SELECT id, "actorKind", "actorId", action, "subjectKind", "subjectId", "providerId", "before", "after"
  FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS fact(id uuid, "actorKind" text, "actorId" text, action text, "subjectKind" text, "subjectId" text, "providerId" uuid, "before" jsonb, "after" jsonb)`;

const refusedIn = (error: unknown): number => Number(/refused: (\d+)/.exec(error instanceof Error ? error.message : "")?.[1] ?? -1);
