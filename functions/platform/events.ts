/** Something that happened, as the outbox keeps it: written in the transaction of the change it tells of. */
export type DomainEvent = {
  id: string;
  /** Counts up over all merchants; what a live stream resumes after. */
  seq: number;
  /** e.g. `order.paid`. */
  type: string;
  merchantId: string;
  subjectType: string;
  subjectId: string;
  data: Record<string, unknown>;
  requestId: string | null;
  /** ISO 8601. */
  occurredAt: string;
};
