"use client";

import { useState } from "react";
import { callProcedure, type InputOf, type OutputOf, type ProcedurePath } from "./call-procedure";
import { refusalOf, type Refusal } from "./refusal";

type CommandState<Input> = { readonly isWorking: boolean; readonly refusal: Refusal | null; /** What was asked for last. */ readonly input: Input | null };

/** One thing to do on the server, its progress and what it was refused for. */
export function useCommand<Path extends ProcedurePath>(path: Path, { onDone, onRefused }: { onDone: (output: OutputOf<Path>) => void; onRefused?: () => void }) {
  const [state, setState] = useState<CommandState<InputOf<Path>>>({ isWorking: false, refusal: null, input: null });

  async function run(input: InputOf<Path>): Promise<void> {
    setState({ isWorking: true, refusal: null, input });
    try {
      const output = await callProcedure(path, input);
      setState({ isWorking: false, refusal: null, input });
      onDone(output);
    } catch (error) {
      setState({ isWorking: false, refusal: refusalOf(error), input });
      onRefused?.();
    }
  }

  return { ...state, run };
}
