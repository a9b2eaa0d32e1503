import { composeMessages } from "../../domain/messages/compose.ts";
import { composeMessagesJob } from "../../domain/messages/jobs.ts";
import { type Env, readEnv } from "../../platform/env.ts";
import { done, job } from "../../platform/job.ts";
import { lazy } from "../../platform/lazy.ts";
import { dispatcherFor } from "../../wiring/dispatch.ts";
import { messagesFor } from "../../wiring/messages.ts";

type Deps = {
  messages: (merchantId: string, requestId: string) => ReturnType<typeof messagesFor>;
  dispatch: (requestId: string) => ReturnType<typeof dispatcherFor>["dispatch"];
  webBaseUrl: string;
};

export const createComposeMessages = (resolve: () => Deps) =>
  job(composeMessagesJob, resolve, async ({ messages, dispatch, webBaseUrl }, event, { now }) => {
    const store = await messages(event.merchantId, event.requestId);
    const context = await store.context(event.subjectType, event.subjectId);
    // A message composed without an event (there is no such publisher) is keyed by what it is about.
    const id = event.eventId ?? `${event.type}:${event.subjectId}`;
    const outgoing = composeMessages({ ...event, id }, context, now, webBaseUrl);
    if (outgoing.length === 0) return done("nobody to tell");
    await dispatch(event.requestId)(await store.queue(outgoing));
    return done(`${outgoing.length} queued`);
  });

const depsFrom = (env: Env): Deps => ({
  messages: (merchantId, requestId) => messagesFor(env, merchantId, "job:compose-messages", requestId),
  dispatch: (requestId) => dispatcherFor(env, requestId).dispatch,
  webBaseUrl: env.webBaseUrl,
});

export default createComposeMessages(lazy(() => depsFrom(readEnv())));
