import { receiveSms } from "../../domain/messages/jobs.ts";
import { type Env, readEnv } from "../../platform/env.ts";
import { done, job } from "../../platform/job.ts";
import { lazy } from "../../platform/lazy.ts";
import { dispatcherFor } from "../../wiring/dispatch.ts";
import { receiveSmsFor } from "../../wiring/receive-sms.ts";

type Deps = {
  receive: (requestId: string) => ReturnType<typeof receiveSmsFor>;
  dispatch: (requestId: string) => ReturnType<typeof dispatcherFor>["dispatch"];
};

/** A text is kept once, by the carrier's id, whether the webhook or this job was first. */
export const createReceiveSms = (resolve: () => Deps) =>
  job(receiveSms, resolve, async ({ receive, dispatch }, { requestId, answered, ...text }) => {
    const { sid, from, to, body, action, locale, at } = text;
    const replies = answered === null ? null : { en: answered, fr: answered };
    const { outcome, events } = await receive(requestId)(
      { sid, from, to, body, action, locale, at },
      replies,
    );
    await dispatch(requestId)(events);
    return done(outcome);
  });

const depsFrom = (env: Env): Deps => ({
  receive: (requestId) => receiveSmsFor(env, "job:receive-sms", requestId),
  dispatch: (requestId) => dispatcherFor(env, requestId).dispatch,
});

export default createReceiveSms(lazy(() => depsFrom(readEnv())));
