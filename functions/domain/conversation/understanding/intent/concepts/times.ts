/** Days, hours and how soon. */
export const TIMES = `
early earlier sooner before ahead = tot avant devancer avancer bonne devancez
hours schedule until till midnight weekday weekdays = heures horaire horaires jusqu minuit ouvrable ouvrables
hour time oclock minute minutes = heure minute minutes temps fois
day days date = jour jours journee date
week weeks = semaine semaines
month months year = mois annee an ans annees
today = aujourdhui presentement
tomorrow = demain
tonight evening night = soir soiree nuit
morning mornings = matin matinee
afternoon noon lunch = midi apres diner
weekend weekends = fin
yesterday last = hier dernier derniere
monday tuesday wednesday thursday friday saturday sunday mondays sundays saturdays = lundi mardi mercredi jeudi vendredi samedi dimanche
christmas holiday holidays easter = noel fetes ferie feries paques conge vacances
now right immediately asap = maintenant tout suite immediatement vite
soon quickly fast hurry urgent emergency = vite urgence urgent presse bientot
next following = prochain prochaine suivant prochaines suivante
early late until till before after lunch closing opening = jusqu avant apres fermeture ouverture
`;
