export interface SendgridProblem {
  message: string;
  field?: string;
  help?: string;
}

export const sendgridErrorBody = (problems: SendgridProblem[]) => ({
  errors: problems.map(({ message, field = null, help = null }: { message: string; field?: string | null; help?: string | null }) => ({ message, field, help })),
});

/** An answer in SendGrid's envelope. */
export class SendgridError extends Error {
  constructor(readonly status: 400 | 401 | 403 | 404 | 413 | 429, readonly problems: SendgridProblem[]) {
    super(problems[0]?.message);
  }

  toResponse = () => Response.json(sendgridErrorBody(this.problems), { status: this.status });
}
