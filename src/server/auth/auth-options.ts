import { PrismaAdapter } from "@auth/prisma-adapter";
import type { NextAuthOptions } from "next-auth";
import type { Adapter, AdapterAccount } from "next-auth/adapters";
import GoogleProvider from "next-auth/providers/google";
import { uuidv7 } from "uuidv7";
import type { Container } from "@/server/container";

/** Sign-in with Google (or any OIDC issuer that takes its place), with sessions in the database and tokens at rest as ciphertext. */
export function authOptions(container: Pick<Container, "db" | "env" | "cipher">): NextAuthOptions {
  const { env } = container;
  const isHttps = env.PUBLIC_ORIGIN.startsWith("https:");
  return {
    secret: env.AUTH_SECRET,
    useSecureCookies: isHttps,
    adapter: encryptingAdapter(container),
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
              // Safe: the callback below refuses every address that Google has not verified.
              allowDangerousEmailAccountLinking: true,
            }),
          ]
        : [],
    callbacks: {
      signIn: ({ profile }) => isVerified(profile),
      // The browser's copy of the session: no id, no role, no token.
      session: ({ session, user }) => ({ expires: session.expires, user: { name: user.name, email: user.email, image: user.image } }),
      redirect: ({ url, baseUrl }) => ownAddress(url, baseUrl),
    },
    events: {
      async signIn({ user }) {
        await container.db.user.update({ where: { id: user.id }, data: { emailVerified: new Date() } });
      },
    },
  };
}

/** Where a sign-in may lead: an address of this site, else its start. */
export function ownAddress(url: string, baseUrl: string): string {
  const target = URL.canParse(url, baseUrl) ? new URL(url, baseUrl) : null;
  return target?.origin === new URL(baseUrl).origin ? target.toString() : baseUrl;
}

const isVerified = (profile: unknown): boolean => typeof profile === "object" && profile !== null && "email_verified" in profile && profile.email_verified === true;

/** Prisma's adapter, except that an account's tokens are encrypted before they are written and the ID token is not kept. */
function encryptingAdapter({ db, cipher }: Pick<Container, "db" | "cipher">): Adapter {
  const adapter = PrismaAdapter(db) as Adapter;
  return {
    ...adapter,
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
