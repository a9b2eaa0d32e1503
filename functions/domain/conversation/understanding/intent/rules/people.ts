import type { Rule } from "./types.ts";

/** A person wanted now, or told something for later. */
export const PEOPLE: Rule[] = [
  {
    intent: "speak_to_human",
    weight: 6,
    says: `talk/speak/chat/deal/word/parler/jaser/discuter/speek/discuss/consult ~4 <person/boss/pro>
      talk/speak/chat/parler/jaser/discuter ~2 to/with/à/avec/au/aux
      <want/can> ~2 talk/speak/parler/jaser
      <want> ~3 <person>
      <want> ~2 agent/representative/operator/human/préposé/conseiller/représentant
      get/give/donnez/connect/transfer/put/passez/passe/transférez/hand/mettez/passer/patch ~3 <person/boss>
      put/patch ~2 through
      connect/transfer/transférez/transférer ~2 <boss/person/pro>
      mettez ~2 contact
      passez moi
      ^ ~2 <person/boss> ~1 $
      ^ agent/representative/operator/human/person
      customer service/care/support
      service ~1 client/clientèle
      passer ~1 madame/monsieur/mr/mrs/ms/miss
      <person> ~3 pick up
      <person> bout ligne
      quelqu un ~3 ligne
      <person> on line
      are you ~2 <machine/person>
      is this ~2 <machine/person>
      êtes ~1 <machine/person>
      c est ~1 <machine>
      <person> works/travaille ~2 there/laa
      real/live/actual/vraie person/human/one
      ^ <greeting>? is ~3 there $
      ^ <greeting>? est ~2 laa $
      is <boss/pro> ~1 in/around/available $
      avoir <person>
      put him/her on
      put ~2 on ~1 phone
      avoir ~3 au téléphone
      get ~2 on ~1 phone
      is anybody/anyone/somebody there $
      y a quelqu un $
      zero|zéro
      ^ 0 $
      talk to me
      me parler
      vrai monde
      file ~1 complaint
      transfer ~1 this/my? call
      transférez/transférer ~1 appel
      actual/real human/person
      à qui ~3 parler`,
  },
  {
    intent: "speak_to_human",
    weight: 6,
    negated: true,
    says: `talk/speak/deal ~2 <machine>
      parler ~3 <machine>
      question pour/for ~3 <boss/pro>`,
  },
  {
    intent: "speak_to_human",
    weight: 4,
    says: `is he/she ~1 around/in/available/there
      <boss/pro> ~6 around $
      dans coin $
      is/est ~2 there/laa
      discuss ~6 <person/boss>
      complaint|plainte|complain
      <boss> ~2 please $
      <boss> $
      tanné ~5 <machine>
      <want> ~2 <boss>`,
  },
  {
    intent: "speak_to_human",
    weight: -5,
    says: `<person> ~2 <look>|call ~1 back|<person> ~3 there ~3 <day>|y a quelqu un ~2 <day>|not ~3 talk ~2 anyone|no need ~2 talk|<person> ~3 come|<person> ~3 <callback>|parler ~1 personne|quelqu un ~2 vienne|quelqu un ~2 venir|<person> ~2 right now|is there ~4 <place>`,
  },

  {
    intent: "leave_message",
    weight: 6,
    says: `leave/laisse/laisser/laissez/take/prenez/prendre/pass/record/drop/leaving/passer ~4 <message>
      faire/faites/fais/transmettre/transmettez ~2 <message>
      <message> ~1 for/pour
      ^ ~1 voicemail
      ^ boîte vocale
      ^ ~1 <message> $
      ^ répondeur/messagerie/mailbox/voicemail
      <callback>
      call/ring/phone/get ~2 back
      have him/her/them/someone/somebody ~2 <call>
      have ~1 <person/boss/pro> ~1 <call>
      qu il/elle/on ~2 me ~1
      qu on me
      <person/pro/boss> ~4 me? <callback>
      tell/dites/dire/dis ~2 à? ~2 that/que/to
      dites/dis leur/lui/au/aux
      tell/ask/remind him/her/them ~3
      tell ~2 i/we
      tell ~1 <boss/pro> ~4
      let/make ~4 know
      let ~2 <person/boss/pro> know
      make sure ~3 knows
      faites/faire/fais leur/lui savoir
      avertissez/avertir/aviser/avisez/prévenez/prévenir ~2
      demandez/demande lui
      leave ~3 number
      laisser ~3 numéro
      write down that
      notez ~2 que
      <pro/boss> ~4 <call> me
      he/she ~1 phone/call/ring me
      who ~4 leave
      qui ~4 laisse
      laisser/leave ~2 word
      reach me
      me rejoindre
      returning ~3 call
      retourne ~2 appel
      missed ~2 call
      manqué ~2 appel
      calling you back
      vous rappelle
      could/can/pouvez/pourriez/please ~1 tell/dire ~5
      pass this on
      get word to
      passez ~1 mot
      passe ~1 mot
      faites dire
      try me ~1 back
      réessayer/réessayez ~2
      qu elle/il me
      <my> name is ~6 <my> number
      mon nom ~8 mon numéro
      vous aviser/avertir
      <call> <my> cell
      get in touch`,
  },
  {
    intent: "leave_message",
    weight: 4,
    says: `pass ~2 along|let ~2 know|get back to me|running ~3 late|avoir ~3 retard|no need ~2 talk|savoir ~1 que|called for|has/have arrived|dropped off`,
  },
  {
    intent: "leave_message",
    weight: -6,
    says: `<halt> ~6 <message>|tell me|dites moi|let me know|recevoir ~3 <message>|receive ~3 <message>|leave me alone|stop/quit ~5|plus/pus ~3 <message>|no more ~2 <message>|conte moi|tell ~1 joke|not call ~3|appelez moi plus|appelez moi pus`,
  },
];
