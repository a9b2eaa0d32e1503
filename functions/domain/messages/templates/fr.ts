import type { Templates } from "../types.ts";

export const fr: Templates = {
  paymentLink: ({ merchant, total, url, minutes }) =>
    `${merchant} : votre commande s’élève à ${total}. Payez ici d’ici ${minutes} min : ${url}`,
  paymentFailed: ({ merchant, total, url }) =>
    `${merchant} : votre paiement de ${total} n’a pas fonctionné. Rien n’a été débité. Réessayez ici : ${url}`,
  receipt: ({ merchant, number, total, summary }) =>
    `${merchant} : merci! La commande no ${number} est payée (${total}) : ${summary}.`,
  receiptSubject: ({ merchant, number }) => `Votre reçu de ${merchant}, commande no ${number}`,
  orderCancelled: ({ merchant, number }) =>
    `${merchant} : la commande no ${number} a été annulée. Rien n’a été débité.`,
  orderExpired: ({ merchant, number }) =>
    `${merchant} : le lien de paiement de la commande no ${number} a expiré, la commande n’est donc pas passée. Rappelez-nous quand vous voulez.`,
  orderRefunded: ({ merchant, number, amount }) =>
    `${merchant} : nous avons remboursé ${amount} pour la commande no ${number}. Cela peut prendre de 5 à 10 jours avant de paraître.`,
  refundSubject: ({ merchant, number }) => `Remboursement de ${merchant}, commande no ${number}`,
  textBack: ({ merchant }) =>
    `Désolés d’avoir manqué votre appel chez ${merchant}. Rappelez ce numéro et nous prendrons votre commande ou votre message, ou répondez ici. Répondez ARRET pour ne plus recevoir de textos.`,
  callbackConfirmed: ({ merchant }) =>
    `${merchant} : nous avons bien reçu votre demande et vous rappellerons.`,
  staffPaid: ({ number, total, summary, customer }) =>
    `La commande no ${number} est payée : ${total}. ${summary}. Client : ${customer}.`,
  staffPaidSubject: ({ number, total }) => `La commande no ${number} est payée (${total})`,
  staffAttention: ({ number, sentence }) => `La commande no ${number} a besoin de vous : ${sentence}`,
  staffAttentionSubject: ({ number }) => `La commande no ${number} a besoin de vous`,
  staffVoicemail: ({ from, seconds, transcription }) =>
    `Nouveau message vocal de ${from} (${seconds} s).${transcription ? ` « ${transcription} »` : ""}`,
  staffVoicemailSubject: ({ from }) => `Nouveau message vocal de ${from}`,
  staffCallback: ({ name, phone, preferred, note }) =>
    [
      `${name} demande à être rappelé(e) au ${phone}.`,
      preferred && `Quand : ${preferred}.`,
      note && `Sujet : ${note}.`,
    ]
      .filter(Boolean)
      .join(" "),
  staffCallbackSubject: ({ name }) => `${name} demande à être rappelé(e)`,
  staffText: ({ from, body }) => `Texto de ${from} : ${body}`,
  staffTextSubject: ({ from }) => `Texto de ${from}`,
  words: {
    subtotal: "Sous-total",
    total: "Total",
    open: "Ouvrir dans Callwaiting",
    anonymous: "un numéro privé",
    paid: "Payé",
    without: (name) => `sans ${name}`,
    light: (name) => `peu de ${name}`,
    extra: (name) => `extra ${name}`,
    footer: (merchant) => `Envoyé pour ${merchant} par Callwaiting.`,
  },
};
