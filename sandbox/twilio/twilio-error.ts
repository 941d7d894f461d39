export const twilioErrorBody = (status: number, code: number, message: string) => ({
  code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status,
});

/** An answer in Twilio's envelope. */
export class TwilioError extends Error {
  constructor(readonly status: 400 | 401 | 404 | 429, readonly code: number, message: string) {
    super(message);
  }

  toResponse = () => Response.json(twilioErrorBody(this.status, this.code, this.message), { status: this.status });
}
