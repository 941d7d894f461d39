/** What stands behind the "#" of a webhook's address. https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides */
export interface ConnectionOverrides {
  /** The address that is called and signed: fragments are in neither. */
  readonly url: string;
  readonly attempts: number;
  /** Whether a status is one to try again after; 0 stands for no answer, which always is. */
  readonly retryOn: (status: number) => boolean;
}

/** Unless told otherwise Twilio tries once more, and only where it could not connect. */
export function connectionOverrides(address: string): ConnectionOverrides {
  const [url = "", fragment = ""] = address.split("#");
  const set = new URLSearchParams(fragment);
  const policies = (set.get("rp") ?? "ct").split(",");
  const isRetried = (policy: string) => policies.includes(policy) || policies.includes("all");
  return { url, attempts: 1 + Number(set.get("rc") ?? 1), retryOn: (status) => (status >= 500 && isRetried("5xx")) || (status >= 400 && status < 500 && isRetried("4xx")) };
}
