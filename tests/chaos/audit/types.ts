/** A promise that was broken, and about what: enough to find everything that led to it. */
export type Violation = {
  promise: string;
  detail: string;
  about: { orderId?: string; callSid?: string; messageId?: string };
};

/** Something worth telling that breaks no promise. */
export type Remark = { what: string; count: number };

export type Findings = { violations: Violation[]; remarks: Remark[] };

export const broken = (promise: string, detail: string, about: Violation["about"] = {}): Violation => ({
  ...{ promise, detail, about },
});
