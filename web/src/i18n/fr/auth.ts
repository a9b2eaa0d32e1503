import type { auth as enAuth, pay as enPay } from "../en/auth.ts";
import type { Texts } from "../texts.ts";

export const auth: Texts<typeof enAuth> = {
  promise: "Ne perdez plus jamais un appel",
  promise1: "Répond aux appels que vous manquez, en français et en anglais.",
  promise2: "Prend la commande et envoie un lien de paiement par texto.",
  promise3: "Vous montre chaque appel et chaque commande payée, en direct.",
  signIn: {
    title: "Connexion",
    lead: "Heureux de vous revoir.",
    submit: "Se connecter",
    other: "Pas encore de compte?",
    otherLink: "Créez-en un",
    refused: "L’adresse courriel ou le mot de passe est inexact. Vérifiez les deux et réessayez.",
  },
  signUp: {
    title: "Créez votre compte",
    lead: "Dix minutes d’ici à votre premier appel pris en charge.",
    submit: "Créer le compte",
    other: "Vous avez déjà un compte?",
    otherLink: "Connectez-vous",
    exists: "Un compte existe déjà avec cette adresse. Connectez-vous plutôt.",
    confirm: "Vérifiez vos courriels",
    confirmText:
      "Nous avons envoyé un lien à {{email}}. Suivez-le pour confirmer l’adresse, puis connectez-vous.",
  },
  email: "Adresse courriel",
  password: "Mot de passe",
  passwordHint: "Au moins 8 caractères",
  showPassword: "Afficher ou masquer le mot de passe",
};

export const pay: Texts<typeof enPay> = {
  doneTitle: "Merci, c’est payé",
  doneText: "Votre paiement a réussi et votre commande est transmise à {{merchant}}.",
  doneTextNoName: "Votre paiement a réussi et votre commande est transmise au commerce.",
  orderNumber: "Commande {{number}}",
  receipt: "Votre reçu arrive par texto ou par courriel.",
  cancelledTitle: "Rien n’a été débité",
  cancelledText: "Vous êtes parti avant de payer. Votre commande chez {{merchant}} est gardée un moment.",
  cancelledTextNoName: "Vous êtes parti avant de payer. Votre commande est gardée un moment.",
  cancelledHow: "Pour payer finalement, ouvrez de nouveau le lien de notre texto.",
  closeHint: "Vous pouvez fermer cette page.",
};
