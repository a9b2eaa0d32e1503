import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { createGroupContract, createItemContract } from "../../../../functions/domain/catalogue/contracts.ts";
import { call, newId } from "../../api/api.ts";
import { useMerchant } from "../../api/hooks.ts";
import { keys } from "../../api/keys.ts";
import { useFailureToast, useToast } from "../../components/use-toast.tsx";
import { groupBodies, itemBodies } from "./examples/example.ts";

/**
 * Puts the example menu of the merchant's kind of business on the menu. Each step keeps its idempotency key
 * until all are through, so that pressing the button again after a failure adds nothing twice.
 */
export function useExample() {
  const { t } = useTranslation();
  const { vertical, locale } = useMerchant();
  const toast = useToast();
  const failed = useFailureToast();
  const queryClient = useQueryClient();
  const stepKeys = useRef<string[]>([]);

  const keyOf = (step: number) => {
    stepKeys.current[step] ??= newId();
    return stepKeys.current[step] ?? newId();
  };
  const mutation = useMutation({
    async mutationFn() {
      const { examples } = await import("./examples/examples.ts");
      const example = examples[vertical];
      const groupIds: string[] = [];
      for (const body of groupBodies(example, locale)) {
        const key = keyOf(groupIds.length);
        groupIds.push((await call(createGroupContract, { body }, { idempotencyKey: key })).id);
      }
      for (const [index, body] of itemBodies(example, locale, groupIds).entries()) {
        await call(createItemContract, { body }, { idempotencyKey: keyOf(groupIds.length + index) });
      }
    },
    onSuccess() {
      stepKeys.current = [];
      toast(t("menu.exampleAdded"));
    },
    onError: failed,
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: keys.catalogue }),
        queryClient.invalidateQueries({ queryKey: keys.onboarding }),
      ]),
  });
  return { start: () => mutation.mutate(), pending: mutation.isPending };
}
