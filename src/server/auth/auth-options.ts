import { PrismaAdapter } from "@auth/prisma-adapter";
import type { NextAuthOptions } from "next-auth";
import type { Adapter, AdapterAccount } from "next-auth/adapters";
import GoogleProvider from "next-auth/providers/google";
import { uuidv7 } from "uuidv7";
import { sameText } from "@/application/shared/same-text";
import type { Container } from "@/server/container";
import { judgeIdentity } from "./judge-identity";

/**
 * Sign-in with Google (or any OIDC issuer that takes its place), with sessions in the database and tokens at rest as
 * ciphertext. `action` is what NextAuth is asked for, such as "callback". Whose identity it is decides
 * `judgeIdentity`.
 */
export function authOptions(container: Pick<Container, "db" | "env" | "cipher">, action = ""): NextAuthOptions {
  const { env } = container;
  const isHttps = env.PUBLIC_ORIGIN.startsWith("https:");
  return {
    secret: env.AUTH_SECRET,
    useSecureCookies: isHttps,
    adapter: action === "callback" ? forgettingWhoWasThere(container, ownAdapter(container)) : ownAdapter(container),
    session: { strategy: "database", maxAge: 30 * 24 * 3600, updateAge: 24 * 3600 },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers:
      env.GOOGLE_CLIENT_ID && env.GOOGLE_CLIENT_SECRET
        ? [
            GoogleProvider({
              clientId: env.GOOGLE_CLIENT_ID,
              clientSecret: env.GOOGLE_CLIENT_SECRET,
              issuer: env.GOOGLE_OAUTH_ISSUER,
              wellKnown: `${env.GOOGLE_OAUTH_ISSUER.replace(/\/$/, "")}/.well-known/openid-configuration`,
              authorization: { params: { scope: "openid email profile", access_type: "offline", prompt: "consent" } },
              client: { token_endpoint_auth_method: env.GOOGLE_OAUTH_CLIENT_AUTH },
              checks: ["pkce", "state", "nonce"],
              profile: ({ sub, name, email, picture }) => ({ id: sub, name, email: email.toLowerCase(), image: picture }),
              // Safe: `judgeIdentity` refuses addresses that Google has not verified and users who have another identity.
              allowDangerousEmailAccountLinking: true,
            }),
          ]
        : [],
    callbacks: {
      async signIn({ profile, account }) {
        const verdict = account === null ? "unverified" : await judgeIdentity(container.db, account, profile);
        // NextAuth's own code for an identity that cannot be linked; the sign-in page has words for it.
        return verdict === "second-identity" ? `${env.PUBLIC_ORIGIN}/sign-in?error=OAuthAccountNotLinked` : verdict === "welcome";
      },
      // The browser's copy of the session: no id, no role, no token.
      session: ({ session, user }) => ({ expires: session.expires, user: { name: user.name, email: user.email, image: user.image } }),
      redirect: ({ url, baseUrl }) => ownAddress(url, baseUrl),
    },
    events: {
      // An identity may have got another address since; only the one it proves now is verified.
      async signIn({ user, profile }) {
        const email = profile?.email?.toLowerCase();
        if (email !== undefined) await container.db.user.updateMany({ where: { id: user.id, email }, data: { emailVerified: new Date() } });
      },
    },
  };
}

/** Where a sign-in may lead: an address of this site, else its start. */
export function ownAddress(url: string, baseUrl: string): string {
  const target = URL.canParse(url, baseUrl) ? new URL(url, baseUrl) : null;
  return target?.origin === new URL(baseUrl).origin ? target.toString() : baseUrl;
}

/**
 * Prisma's adapter, except that addresses are compared in lower case, that an account's tokens are encrypted before they are
 * written and that the ID token is not kept.
 */
function ownAdapter({ db, cipher }: Pick<Container, "db" | "cipher">): Adapter {
  const adapter = PrismaAdapter(db) as Adapter;
  return {
    ...adapter,
    getUserByEmail: (email) => db.user.findFirst({ where: { email: sameText(email) } }),
    async linkAccount(account: AdapterAccount) {
      const id = uuidv7();
      const sealed = (token: string | undefined, use: string) => (token === undefined ? null : cipher.encrypt(token, `account:${id}:${use}`));
      await db.account.create({
        data: {
          id,
          userId: account.userId,
          type: account.type,
          provider: account.provider,
          providerAccountId: account.providerAccountId,
          access_token: await sealed(account.access_token, "access"),
          refresh_token: await sealed(account.refresh_token, "refresh"),
          expires_at: account.expires_at ?? null,
          token_type: account.token_type ?? null,
          scope: account.scope ?? null,
        },
      });
    },
  };
}

/**
 * NextAuth links a new identity to whoever is signed in, which on a shared computer is somebody else. Here an identity speaks
 * for itself: the earlier session ends and the sign-in begins from nothing.
 */
const forgettingWhoWasThere = ({ db }: Pick<Container, "db">, adapter: Adapter): Adapter => ({
  ...adapter,
  async getSessionAndUser(sessionToken) {
    await db.session.deleteMany({ where: { sessionToken } });
    return null;
  },
});
