// Generated from the migrated database by `npm run types:generate`. Do not edit.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

export type Database = {
  
  "public": {
          Tables: {
            "api_keys": {
                  Row: {
                    "created_at": string,"created_by": string | null,"hash": string,"id": string,"last_used_at": string | null,"merchant_id": string,"name": string,"prefix": string,"revoked_at": string | null,"scopes": (string)[]
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"created_by"?: string | null,"hash": string,"id"?: string,"last_used_at"?: string | null,"merchant_id": string,"name": string,"prefix": string,"revoked_at"?: string | null,"scopes": (string)[]
                  }
                  Update: {
                    "created_at"?: string,"created_by"?: string | null,"hash"?: string,"id"?: string,"last_used_at"?: string | null,"merchant_id"?: string,"name"?: string,"prefix"?: string,"revoked_at"?: string | null,"scopes"?: (string)[]
                  }
                  Relationships: [
                    {
      foreignKeyName: "api_keys_merchant_id_fkey"
      columns: ["merchant_id"]
isOneToOne: false
      referencedRelation: "merchants"
      referencedColumns: ["id"]
    }
                  ]
                },"audit_log": {
                  Row: {
                    "action": string,"actor": string,"after": Json | null,"at": string,"before": Json | null,"id": string,"merchant_id": string | null,"request_id": string | null,"subject_id": string,"subject_type": string
                  }
                  ComputedFields: never
                  Insert: {
                    "action": string,"actor": string,"after"?: Json | null,"at"?: string,"before"?: Json | null,"id"?: string,"merchant_id"?: string | null,"request_id"?: string | null,"subject_id": string,"subject_type": string
                  }
                  Update: {
                    "action"?: string,"actor"?: string,"after"?: Json | null,"at"?: string,"before"?: Json | null,"id"?: string,"merchant_id"?: string | null,"request_id"?: string | null,"subject_id"?: string,"subject_type"?: string
                  }
                  Relationships: [
                    
                  ]
                },"call_turns": {
                  Row: {
                    "at": string,"call_id": string,"confidence": number | null,"digits": string | null,"heard": string | null,"id": string,"merchant_id": string,"reply": NonNullable<Json>,"said": string,"turn": number
                  }
                  ComputedFields: never
                  Insert: {
                    "at"?: string,"call_id": string,"confidence"?: number | null,"digits"?: string | null,"heard"?: string | null,"id"?: string,"merchant_id": string,"reply": NonNullable<Json>,"said": string,"turn": number
                  }
                  Update: {
                    "at"?: string,"call_id"?: string,"confidence"?: number | null,"digits"?: string | null,"heard"?: string | null,"id"?: string,"merchant_id"?: string,"reply"?: NonNullable<Json>,"said"?: string,"turn"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "call_turns_merchant_id_call_id_fkey"
      columns: ["merchant_id","call_id"]
isOneToOne: false
      referencedRelation: "calls"
      referencedColumns: ["merchant_id","id"]
    }
                  ]
                },"callback_requests": {
                  Row: {
                    "call_id": string | null,"created_at": string,"customer_id": string | null,"done_at": string | null,"id": string,"merchant_id": string,"name": string | null,"note": string | null,"phone": string | null,"preferred": string | null,"preferred_date": string | null,"preferred_time": string | null,"status": string
                  }
                  ComputedFields: never
                  Insert: {
                    "call_id"?: string | null,"created_at"?: string,"customer_id"?: string | null,"done_at"?: string | null,"id"?: string,"merchant_id": string,"name"?: string | null,"note"?: string | null,"phone"?: string | null,"preferred"?: string | null,"preferred_date"?: string | null,"preferred_time"?: string | null,"status"?: string
                  }
                  Update: {
                    "call_id"?: string | null,"created_at"?: string,"customer_id"?: string | null,"done_at"?: string | null,"id"?: string,"merchant_id"?: string,"name"?: string | null,"note"?: string | null,"phone"?: string | null,"preferred"?: string | null,"preferred_date"?: string | null,"preferred_time"?: string | null,"status"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "callback_requests_merchant_id_call_id_fkey"
      columns: ["merchant_id","call_id"]
isOneToOne: false
      referencedRelation: "calls"
      referencedColumns: ["merchant_id","id"]
    },{
      foreignKeyName: "callback_requests_merchant_id_customer_id_fkey"
      columns: ["merchant_id","customer_id"]
isOneToOne: false
      referencedRelation: "customers"
      referencedColumns: ["merchant_id","id"]
    },{
      foreignKeyName: "callback_requests_merchant_id_fkey"
      columns: ["merchant_id"]
isOneToOne: false
      referencedRelation: "merchants"
      referencedColumns: ["id"]
    }
                  ]
                },"calls": {
                  Row: {
                    "ai_handled": boolean,"billed_minutes": number | null,"captured": boolean,"customer_id": string | null,"dialogue": Json | null,"direction": string,"duration_seconds": number | null,"ended_at": string | null,"external_id": string,"from_number": string | null,"id": string,"language": string | null,"merchant_id": string,"outcome": string | null,"phone_number_id": string | null,"provider": string,"provider_cost_cents": number | null,"request_id": string | null,"started_at": string,"status": string,"summary": string | null,"to_number": string,"turn": number,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "ai_handled"?: boolean,"billed_minutes"?: number | null,"captured"?: boolean,"customer_id"?: string | null,"dialogue"?: Json | null,"direction"?: string,"duration_seconds"?: number | null,"ended_at"?: string | null,"external_id": string,"from_number"?: string | null,"id"?: string,"language"?: string | null,"merchant_id": string,"outcome"?: string | null,"phone_number_id"?: string | null,"provider"?: string,"provider_cost_cents"?: number | null,"request_id"?: string | null,"started_at"?: string,"status"?: string,"summary"?: string | null,"to_number": string,"turn"?: number,"updated_at"?: string
                  }
                  Update: {
                    "ai_handled"?: boolean,"billed_minutes"?: number | null,"captured"?: boolean,"customer_id"?: string | null,"dialogue"?: Json | null,"direction"?: string,"duration_seconds"?: number | null,"ended_at"?: string | null,"external_id"?: string,"from_number"?: string | null,"id"?: string,"language"?: string | null,"merchant_id"?: string,"outcome"?: string | null,"phone_number_id"?: string | null,"provider"?: string,"provider_cost_cents"?: number | null,"request_id"?: string | null,"started_at"?: string,"status"?: string,"summary"?: string | null,"to_number"?: string,"turn"?: number,"updated_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "calls_merchant_id_customer_id_fkey"
      columns: ["merchant_id","customer_id"]
isOneToOne: false
      referencedRelation: "customers"
      referencedColumns: ["merchant_id","id"]
    },{
      foreignKeyName: "calls_merchant_id_fkey"
      columns: ["merchant_id"]
isOneToOne: false
      referencedRelation: "merchants"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "calls_merchant_id_phone_number_id_fkey"
      columns: ["merchant_id","phone_number_id"]
isOneToOne: false
      referencedRelation: "phone_numbers"
      referencedColumns: ["merchant_id","id"]
    }
                  ]
                },"catalog_items": {
                  Row: {
                    "aliases": (string)[],"archived_at": string | null,"available": boolean,"category": string | null,"created_at": string,"id": string,"merchant_id": string,"name": string,"position": number,"price_cents": number,"translations": NonNullable<Json>,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "aliases"?: (string)[],"archived_at"?: string | null,"available"?: boolean,"category"?: string | null,"created_at"?: string,"id"?: string,"merchant_id": string,"name": string,"position"?: number,"price_cents": number,"translations"?: NonNullable<Json>,"updated_at"?: string
                  }
                  Update: {
                    "aliases"?: (string)[],"archived_at"?: string | null,"available"?: boolean,"category"?: string | null,"created_at"?: string,"id"?: string,"merchant_id"?: string,"name"?: string,"position"?: number,"price_cents"?: number,"translations"?: NonNullable<Json>,"updated_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "catalog_items_merchant_id_fkey"
      columns: ["merchant_id"]
isOneToOne: false
      referencedRelation: "merchants"
      referencedColumns: ["id"]
    }
                  ]
                },"consents": {
                  Row: {
                    "channel": string,"customer_id": string,"granted": boolean,"id": string,"merchant_id": string,"occurred_at": string,"source": string
                  }
                  ComputedFields: never
                  Insert: {
                    "channel": string,"customer_id": string,"granted": boolean,"id"?: string,"merchant_id": string,"occurred_at"?: string,"source": string
                  }
                  Update: {
                    "channel"?: string,"customer_id"?: string,"granted"?: boolean,"id"?: string,"merchant_id"?: string,"occurred_at"?: string,"source"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "consents_merchant_id_customer_id_fkey"
      columns: ["merchant_id","customer_id"]
isOneToOne: false
      referencedRelation: "customers"
      referencedColumns: ["merchant_id","id"]
    }
                  ]
                },"customers": {
                  Row: {
                    "created_at": string,"email": string | null,"id": string,"locale": string | null,"merchant_id": string,"name": string | null,"phone": string,"sms_opted_out_at": string | null,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"email"?: string | null,"id"?: string,"locale"?: string | null,"merchant_id": string,"name"?: string | null,"phone": string,"sms_opted_out_at"?: string | null,"updated_at"?: string
                  }
                  Update: {
                    "created_at"?: string,"email"?: string | null,"id"?: string,"locale"?: string | null,"merchant_id"?: string,"name"?: string | null,"phone"?: string,"sms_opted_out_at"?: string | null,"updated_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "customers_merchant_id_fkey"
      columns: ["merchant_id"]
isOneToOne: false
      referencedRelation: "merchants"
      referencedColumns: ["id"]
    }
                  ]
                },"dead_letters": {
                  Row: {
                    "attempts": number,"created_at": string,"dlq_id": string | null,"error": string,"handled_at": string | null,"handled_by": string | null,"http_status": number | null,"id": string,"job": string,"merchant_id": string | null,"message_id": string,"payload": NonNullable<Json>,"request_id": string | null,"status": string,"url": string
                  }
                  ComputedFields: never
                  Insert: {
                    "attempts"?: number,"created_at"?: string,"dlq_id"?: string | null,"error": string,"handled_at"?: string | null,"handled_by"?: string | null,"http_status"?: number | null,"id"?: string,"job": string,"merchant_id"?: string | null,"message_id": string,"payload": NonNullable<Json>,"request_id"?: string | null,"status"?: string,"url": string
                  }
                  Update: {
                    "attempts"?: number,"created_at"?: string,"dlq_id"?: string | null,"error"?: string,"handled_at"?: string | null,"handled_by"?: string | null,"http_status"?: number | null,"id"?: string,"job"?: string,"merchant_id"?: string | null,"message_id"?: string,"payload"?: NonNullable<Json>,"request_id"?: string | null,"status"?: string,"url"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "dead_letters_merchant_id_fkey"
      columns: ["merchant_id"]
isOneToOne: false
      referencedRelation: "merchants"
      referencedColumns: ["id"]
    }
                  ]
                },"event_dispatches": {
                  Row: {
                    "event_id": string,"message_id": string | null,"published_at": string,"subscriber": string
                  }
                  ComputedFields: never
                  Insert: {
                    "event_id": string,"message_id"?: string | null,"published_at"?: string,"subscriber": string
                  }
                  Update: {
                    "event_id"?: string,"message_id"?: string | null,"published_at"?: string,"subscriber"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "event_dispatches_event_id_fkey"
      columns: ["event_id"]
isOneToOne: false
      referencedRelation: "events"
      referencedColumns: ["id"]
    }
                  ]
                },"events": {
                  Row: {
                    "claimed_until": string | null,"data": NonNullable<Json>,"dispatched_at": string | null,"id": string,"merchant_id": string,"occurred_at": string,"request_id": string | null,"seq": number,"subject_id": string,"subject_type": string,"txid": unknown,"type": string
                  }
                  ComputedFields: never
                  Insert: {
                    "claimed_until"?: string | null,"data"?: NonNullable<Json>,"dispatched_at"?: string | null,"id"?: string,"merchant_id": string,"occurred_at"?: string,"request_id"?: string | null,"seq"?: never,"subject_id": string,"subject_type": string,"txid"?: unknown,"type": string
                  }
                  Update: {
                    "claimed_until"?: string | null,"data"?: NonNullable<Json>,"dispatched_at"?: string | null,"id"?: string,"merchant_id"?: string,"occurred_at"?: string,"request_id"?: string | null,"seq"?: never,"subject_id"?: string,"subject_type"?: string,"txid"?: unknown,"type"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "events_merchant_id_fkey"
      columns: ["merchant_id"]
isOneToOne: false
      referencedRelation: "merchants"
      referencedColumns: ["id"]
    }
                  ]
                },"idempotency_keys": {
                  Row: {
                    "created_at": string,"effect_id": string | null,"id": string,"key": string,"locked_until": string,"request_hash": string,"response": Json | null,"route": string,"scope": string,"status_code": number | null
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"effect_id"?: string | null,"id"?: string,"key": string,"locked_until": string,"request_hash": string,"response"?: Json | null,"route": string,"scope": string,"status_code"?: number | null
                  }
                  Update: {
                    "created_at"?: string,"effect_id"?: string | null,"id"?: string,"key"?: string,"locked_until"?: string,"request_hash"?: string,"response"?: Json | null,"route"?: string,"scope"?: string,"status_code"?: number | null
                  }
                  Relationships: [
                    
                  ]
                },"inbox": {
                  Row: {
                    "event_id": string,"id": string,"kind": string,"merchant_id": string | null,"outcome": string,"provider": string,"received_at": string,"request_id": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "event_id": string,"id"?: string,"kind": string,"merchant_id"?: string | null,"outcome": string,"provider": string,"received_at"?: string,"request_id"?: string | null
                  }
                  Update: {
                    "event_id"?: string,"id"?: string,"kind"?: string,"merchant_id"?: string | null,"outcome"?: string,"provider"?: string,"received_at"?: string,"request_id"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "inbox_merchant_id_fkey"
      columns: ["merchant_id"]
isOneToOne: false
      referencedRelation: "merchants"
      referencedColumns: ["id"]
    }
                  ]
                },"item_option_groups": {
                  Row: {
                    "group_id": string,"item_id": string,"merchant_id": string,"position": number
                  }
                  ComputedFields: never
                  Insert: {
                    "group_id": string,"item_id": string,"merchant_id": string,"position"?: number
                  }
                  Update: {
                    "group_id"?: string,"item_id"?: string,"merchant_id"?: string,"position"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "item_option_groups_merchant_id_group_id_fkey"
      columns: ["merchant_id","group_id"]
isOneToOne: false
      referencedRelation: "option_groups"
      referencedColumns: ["merchant_id","id"]
    },{
      foreignKeyName: "item_option_groups_merchant_id_item_id_fkey"
      columns: ["merchant_id","item_id"]
isOneToOne: false
      referencedRelation: "catalog_items"
      referencedColumns: ["merchant_id","id"]
    }
                  ]
                },"memberships": {
                  Row: {
                    "created_at": string,"merchant_id": string,"role": string,"user_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"merchant_id": string,"role": string,"user_id": string
                  }
                  Update: {
                    "created_at"?: string,"merchant_id"?: string,"role"?: string,"user_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "memberships_merchant_id_fkey"
      columns: ["merchant_id"]
isOneToOne: false
      referencedRelation: "merchants"
      referencedColumns: ["id"]
    }
                  ]
                },"merchants": {
                  Row: {
                    "alert_email": string | null,"alert_phone": string | null,"country": string,"created_at": string,"currency": string,"hours_text": string | null,"id": string,"locale": string,"name": string,"next_order_number": number,"payment_expiry_minutes": number,"status": string,"taxes": NonNullable<Json>,"time_zone": string,"transfer_phone": string | null,"updated_at": string,"vertical": string
                  }
                  ComputedFields: never
                  Insert: {
                    "alert_email"?: string | null,"alert_phone"?: string | null,"country": string,"created_at"?: string,"currency": string,"hours_text"?: string | null,"id"?: string,"locale": string,"name": string,"next_order_number"?: number,"payment_expiry_minutes"?: number,"status"?: string,"taxes"?: NonNullable<Json>,"time_zone": string,"transfer_phone"?: string | null,"updated_at"?: string,"vertical": string
                  }
                  Update: {
                    "alert_email"?: string | null,"alert_phone"?: string | null,"country"?: string,"created_at"?: string,"currency"?: string,"hours_text"?: string | null,"id"?: string,"locale"?: string,"name"?: string,"next_order_number"?: number,"payment_expiry_minutes"?: number,"status"?: string,"taxes"?: NonNullable<Json>,"time_zone"?: string,"transfer_phone"?: string | null,"updated_at"?: string,"vertical"?: string
                  }
                  Relationships: [
                    
                  ]
                },"messages": {
                  Row: {
                    "attempt_started_at": string | null,"attempts": number,"body": string,"call_id": string | null,"channel": string,"created_at": string,"customer_id": string | null,"dedupe_key": string,"delivered_at": string | null,"direction": string,"error": string | null,"error_code": string | null,"failed_at": string | null,"from_address": string | null,"html": string | null,"id": string,"lease_until": string | null,"locale": string,"merchant_id": string,"order_id": string | null,"provider": string | null,"provider_id": string | null,"request_id": string | null,"sent_at": string | null,"status": string,"subject": string | null,"template": string | null,"to_address": string,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "attempt_started_at"?: string | null,"attempts"?: number,"body": string,"call_id"?: string | null,"channel": string,"created_at"?: string,"customer_id"?: string | null,"dedupe_key": string,"delivered_at"?: string | null,"direction": string,"error"?: string | null,"error_code"?: string | null,"failed_at"?: string | null,"from_address"?: string | null,"html"?: string | null,"id"?: string,"lease_until"?: string | null,"locale": string,"merchant_id": string,"order_id"?: string | null,"provider"?: string | null,"provider_id"?: string | null,"request_id"?: string | null,"sent_at"?: string | null,"status": string,"subject"?: string | null,"template"?: string | null,"to_address": string,"updated_at"?: string
                  }
                  Update: {
                    "attempt_started_at"?: string | null,"attempts"?: number,"body"?: string,"call_id"?: string | null,"channel"?: string,"created_at"?: string,"customer_id"?: string | null,"dedupe_key"?: string,"delivered_at"?: string | null,"direction"?: string,"error"?: string | null,"error_code"?: string | null,"failed_at"?: string | null,"from_address"?: string | null,"html"?: string | null,"id"?: string,"lease_until"?: string | null,"locale"?: string,"merchant_id"?: string,"order_id"?: string | null,"provider"?: string | null,"provider_id"?: string | null,"request_id"?: string | null,"sent_at"?: string | null,"status"?: string,"subject"?: string | null,"template"?: string | null,"to_address"?: string,"updated_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "messages_merchant_id_call_id_fkey"
      columns: ["merchant_id","call_id"]
isOneToOne: false
      referencedRelation: "calls"
      referencedColumns: ["merchant_id","id"]
    },{
      foreignKeyName: "messages_merchant_id_customer_id_fkey"
      columns: ["merchant_id","customer_id"]
isOneToOne: false
      referencedRelation: "customers"
      referencedColumns: ["merchant_id","id"]
    },{
      foreignKeyName: "messages_merchant_id_fkey"
      columns: ["merchant_id"]
isOneToOne: false
      referencedRelation: "merchants"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "messages_merchant_id_order_id_fkey"
      columns: ["merchant_id","order_id"]
isOneToOne: false
      referencedRelation: "orders"
      referencedColumns: ["merchant_id","id"]
    }
                  ]
                },"operators": {
                  Row: {
                    "created_at": string,"user_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"user_id": string
                  }
                  Update: {
                    "created_at"?: string,"user_id"?: string
                  }
                  Relationships: [
                    
                  ]
                },"option_choices": {
                  Row: {
                    "aliases": (string)[],"archived_at": string | null,"available": boolean,"created_at": string,"group_id": string,"id": string,"merchant_id": string,"name": string,"position": number,"price_cents": number,"translations": NonNullable<Json>
                  }
                  ComputedFields: never
                  Insert: {
                    "aliases"?: (string)[],"archived_at"?: string | null,"available"?: boolean,"created_at"?: string,"group_id": string,"id"?: string,"merchant_id": string,"name": string,"position"?: number,"price_cents"?: number,"translations"?: NonNullable<Json>
                  }
                  Update: {
                    "aliases"?: (string)[],"archived_at"?: string | null,"available"?: boolean,"created_at"?: string,"group_id"?: string,"id"?: string,"merchant_id"?: string,"name"?: string,"position"?: number,"price_cents"?: number,"translations"?: NonNullable<Json>
                  }
                  Relationships: [
                    {
      foreignKeyName: "option_choices_merchant_id_group_id_fkey"
      columns: ["merchant_id","group_id"]
isOneToOne: false
      referencedRelation: "option_groups"
      referencedColumns: ["merchant_id","id"]
    }
                  ]
                },"option_groups": {
                  Row: {
                    "aliases": (string)[],"archived_at": string | null,"created_at": string,"id": string,"kind": string,"max_choices": number | null,"merchant_id": string,"name": string,"position": number,"required": boolean,"translations": NonNullable<Json>,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "aliases"?: (string)[],"archived_at"?: string | null,"created_at"?: string,"id"?: string,"kind": string,"max_choices"?: number | null,"merchant_id": string,"name": string,"position"?: number,"required"?: boolean,"translations"?: NonNullable<Json>,"updated_at"?: string
                  }
                  Update: {
                    "aliases"?: (string)[],"archived_at"?: string | null,"created_at"?: string,"id"?: string,"kind"?: string,"max_choices"?: number | null,"merchant_id"?: string,"name"?: string,"position"?: number,"required"?: boolean,"translations"?: NonNullable<Json>,"updated_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "option_groups_merchant_id_fkey"
      columns: ["merchant_id"]
isOneToOne: false
      referencedRelation: "merchants"
      referencedColumns: ["id"]
    }
                  ]
                },"order_lines": {
                  Row: {
                    "id": string,"item_id": string | null,"merchant_id": string,"name": string,"options": NonNullable<Json>,"order_id": string,"position": number,"quantity": number,"total_cents": number,"unit_price_cents": number
                  }
                  ComputedFields: never
                  Insert: {
                    "id"?: string,"item_id"?: string | null,"merchant_id": string,"name": string,"options"?: NonNullable<Json>,"order_id": string,"position": number,"quantity": number,"total_cents": number,"unit_price_cents": number
                  }
                  Update: {
                    "id"?: string,"item_id"?: string | null,"merchant_id"?: string,"name"?: string,"options"?: NonNullable<Json>,"order_id"?: string,"position"?: number,"quantity"?: number,"total_cents"?: number,"unit_price_cents"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "order_lines_merchant_id_order_id_fkey"
      columns: ["merchant_id","order_id"]
isOneToOne: false
      referencedRelation: "orders"
      referencedColumns: ["merchant_id","id"]
    }
                  ]
                },"orders": {
                  Row: {
                    "attention": string | null,"call_id": string | null,"cancelled_at": string | null,"checkout_attempt": number,"currency": string,"customer_email": string | null,"customer_id": string | null,"customer_name": string | null,"customer_phone": string | null,"expired_at": string | null,"expires_at": string | null,"fulfilled_at": string | null,"id": string,"locale": string,"merchant_id": string,"number": number,"paid_at": string | null,"placed_at": string,"placed_key": string,"refunded_at": string | null,"refunded_cents": number,"request_id": string | null,"status": string,"subtotal_cents": number,"summary": string,"tax_cents": number,"taxes": NonNullable<Json>,"total_cents": number,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "attention"?: string | null,"call_id"?: string | null,"cancelled_at"?: string | null,"checkout_attempt"?: number,"currency": string,"customer_email"?: string | null,"customer_id"?: string | null,"customer_name"?: string | null,"customer_phone"?: string | null,"expired_at"?: string | null,"expires_at"?: string | null,"fulfilled_at"?: string | null,"id"?: string,"locale": string,"merchant_id": string,"number": number,"paid_at"?: string | null,"placed_at"?: string,"placed_key": string,"refunded_at"?: string | null,"refunded_cents"?: number,"request_id"?: string | null,"status"?: string,"subtotal_cents": number,"summary": string,"tax_cents": number,"taxes"?: NonNullable<Json>,"total_cents": number,"updated_at"?: string
                  }
                  Update: {
                    "attention"?: string | null,"call_id"?: string | null,"cancelled_at"?: string | null,"checkout_attempt"?: number,"currency"?: string,"customer_email"?: string | null,"customer_id"?: string | null,"customer_name"?: string | null,"customer_phone"?: string | null,"expired_at"?: string | null,"expires_at"?: string | null,"fulfilled_at"?: string | null,"id"?: string,"locale"?: string,"merchant_id"?: string,"number"?: number,"paid_at"?: string | null,"placed_at"?: string,"placed_key"?: string,"refunded_at"?: string | null,"refunded_cents"?: number,"request_id"?: string | null,"status"?: string,"subtotal_cents"?: number,"summary"?: string,"tax_cents"?: number,"taxes"?: NonNullable<Json>,"total_cents"?: number,"updated_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "orders_merchant_id_call_id_fkey"
      columns: ["merchant_id","call_id"]
isOneToOne: false
      referencedRelation: "calls"
      referencedColumns: ["merchant_id","id"]
    },{
      foreignKeyName: "orders_merchant_id_customer_id_fkey"
      columns: ["merchant_id","customer_id"]
isOneToOne: false
      referencedRelation: "customers"
      referencedColumns: ["merchant_id","id"]
    },{
      foreignKeyName: "orders_merchant_id_fkey"
      columns: ["merchant_id"]
isOneToOne: false
      referencedRelation: "merchants"
      referencedColumns: ["id"]
    }
                  ]
                },"payments": {
                  Row: {
                    "account_id": string,"amount_cents": number,"attempt": number,"created_at": string,"currency": string,"expires_at": string | null,"fee_cents": number,"id": string,"merchant_id": string,"order_id": string,"payment_intent_id": string | null,"pays_order": boolean,"provider": string,"refunded_cents": number,"sent_back": NonNullable<Json>,"session_id": string,"status": string,"updated_at": string,"url": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "account_id": string,"amount_cents": number,"attempt": number,"created_at"?: string,"currency": string,"expires_at"?: string | null,"fee_cents"?: number,"id"?: string,"merchant_id": string,"order_id": string,"payment_intent_id"?: string | null,"pays_order"?: boolean,"provider"?: string,"refunded_cents"?: number,"sent_back"?: NonNullable<Json>,"session_id": string,"status"?: string,"updated_at"?: string,"url"?: string | null
                  }
                  Update: {
                    "account_id"?: string,"amount_cents"?: number,"attempt"?: number,"created_at"?: string,"currency"?: string,"expires_at"?: string | null,"fee_cents"?: number,"id"?: string,"merchant_id"?: string,"order_id"?: string,"payment_intent_id"?: string | null,"pays_order"?: boolean,"provider"?: string,"refunded_cents"?: number,"sent_back"?: NonNullable<Json>,"session_id"?: string,"status"?: string,"updated_at"?: string,"url"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "payments_merchant_id_order_id_fkey"
      columns: ["merchant_id","order_id"]
isOneToOne: false
      referencedRelation: "orders"
      referencedColumns: ["merchant_id","id"]
    }
                  ]
                },"phone_numbers": {
                  Row: {
                    "activated_at": string | null,"buying_until": string | null,"created_at": string,"error": string | null,"id": string,"merchant_id": string,"number": string | null,"provider": string,"provider_id": string | null,"released_at": string | null,"request": NonNullable<Json>,"status": string,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "activated_at"?: string | null,"buying_until"?: string | null,"created_at"?: string,"error"?: string | null,"id"?: string,"merchant_id": string,"number"?: string | null,"provider"?: string,"provider_id"?: string | null,"released_at"?: string | null,"request"?: NonNullable<Json>,"status"?: string,"updated_at"?: string
                  }
                  Update: {
                    "activated_at"?: string | null,"buying_until"?: string | null,"created_at"?: string,"error"?: string | null,"id"?: string,"merchant_id"?: string,"number"?: string | null,"provider"?: string,"provider_id"?: string | null,"released_at"?: string | null,"request"?: NonNullable<Json>,"status"?: string,"updated_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "phone_numbers_merchant_id_fkey"
      columns: ["merchant_id"]
isOneToOne: false
      referencedRelation: "merchants"
      referencedColumns: ["id"]
    }
                  ]
                },"provider_connections": {
                  Row: {
                    "account_id": string,"charges_enabled": boolean,"created_at": string,"id": string,"merchant_id": string,"occurred_at": string,"payouts_enabled": boolean,"provider": string,"requirements_due": (string)[],"secret_sealed": string | null,"status": string,"updated_at": string
                  }
                  ComputedFields: never
                  Insert: {
                    "account_id": string,"charges_enabled"?: boolean,"created_at"?: string,"id"?: string,"merchant_id": string,"occurred_at"?: string,"payouts_enabled"?: boolean,"provider": string,"requirements_due"?: (string)[],"secret_sealed"?: string | null,"status"?: string,"updated_at"?: string
                  }
                  Update: {
                    "account_id"?: string,"charges_enabled"?: boolean,"created_at"?: string,"id"?: string,"merchant_id"?: string,"occurred_at"?: string,"payouts_enabled"?: boolean,"provider"?: string,"requirements_due"?: (string)[],"secret_sealed"?: string | null,"status"?: string,"updated_at"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "provider_connections_merchant_id_fkey"
      columns: ["merchant_id"]
isOneToOne: false
      referencedRelation: "merchants"
      referencedColumns: ["id"]
    }
                  ]
                },"refunds": {
                  Row: {
                    "amount_cents": number,"created_at": string,"error": string | null,"id": string,"merchant_id": string,"order_id": string,"payment_id": string,"provider_id": string | null,"reason": string | null,"requested_by": string,"status": string
                  }
                  ComputedFields: never
                  Insert: {
                    "amount_cents": number,"created_at"?: string,"error"?: string | null,"id"?: string,"merchant_id": string,"order_id": string,"payment_id": string,"provider_id"?: string | null,"reason"?: string | null,"requested_by": string,"status"?: string
                  }
                  Update: {
                    "amount_cents"?: number,"created_at"?: string,"error"?: string | null,"id"?: string,"merchant_id"?: string,"order_id"?: string,"payment_id"?: string,"provider_id"?: string | null,"reason"?: string | null,"requested_by"?: string,"status"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "refunds_merchant_id_order_id_fkey"
      columns: ["merchant_id","order_id"]
isOneToOne: false
      referencedRelation: "orders"
      referencedColumns: ["merchant_id","id"]
    },{
      foreignKeyName: "refunds_merchant_id_payment_id_fkey"
      columns: ["merchant_id","payment_id"]
isOneToOne: false
      referencedRelation: "payments"
      referencedColumns: ["merchant_id","id"]
    }
                  ]
                },"voicemails": {
                  Row: {
                    "call_id": string,"created_at": string,"duration_seconds": number | null,"id": string,"merchant_id": string,"ready": boolean,"recording_id": string,"recording_url": string | null,"status": string,"transcription": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "call_id": string,"created_at"?: string,"duration_seconds"?: number | null,"id"?: string,"merchant_id": string,"ready"?: boolean,"recording_id": string,"recording_url"?: string | null,"status"?: string,"transcription"?: string | null
                  }
                  Update: {
                    "call_id"?: string,"created_at"?: string,"duration_seconds"?: number | null,"id"?: string,"merchant_id"?: string,"ready"?: boolean,"recording_id"?: string,"recording_url"?: string | null,"status"?: string,"transcription"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "voicemails_merchant_id_call_id_fkey"
      columns: ["merchant_id","call_id"]
isOneToOne: false
      referencedRelation: "calls"
      referencedColumns: ["merchant_id","id"]
    }
                  ]
                }
          }
          Views: {
            [_ in never]: never
          }
          Functions: {
            "applied_migrations":
{ Args: Record<PropertyKey, never>; Returns: Json
                           },
"apply_call_status":
{ Args: { "p_duration": number,"p_event_id": string,"p_external_id": string,"p_from": string,"p_merchant": string,"p_status": string,"p_to": string }; Returns: Json
                           },
"apply_message_status":
{ Args: { "p_error": string,"p_error_code": string,"p_event_id": string,"p_merchant": string,"p_message": string,"p_provider_id": string,"p_status": string }; Returns: string
                           },
"apply_payment_event":
{ Args: { "p_event": Json,"p_merchant": string }; Returns: Json
                           },
"apply_recording":
{ Args: { "p_duration": number,"p_event_id": string,"p_external_id": string,"p_merchant": string,"p_recording_id": string,"p_url": string }; Returns: Json
                           },
"apply_transcription":
{ Args: { "p_event_id": string,"p_external_id": string,"p_merchant": string,"p_recording_id": string,"p_text": string }; Returns: Json
                           },
"attach_checkout":
{ Args: { "p_attempt": number,"p_merchant": string,"p_order": string,"p_session": Json }; Returns: Json
                           },
"begin_purchase":
{ Args: { "p_id": string,"p_merchant": string }; Returns: Json
                           },
"cancel_order":
{ Args: { "p_merchant": string,"p_order": string,"p_reason": string }; Returns: Json
                           },
"checkout_context":
{ Args: { "p_merchant": string,"p_order": string }; Returns: Json
                           },
"claim_idempotency_key":
{ Args: { "p_hash": string,"p_key": string,"p_merchant": string,"p_route": string }; Returns: Json
                           },
"claim_message":
{ Args: { "p_lease_until": string,"p_merchant": string,"p_message": string }; Returns: Json
                           },
"claim_undispatched":
{ Args: { "p_limit": number,"p_older_than_seconds": number }; Returns: Json
                           },
"create_api_key":
{ Args: { "p_hash": string,"p_merchant": string,"p_name": string,"p_prefix": string,"p_scopes": (string)[] }; Returns: string
                           },
"create_merchant":
{ Args: { "p_profile": Json }; Returns: {
              "alert_email": string | null,
"alert_phone": string | null,
"country": string,
"created_at": string,
"currency": string,
"hours_text": string | null,
"id": string,
"locale": string,
"name": string,
"next_order_number": number,
"payment_expiry_minutes": number,
"status": string,
"taxes": NonNullable<Json>,
"time_zone": string,
"transfer_phone": string | null,
"updated_at": string,
"vertical": string
            }
                          SetofOptions: {
        from: "*"
        to: "merchants"
        isOneToOne: true
        isSetofReturn: false
      } },
"emit_due":
{ Args: { "p_limit": number }; Returns: Json
                           },
"events_after":
{ Args: { "p_after": number,"p_limit"?: number,"p_merchant": string }; Returns: Json
                           },
"finish_idempotency_key":
{ Args: { "p_body": Json,"p_key": string,"p_merchant": string,"p_route": string,"p_status": number }; Returns: undefined
                           },
"fulfil_order":
{ Args: { "p_merchant": string,"p_order": string }; Returns: Json
                           },
"get_catalog":
{ Args: { "p_merchant": string }; Returns: Json
                           },
"handle_dead_letter":
{ Args: { "p_id": string,"p_status": string }; Returns: Json
                           },
"is_operator":
{ Args: Record<PropertyKey, never>; Returns: boolean
                           },
"latest_event_seq":
{ Args: { "p_merchant": string }; Returns: number
                           },
"load_turn":
{ Args: { "p_external_id": string,"p_merchant": string,"p_turn": number }; Returns: Json
                           },
"message_context":
{ Args: { "p_merchant": string,"p_subject": string,"p_subject_type": string }; Returns: Json
                           },
"my_membership":
{ Args: { "p_merchant"?: string }; Returns: Json
                           },
"open_connection":
{ Args: { "p_account_id": string,"p_merchant": string,"p_provider": string,"p_secret_sealed"?: string }; Returns: Json
                           },
"pause_purchase":
{ Args: { "p_id": string,"p_merchant": string }; Returns: undefined
                           },
"ping":
{ Args: Record<PropertyKey, never>; Returns: boolean
                           },
"queue_messages":
{ Args: { "p_merchant": string,"p_messages": Json }; Returns: Json
                           },
"receive_sms":
{ Args: { "p_action": string,"p_merchant": string,"p_replies": Json,"p_sms": Json }; Returns: Json
                           },
"record_account_state":
{ Args: { "p_account_id": string,"p_at": string,"p_merchant": string,"p_provider": string,"p_state": Json }; Returns: Json
                           },
"record_dead_letter":
{ Args: { "p_row": Json }; Returns: string
                           },
"record_dispatches":
{ Args: { "p_dispatches": Json,"p_done": (string)[] }; Returns: undefined
                           },
"record_inbox":
{ Args: { "p_event_id": string,"p_kind": string,"p_merchant": string,"p_outcome": string,"p_provider": string }; Returns: boolean
                           },
"record_message_result":
{ Args: { "p_merchant": string,"p_message": string,"p_result": Json }; Returns: undefined
                           },
"record_refund":
{ Args: { "p_error": string,"p_merchant": string,"p_provider_id": string,"p_refund": string,"p_status": string }; Returns: Json
                           },
"record_turn":
{ Args: { "p_external_id": string,"p_merchant": string,"p_record": Json,"p_turn": number }; Returns: Json
                           },
"refund_context":
{ Args: { "p_merchant": string,"p_refund": string }; Returns: Json
                           },
"release_idempotency_key":
{ Args: { "p_key": string,"p_merchant": string,"p_route": string }; Returns: undefined
                           },
"remove_group":
{ Args: { "p_id": string,"p_merchant": string }; Returns: string
                           },
"request_refund":
{ Args: { "p_amount": number,"p_merchant": string,"p_order": string,"p_reason": string }; Returns: Json
                           },
"resend_link":
{ Args: { "p_merchant": string,"p_order": string }; Returns: Json
                           },
"reserve_number":
{ Args: { "p_merchant": string,"p_request": Json }; Returns: Json
                           },
"resolve_account":
{ Args: { "p_account_id": string,"p_provider": string }; Returns: Json
                           },
"resolve_api_key":
{ Args: { "p_hash": string }; Returns: Json
                           },
"resolve_number":
{ Args: { "p_e164": string }; Returns: Json
                           },
"revoke_api_key":
{ Args: { "p_id": string,"p_merchant": string }; Returns: string
                           },
"save_group":
{ Args: { "p_fields": Json,"p_id": string,"p_merchant": string }; Returns: string
                           },
"save_item":
{ Args: { "p_fields": Json,"p_id": string,"p_merchant": string }; Returns: Json
                           },
"set_callback_status":
{ Args: { "p_id": string,"p_merchant": string,"p_status": string }; Returns: string
                           },
"set_voicemail_status":
{ Args: { "p_id": string,"p_merchant": string,"p_status": string }; Returns: string
                           },
"settle_number":
{ Args: { "p_error": string,"p_id": string,"p_merchant": string,"p_number": string,"p_provider_id": string }; Returns: Json
                           },
"start_call":
{ Args: { "p_event_id": string,"p_external_id": string,"p_from": string,"p_merchant": string,"p_to": string }; Returns: Json
                           },
"unknown_calls":
{ Args: { "p_calls": Json,"p_provider": string }; Returns: Json
                           },
"update_merchant":
{ Args: { "p_merchant": string,"p_patch": Json }; Returns: {
              "alert_email": string | null,
"alert_phone": string | null,
"country": string,
"created_at": string,
"currency": string,
"hours_text": string | null,
"id": string,
"locale": string,
"name": string,
"next_order_number": number,
"payment_expiry_minutes": number,
"status": string,
"taxes": NonNullable<Json>,
"time_zone": string,
"transfer_phone": string | null,
"updated_at": string,
"vertical": string
            }
                          SetofOptions: {
        from: "*"
        to: "merchants"
        isOneToOne: true
        isSetofReturn: false
      } }
          }
          Enums: {
            [_ in never]: never
          }
          CompositeTypes: {
            [_ in never]: never
          }
        }
}

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">]

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
  ? (DefaultSchema["Tables"] & DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
      Row: infer R
    }
    ? R
    : never
  : never

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
  ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Insert: infer I
    }
    ? I
    : never
  : never

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
  ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Update: infer U
    }
    ? U
    : never
  : never

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema["Enums"]
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never = never
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
  ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
  : never

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never = never
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
  ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
  : never

export const Constants = {
  "public": {
          Enums: {
            
          }
        }
} as const
