"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { callProcedure, type InputOf, type OutputOf, type ProcedurePath } from "./call-procedure";
import { isRefusal } from "./refusal";

/** Younger answers are not asked for again when a page is looked at anew. */
const FRESH_MS = 10_000;
const SECOND_TRY_MS = 1_000;

export interface Answer<Output> {
  readonly data: Output | undefined;
  /** What `refusalOf` reads; null while the last try did not fail. */
  readonly error: unknown;
}

interface Known<Output> extends Answer<Output> {
  /** Epoch ms: an answer to an earlier asking never replaces one to a later. */
  readonly askedAt: number;
}

interface AnswersOptions<Output> {
  /** False: nothing is asked, what is known stays. */
  readonly isEnabled: boolean;
  /** Asked again this often while the page is in sight, and when it comes back into sight. */
  readonly refreshMs: number;
  /** What the server already answered to the first question. */
  readonly initial?: Output | undefined;
}

/** The server's answers to some questions, in their order and kept up to date. A failed question is tried once more, a refused one never. */
export function useAnswers<Path extends ProcedurePath>(path: Path, questions: readonly InputOf<Path>[], { isEnabled, refreshMs, initial }: AnswersOptions<OutputOf<Path>>) {
  const [known, setKnown] = useState<ReadonlyMap<string, Known<OutputOf<Path>>>>(new Map());
  const lastAsked = useRef(new Map<string, number>());
  const keys = questions.map((question) => JSON.stringify(question));
  const askedFor = keys.join("\n");
  const answeredByServer = initial === undefined ? undefined : keys[0];

  const ask = useCallback(
    async (key: string) => {
      const askedAt = Date.now();
      lastAsked.current.set(key, askedAt);
      const learn = (change: (before: Known<OutputOf<Path>> | undefined) => Answer<OutputOf<Path>>) =>
        setKnown((all) => {
          const before = all.get(key);
          return before && before.askedAt > askedAt ? all : new Map(all).set(key, { ...change(before), askedAt });
        });
      try {
        const question: InputOf<Path> = JSON.parse(key);
        const data = await withSecondTry(() => callProcedure(path, question));
        learn(() => ({ data, error: null }));
      } catch (error) {
        learn((before) => ({ data: before?.data, error }));
      }
    },
    [path],
  );

  useEffect(() => {
    if (answeredByServer !== undefined && !lastAsked.current.has(answeredByServer)) lastAsked.current.set(answeredByServer, Date.now());
  }, [answeredByServer]);

  useEffect(() => {
    if (!isEnabled || askedFor === "") return;
    const freshMs = Math.min(FRESH_MS, refreshMs / 2);
    const askStale = () => {
      if (document.visibilityState === "hidden") return;
      for (const key of askedFor.split("\n")) if (Date.now() - (lastAsked.current.get(key) ?? 0) >= freshMs) void ask(key);
    };
    askStale();
    const timer = setInterval(askStale, refreshMs);
    document.addEventListener("visibilitychange", askStale);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", askStale);
    };
  }, [ask, askedFor, isEnabled, refreshMs]);

  const answers = keys.map((key, index): Answer<OutputOf<Path>> => known.get(key) ?? { data: index === 0 ? initial : undefined, error: null });
  return { answers, askAgain: () => keys.forEach((key) => void ask(key)) };
}

async function withSecondTry<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isRefusal(error)) throw error;
    await new Promise((resume) => setTimeout(resume, SECOND_TRY_MS));
    return work();
  }
}
