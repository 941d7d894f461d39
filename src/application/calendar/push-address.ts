/** Google pushes to https only; a stand-in on this machine may be reached without. Null: there can be no pushes here. */
export function pushAddressOf(publicOrigin: string): string | null {
  const { protocol, hostname } = new URL(publicOrigin);
  const isLoopback = hostname === "localhost" || hostname === "127.0.0.1" || hostname === "[::1]";
  return protocol === "https:" || isLoopback ? `${publicOrigin}/api/webhooks/google` : null;
}
