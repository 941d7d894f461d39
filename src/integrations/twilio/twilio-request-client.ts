import twilio from "twilio";
import type RequestClient from "twilio/lib/base/RequestClient.js";

const TWILIO = "https://api.twilio.com";

/** Twilio's client has no base-address setting: this one sends what is meant for api.twilio.com to `baseUrl`. */
export class TwilioRequestClient extends twilio.RequestClient {
  constructor(
    private readonly baseUrl: string,
    timeoutMs: number,
  ) {
    super({ timeout: timeoutMs });
  }

  override request<TData>(options: RequestClient.RequestOptions<TData>) {
    return super.request<TData>({ ...options, uri: options.uri.startsWith(TWILIO) ? this.baseUrl.replace(/\/$/, "") + options.uri.slice(TWILIO.length) : options.uri });
  }
}
