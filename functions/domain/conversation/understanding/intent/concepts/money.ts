/** Prices, paying, and what somebody else pays. */
export const MONEY = `
how much price cost costs = combien prix cout coute couterait tarif tarifs
pay paid payment bill invoice = payer paye facture paiement
money dollars bucks cash = argent dollars piastres
fee fees charge charges deposit = frais depot chargez charge
cheap expensive pricey discount deal = cher chere rabais special dispendieux
estimate quote = soumission estimation estime estimer
card cards gift credit = carte cartes credit cadeau
insurance claim coverage policy plan ohip ramq = assurance assurances reclamation couverture couvert couverte regime
tax taxes tip included extra per = taxes pourboire inclus comprend comprises
budget afford quote ballpark rough figure worth owe = budget dois vaut gros environ
senior student kids group military veteran = aine etudiant etudiante groupe
visa mastercard debit cheque interac transfer amex = visa mastercard debit cheque virement
membership member loyalty club = membre fidelite club
`;
