/** The caller's address: the last hop's word behind a trusted proxy, else "direct" (the framework hides the socket). */
export function networkAddressOf(headers: Headers, trustProxy: boolean): string {
  if (!trustProxy) return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "direct";
  return headers.get("x-forwarded-for")?.split(",")[0]?.trim() ?? "direct";
}
