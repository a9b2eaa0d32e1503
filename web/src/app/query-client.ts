import { QueryClient } from "@tanstack/react-query";
import { ApiError } from "../api/errors.ts";

const WORTH_RETRYING = ["offline", "unavailable", "provider_failed", "internal"];

/** Reads are tried again when the server is away; a clear refusal is not, and writes only by the person. */
export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) =>
          failures < 2 && error instanceof ApiError && WORTH_RETRYING.includes(error.code),
        networkMode: "always",
      },
      mutations: { networkMode: "always" },
    },
  });
