/** The attempt under way for one wish, and the look that everyone who waited for it shares. */
interface Turn {
  readonly attempt: Promise<unknown>;
  look?: Promise<Error | null>;
}

const turns = new WeakMap<object, Map<string, Turn>>();

/**
 * Many people of one process want the same thing at once: the first one tries, the others wait until that is decided and
 * then look once, all together, whether there is anything left to try for (null) or what they are to be told. A burst
 * thus costs the database a few statements, however many take part; who comes alone tries at once. `scope` is what the
 * wishes are about, `wish` names equal ones.
 */
export async function takeTurns<T>(scope: object, wish: string, attempt: () => Promise<T>, look: () => Promise<Error | null>): Promise<T> {
  const underWay = turns.get(scope) ?? new Map<string, Turn>();
  turns.set(scope, underWay);
  for (;;) {
    const before = underWay.get(wish);
    if (!before) {
      const mine = attempt();
      underWay.set(wish, { attempt: mine });
      return mine.finally(() => underWay.delete(wish));
    }
    await Promise.allSettled([before.attempt]);
    before.look ??= look();
    const refusal = await before.look;
    if (refusal) throw refusal;
  }
}
