import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Contract, RequestOf, ResponseOf } from "../../../functions/platform/contract.ts";
import { useFailureToast } from "../components/use-toast.tsx";
import { call, newId } from "./api.ts";
import { createIntents } from "./intent.ts";
import { keys, type QueryName } from "./keys.ts";

type Options<C extends Contract> = {
  /** Queries to load again afterwards. */
  stale?: readonly QueryName[];
  onDone?(answer: ResponseOf<C>, request: RequestOf<C>): void;
  /** The form shows the failure itself. */
  quiet?: boolean;
};

/**
 * One write of the API for a component: idempotent across repeated tries, refreshing what it changed, and
 * saying so when it fails.
 */
export function useWrite<C extends Contract>(contract: C, options: Options<C> = {}) {
  const [intents] = useState(() => createIntents(newId));
  const queryClient = useQueryClient();
  const failed = useFailureToast();
  const mutation = useMutation({
    mutationFn: (request: RequestOf<C>) =>
      call(contract, request, { idempotencyKey: intents.keyFor(request) }),
    onSuccess: (answer, request) => {
      intents.settled();
      options.onDone?.(answer, request);
    },
    onError: (error) => {
      intents.settled(error);
      if (!options.quiet) failed(error);
    },
    onSettled: () => {
      for (const name of options.stale ?? []) void queryClient.invalidateQueries({ queryKey: keys[name] });
    },
  });
  const attempt = (request: RequestOf<C>) =>
    mutation.mutateAsync(request).then(
      (answer) => ({ answer, error: undefined }),
      (error: unknown) => ({ answer: undefined, error }),
    );
  return {
    /** Never throws: either the answer or the error is there. */
    attempt,
    /** The answer, or undefined when it failed. */
    send: async (request: RequestOf<C>) => (await attempt(request)).answer,
    pending: mutation.isPending,
    error: mutation.error,
    reset: mutation.reset,
  };
}
