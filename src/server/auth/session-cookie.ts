/** NextAuth's cookie name: prefixed where the site is served over https. */
export const sessionCookieName = (publicOrigin: string): string => (publicOrigin.startsWith("https:") ? "__Secure-next-auth.session-token" : "next-auth.session-token");

/** The Set-Cookie header of a session. `expiresAt` is epoch ms. */
export function setSessionCookie({ sessionToken, expiresAt }: { readonly sessionToken: string; readonly expiresAt: number }, publicOrigin: string): string {
  const secure = publicOrigin.startsWith("https:") ? "; Secure" : "";
  return `${sessionCookieName(publicOrigin)}=${sessionToken}; Path=/; Expires=${new Date(expiresAt).toUTCString()}; HttpOnly; SameSite=Lax${secure}`;
}

/** The session token in a Cookie header, or null. */
export function sessionTokenOf(cookieHeader: string | null, publicOrigin: string): string | null {
  const name = `${sessionCookieName(publicOrigin)}=`;
  const pair = cookieHeader?.split(/;\s*/).find((part) => part.startsWith(name));
  return pair === undefined ? null : decoded(pair.slice(name.length));
}

/** What is no encoding at all is no session either. */
function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
