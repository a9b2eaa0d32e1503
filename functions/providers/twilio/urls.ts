/**
 * Twilio's connection overrides: two retries, on connect and read time-outs and on our 5xx (which Twilio would
 * otherwise not retry), six seconds per read so that a retry still fits the 15 s a call may wait.
 * https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
 */
const CONNECTION_OVERRIDES = "#rc=2&rp=ct,rt,5xx&rt=6000";

/**
 * The absolute address Twilio is given for one of our paths, with the connection overrides.
 * @param publicBaseUrl without a trailing slash
 * @param path begins with a slash, may carry a query
 */
export function callbackUrl(publicBaseUrl: string, path: string): string {
  return `${publicBaseUrl}${path}${CONNECTION_OVERRIDES}`;
}
