import { logoutContract } from "../../../functions/domain/accounts/contracts.ts";
import { call, merchantChoice, session } from "../api/api.ts";

/** Ends the session here at once; the server is told, but its answer changes nothing for the person. */
export function useSignOut(): () => void {
  return () => {
    const told = call(logoutContract, {}).catch(() => undefined);
    void Promise.race([told, new Promise((resolve) => setTimeout(resolve, 1500))]).then(() => {
      merchantChoice.set(null);
      session.set(null);
    });
  };
}
