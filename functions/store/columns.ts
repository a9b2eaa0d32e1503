/**
 * What each kind of thing is made of when the API shows it: PostgREST's `select`, which renames columns to the
 * contracts' names. Columns that are not named here leave the database for nobody.
 */
export const MESSAGE =
  "id,direction,channel,to:to_address,from:from_address,template,locale,subject,body,status,error,orderId:order_id,callId:call_id,createdAt:created_at,sentAt:sent_at,deliveredAt:delivered_at";

export const ORDER =
  "id,number,status,callId:call_id,customerPhone:customer_phone,customerName:customer_name,locale,currency,subtotalCents:subtotal_cents,taxCents:tax_cents,totalCents:total_cents,refundedCents:refunded_cents,attention,summary,placedAt:placed_at,paidAt:paid_at";

export const ORDER_DETAIL = `${ORDER},customerEmail:customer_email,taxes,expiresAt:expires_at,fulfilledAt:fulfilled_at,cancelledAt:cancelled_at`;

export const ORDER_LINE = "id,name,quantity,unitPriceCents:unit_price_cents,totalCents:total_cents,options";

export const PAYMENT =
  "id,provider,attempt,status,amountCents:amount_cents,currency,refundedCents:refunded_cents,url,expiresAt:expires_at,createdAt:created_at";

export const REFUND = "id,amountCents:amount_cents,status,reason,error,createdAt:created_at";

export const CALL =
  "id,from:from_number,to:to_number,status,outcome,language,aiHandled:ai_handled,durationSeconds:duration_seconds,summary,startedAt:started_at,endedAt:ended_at";

export const TURN = "turn,heard,digits,said,at";

export const VOICEMAIL =
  "id,callId:call_id,durationSeconds:duration_seconds,transcription,status,ready,createdAt:created_at";

export const CALLBACK =
  "id,callId:call_id,phone,name,preferred,preferredDate:preferred_date,preferredTime:preferred_time,note,status,createdAt:created_at";

export const MERCHANT =
  "id,name,vertical,locale,timeZone:time_zone,currency,country,transferPhone:transfer_phone,alertEmail:alert_email,alertPhone:alert_phone,taxes,hoursText:hours_text,paymentExpiryMinutes:payment_expiry_minutes,status,createdAt:created_at";

export const API_KEY =
  "id,name,prefix,scopes,lastUsedAt:last_used_at,createdAt:created_at,revokedAt:revoked_at";

export const NUMBER = "id,number,status,error,createdAt:created_at,activatedAt:activated_at";

export const DEAD_LETTER =
  "id,merchantId:merchant_id,job,error,httpStatus:http_status,attempts,payload,status,createdAt:created_at";
